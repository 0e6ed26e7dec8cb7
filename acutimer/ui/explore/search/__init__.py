"""The search over the stage.

search_field   the field and its list; search_line is what one types in
search_results the list; result_row a row of it, result_words what it says
"""
