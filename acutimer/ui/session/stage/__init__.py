"""Everything one sees of a session, laid out as designed at 1280 by 800 and scaled to the window.

stage   lays out the parts
header  routine, time to go, and the row of segments
column  the words beside the lens: line, big, pips
foot    the row of big buttons; controls are the buttons themselves
ways    the ways on after being away, and after a stop
flash   a tone for the eyes
"""
