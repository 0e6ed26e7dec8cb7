"""Explore: from the body to an area, to a point, to what one can read about it.

place      joins stages, panels and keys; the only door to this folder
stages     what one looks at, the way between, and the search above it
panels     what stands beside it, each built when it is first needed
sharing    who has the place: both side by side, or in a narrow window one of them
keys       the keys that are no control's own
areas      which points belong to which area, and in which order one walks them
words      areas, sides, views and times in words
done_today what was pressed today

view/      the body, a close-up, and the camera that goes from one to the other
marking/   the markers of the points and the labels beside them
finding/   a point found by hand: the ruler laid on the limb, step by step
reading/   the panels
search/    the field and what it finds
"""
