"""The guided session: the diagram is the timer.

page        joins the parts, and takes the keys; the only door to this folder
keys        what a key means
player      walks a session on the real clocks and keeps its record
moments     what deserves a tone, seen from one tick to the next
cues        tones and flashes, as the settings have them
speaker     the sound device; the only place that knows QtMultimedia

words       what a phase is called, asks for and leads to
away_words  what is said after being away, after a crash, after a stop
times       lengths of time in words
cadence     the beat within a phase: press and release, rise and lower, in and out
counting    what is counted rather than timed
face        ring and pulse as functions of now, and when the next picture is due
scene       which figure the lens shows, and which spot of it
heel_raise  the lower leg bent, pose by pose

stage       everything one sees, laid out and scaled
header      routine, time to go, and the row of segments
lens        the timer face; picture, ring and drawing paint it
column      the words beside it: line, big, pips
foot        the row of big buttons; controls are the buttons themselves
ways        the ways on after being away, and after a stop
flash       a tone for the eyes
"""
