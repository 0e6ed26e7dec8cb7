"""What can be put into a routine.

add_step  the panel in which one finds it; add_row a row of it
entries   all there is to choose, in groups; finding searches them
starting  the step one begins with; usual_say the words it says
"""
