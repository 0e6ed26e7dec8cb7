"""What is heard.

cues     tones and flashes, as the settings have them
speaker  the sound device; the only place that knows QtMultimedia
"""
