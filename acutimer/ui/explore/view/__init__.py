"""What one looks at: the body, a close-up of an area, and the way between them.

body_stage   the whole body with the pills of its areas; body_layout says where, body_painting, area_pills and skin are
             parts of it
close_up     an area's close-up with its controls: breadcrumb, stage_tools; close_up_layout says where
diagram      the drawing with markers, labels and ruler; diagram_layout says where, diagram_painting paints
stage        a figure one can come nearer to: camera (pure), gestures, drawing (the picture), framing (its place)
zooming      one movement from body to close-up; anchors says which place stays put; cross_fade from view to view
boxes        rectangles; lettering  words over a drawing
"""
