"""The guided session: the diagram is the timer.

page      joins the parts; the only door to this folder
keys      what a key means; doing does it, whoever asks
player    walks a session on the real clocks; keeping keeps its record

words/    every string one reads or hears here
sound/    tones and the voice
lens/     the timer face: figure, moving pictures, pulse and ring
stage/    everything one sees, laid out and scaled
desktop/  what is asked of the desktop: stay awake, media keys
mini/     the small window that stays on top
"""
