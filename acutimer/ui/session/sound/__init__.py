"""What is heard.

hearing  joins tones and voice; what the page speaks to
cues     tones, flashes and the ticks of the pace, as the settings have them
speaker  the sound device, whichever it is by then; the only place that knows QtMultimedia
voice    the spoken guide; speaking is its queue, voices which voice is offered first
synthesizer   the system's speech; with engine_thread the only place that knows QtTextToSpeech. lifeline tells
              whether its service is still there
"""
