"""Faults of our own in a program with a window (see acutimer.mishaps for what needs none).

guard         all of it, installed and taken back as one thing
qt_messages   what Qt says of itself
telling       the one calm line, from whichever thread, and what "Copy details" copies
surroundings  the versions and the desktop
muting        keeps on stderr what Qt says of each of our errors from coming at every paint
start_box     where there is no window yet to say it in
"""
