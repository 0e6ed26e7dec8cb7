"""Practices that move: each drawing part by part, as a function of how far a movement has come.

act               what an act tells the lens; acts has the table
poses             every drawing acts are made of, those bent for them included
bending, shading  how a drawing is bent, and laid in the shade of another
cycle             what repeats itself at a pace of its own

heel_raise                                   the lower leg bent
side_body, gait                              the whole body from the side as a puppet, and how it walks
chair_squat, walking, backward_walking, deep_breath, foot_soak          what it, or its feet, do
hands                                        the drawings of hands, and how two of them lie on a limb
kneading, patting, rubbing, calf_massage, back_warming, warming_up      the techniques of the hands
"""
