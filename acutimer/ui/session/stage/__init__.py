"""Everything one sees of a session, scaled to the window.

stage   puts the parts where layout says: as designed at 1280 by 800, or closer together in a small window
header  routine, time to go, and the row of segments
column  the words beside the lens: line, big, pips
foot    the row of big buttons; controls are the buttons themselves
ways    the ways on after being away, and after a stop
flash   a tone for the eyes
"""
