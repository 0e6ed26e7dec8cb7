"""What we ship, read once: for the tests that ask the real content."""

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import load_library

LIBRARY = load_library(paths.resources() / "content" / "en")
ATLAS = Atlas(paths.resources() / "body", LIBRARY.rules)
