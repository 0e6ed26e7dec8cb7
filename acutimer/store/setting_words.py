"""What core says of a setting that is none, in the language in use: core itself speaks English alone."""

from acutimer.language.catalogue import marked
from acutimer.language.retelling import retold

KNOWN = (
    marked("first_side must be left or right"),
    marked("reminders must be a list of reminders"),
    marked("every reminder must have an id of its own"),
    marked("{0} must be one of {1}"),
    marked("{0} must be a list of {1}"),
    marked("{0} must be true or false"),
    marked("{0} must be a word"),
    marked("{0} must be a language's name such as de, or empty"),
    marked("{0} must be a whole number from {1} to {2}"),
    marked("{0} must be four whole numbers from {1} to {2}, or none"),
    marked("{0} must be numbers by name"),
    marked("began_at must be a moment with its offset"),
    marked("began_at must be a moment of these times"),
    marked("began_at must be a moment, such as 2026-01-31T18:00:00+01:00"),
    marked("times must be one or two: more often is not better"),
    marked("times must be a list, such as 08:30 and 18:00"),
    marked("times must be 1 to {0}"),
    marked("times must be in order, none twice"),
    marked("a time must be hours and minutes, such as 08:30"),
    marked("{0} must be hours and minutes on the wall clock"),
    marked("id must be a name of 1 to {0} letters"),
    marked("routine must be a name of at most {0} letters"),
    marked("a reminder needs times, hours or a workout"),
    marked("a reminder must be names and values"),
    marked("a reminder needs one of {0}"),
    marked("a reminder knows nothing of {0}"),
    marked("{0} must be names and values"),
    marked("weekdays must be a list of numbers from 1, Monday, to 7, Sunday"),
    marked("weekdays must be numbers from 1, Monday, to 7, Sunday, in order, none twice"),
    marked("it is none of {0}"),
)


def setting_words(told: str) -> str:
    """The words core told, translated where they are known, else as they are."""
    return retold(told, KNOWN)
