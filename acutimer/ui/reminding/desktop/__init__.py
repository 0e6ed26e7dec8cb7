"""What the desktop is asked about reminders.

notices     shows a notice over the session bus, and hears what is done with it
quiet       whether there is a reason to be quiet: do-not-disturb, or a screen given to something else
quiet_bus   ... as the desktop's services say it
full_screen ... as the window in front shows it: X11 and Windows
"""
