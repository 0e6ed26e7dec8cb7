"""Practices that move: each drawing part by part, as a function of how far a movement has come.

heel_raise  the lower leg bent, pose by pose
"""
