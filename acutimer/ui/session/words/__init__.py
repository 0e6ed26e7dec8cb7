"""Every string one reads or hears in a session, each made in one place.

phase_words  what a phase is called, asks for and leads to
digits       the big digits and what stands beside them
telling      what the session says of itself: paused, stopped, over
away_words   what is said after being away, after a crash, after a stop
control_words  what can be pressed, and what each control does; mini_words  the small window's
desktop_words  what the desktop is told: its remote, why the screen stays on
sayings      what the voice says at each moment; doses, how much in words
pronouncing  how words are spoken that are written otherwise
times        lengths of time in words
"""
