"""One window for one user and one folder of data: a second start asks the first for what it wants, and ends.

lock        whose the folder is; the system drops it with its process, and a window that opens again keeps it
wishes      what a second start asks and what it is told: one line of JSON each, strictly read
places      where the first can be reached
server      the first listens, once its window stands
client      the second asks
answering   what the window does with a wish
"""
