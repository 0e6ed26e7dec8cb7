"""The small window that stays on top while other work is done.

small        the way there and back; the only door to this folder
mini         the window: lays the parts out, knows what is pressed
frame        the window's ground, and how it is dragged
placing      where it stands on the screens there are
card         its ground with round corners, and a shadow where one can be had; composited asks the desktop
dial         the small lens: picture and ring; dial_face is what it shows at a moment, view what is in its picture,
             vignette draws that
lines        the words and digits
mini_flash   a tone for the eyes
mini_buttons the round button, and the two that come out under the pointer
"""
