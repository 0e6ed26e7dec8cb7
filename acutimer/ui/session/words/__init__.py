"""Every string one reads or hears in a session, each made in one place.

phase_words  what a phase is called, asks for and leads to
digits       the big digits and what stands beside them
telling      what the session says of itself: paused, stopped, over
away_words   what is said after being away, after a crash, after a stop
times        lengths of time in words
"""
