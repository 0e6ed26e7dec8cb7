"""The points on a drawing: their markers, and the labels beside them.

markers      all markers of a close-up, one list to a screen reader; marker is one, marker_words its name
walking      where an arrow key leads (pure)
marks        how each state looks; mark_shapes paints it
labels       where labels stand in the gutters (pure); leaders their lines, flags those without room in a gutter
label_painting paints them
"""
