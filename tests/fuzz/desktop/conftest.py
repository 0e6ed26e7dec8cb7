"""A session on a bus of the test's own, for whoever calls it."""

from tests.ui.session.conftest import clocks, context, loudspeaker, page
from tests.ui.session.desktop.conftest import bus

__all__ = ["bus", "clocks", "context", "loudspeaker", "page"]
