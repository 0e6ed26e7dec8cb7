"""The timer face: the figure with the active point in the middle, and the ring that is the time.

lens            the whole face, a button; keeps what stands still and paints again only what changed
scene, views    which drawing is shown, which spot of it, what is marked; geometry says where that is in px
face, pacer     what ring, pulse, circle, breath, pat and movement look like: functions of now
frames          when the next picture is due
picture         the figure on its disc; drawing marks it, ruled lays the ruler, movement the drawings of an act
pacer_painting  what beats over it; ring paints the time
acts/           practices that move
"""
