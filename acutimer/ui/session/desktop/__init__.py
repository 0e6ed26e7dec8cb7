"""What is asked of the desktop: that the screen stays on, and that media keys reach the session.

desk           joins the two; what the page speaks to
awake          holds the screen on while a session runs, by whichever of the three fits the system
awake_bus      ... over the session bus: the screen saver's service, or else the portal
awake_windows  ... by Windows' execution state
awake_mac      ... by a macOS power assertion
media          the session as a media player: keys, headsets, the desktop's own remote
playing        what the session does, as such a player would say it
mpris          what such a player must answer, and how it describes itself
dbus/          the session bus, spoken without ever waiting for it
"""
