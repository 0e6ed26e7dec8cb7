"""The panels beside the stage: what there is to read.

panel          the frame of them on a sheet; panel_row and choice_row are their rows
question_panel what would you like to ease; complaint_panel what fits, red_flags when to see a doctor first
area_panel     the points of an area; point_panel all about one
guide_list, guide_panel, guide_text, guide_picture  texts to read at leisure
hand_panel, hand_measures  the hand as the ruler
"""
