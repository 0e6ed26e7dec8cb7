"""What core says of a routine that breaks a limit, in the language in use: core itself speaks English alone.

Its words name fields as a file has them, so that the place of a mistake can be read out of them.
"""

from acutimer.language.catalogue import marked
from acutimer.language.retelling import retold

KNOWN = (
    marked("press_seconds and release_seconds must be between 1 and 60"),
    marked("each part of a tempo must be between 0 and 30 seconds, all three at least 1"),
    marked("a step needs its instruction in 'say'"),
    marked("changeover_seconds must be between 0 and 600"),
    marked("circle_seconds must lie within the dose"),
    marked("pats and rounds must be 1 to 50, beat_seconds 0.3 to 5"),
    marked("reps need 1 <= min_reps <= reps <= max_reps <= 200"),
    marked("sets must be between 1 and 20"),
    marked("rest_seconds must be between 0 and 600"),
    marked("breaths must be 1 to 100, in_seconds and out_seconds 1 to 30"),
    marked("a rest lasts 1 to 3600 seconds"),
    marked("a routine needs an id and a name"),
    marked("a routine has at most {0} steps"),
    marked("a claim needs its words"),
    marked("a claim needs at least one source"),
    marked("a dose needs 1 <= min_seconds <= seconds <= max_seconds <= 3600"),
)


def limit_words(told: str) -> str:
    """The words core told, translated where they are known, else as they are."""
    return retold(told, KNOWN)
