"""Reminders: when to speak, how to be heard, when to be quiet, and the page where they are made.

reminding   joins all of it to the window; loads the rest when there is something to remind of
scheduler   one timer on the next moment due
local_zone  the clock on this computer's wall
known       the routines it can ask for
words       what a reminder says
heralding   says it: in the window in use, over the desktop, by the tray, or in the window when it is back
tray        the icon in the desktop's tray and its menu
autostart   the entry that opens the program at login
page        the page where reminders are made: listing and row, form and its fields, reaching below them
desktop/    what the desktop is asked: to show a notice, and whether it wants quiet
"""
