"""The timer face: the figure with the active point in the middle, and the ring that is the time.

lens     the whole face, a button
face     ring and pulse as functions of now, and when the next picture is due
scene    which figure is shown, and which spot of it
picture  the figure on its disc and what is marked on it; drawing and ring paint
acts/    practices that move
"""
