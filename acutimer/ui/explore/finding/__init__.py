"""How a point is found: a hand laid on the limb, step by step.

finder       the steps in the panel, walked by whoever asks; find_row is one of them
finding      how far one has come, and which parts are there by then
ruling       from a point's rule to the ruler and what is felt for on a drawing
ruler        where its digits lie (pure); ruler_hand their shapes, ruler_words the words, ruler_painting paints
"""
