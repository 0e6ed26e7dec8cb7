from collections.abc import Iterator

import pytest

from acutimer.language.catalogue import use


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """What a test speaks, the next one does not."""
    yield
    use(None)
