"""The parts every screen is made of: colours, type, icons and controls. Import what you need from its own file.

tokens     the colours: light, dark, and high contrast of each; the palette says which
fonts      pixel sizes by role
icons      one-colour pictures from resources/icons
text       words that never get cut; marked is text of which some words stand out
pressable  what can be pressed: base of every button; paints itself, shows the focus ring
focus      the ring round what the keyboard has
buttons    Button, IconButton, Chip
switch     one of a few
toggle     on or off
stepper    a number, by steps; typed_stepper one that can be typed, too
scale      0 to 10, or none
field      a few lines of the user's own words
line_field one line of them, with an icon and a button that clears it where wanted
own_keys   what no field may take for itself; own_files, too
dropdown   one of many, from a list that opens; option_list is that list
cards      grounds, hairlines, badges
scroll     a column longer than its place; in a gutter its words stay where they are when the bar comes, and
           reading_scroll takes the keyboard while there is more than fits
flow       rows that break
layout     columns and rows in one expression

spoken     lets a widget answer a screen reader itself: listing as a list, choosable as a button one chooses
announcing what a screen reader is told of a change
"""
