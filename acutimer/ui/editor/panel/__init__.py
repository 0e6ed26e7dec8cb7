"""The properties of one step, beside the list of all.

step_panel   the whole: head, form, problems, Duplicate and Remove
head         picture, name and place of the step; picture draws the first
form         the fields of one kind of step; part is what every field has in common
numbers      which numbers each kind has, number_part the field for one, amounts how they are shown and typed
sides_part, choice_parts, toggle_part, words_part, switch_time_part     the other fields
problem_note what is wrong with a field, and the press that mends it
"""
