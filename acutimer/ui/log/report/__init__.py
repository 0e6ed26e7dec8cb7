"""One page for a physiotherapist or a doctor, seen as it is made, saved as PDF or printed.

page       the page of the window: preview at the left, what goes on it at the right
choices    the card with what can be chosen: period, notes_choice and its note_row are parts of it
reading    what the history tells about a period, asked once
preview    the sheet on the screen

sheet      the whole sheet laid out: sections that never overlap, inside the margins
section    one of them; and all that is to stand on the sheet
paper      the sizes of paper
letters    the type of the sheet, measured in millimetres
marks      what a sheet is made of: words, bars, lines, dots, pictures
header     with keys, rows and table, chart, figure, notes and foot: the sections, from above downwards
words      lengths, days and numbers as the sheet writes them
drawing    the figure's pictures, asked for in print quality
saving     the sheet as a PDF; printing, on a printer
"""
