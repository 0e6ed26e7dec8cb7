"""A filter as SQL conditions."""

from acutimer.core.filtering import LogFilter, folded_words


def session_conditions(wanted: LogFilter) -> tuple[str, tuple[object, ...]]:
    """What a row of `session` must fulfil, whatever was practised in it, and the values; empty where nothing."""
    found: list[tuple[str, object]] = []
    if wanted.routine:
        found.append(("routine = ?", wanted.routine))
    if wanted.outcome is not None:
        found.append(("outcome = ?", wanted.outcome.value))
    if words := folded_words(wanted.words):
        found.append(("note_folded <> '' AND instr(note_folded, ?) > 0", words))
    return " AND ".join(condition for condition, _ in found), tuple(value for _, value in found)


def subject_condition(wanted: LogFilter) -> tuple[str, tuple[object, ...]]:
    """What a row of `phase` must fulfil to be of one of the subjects."""
    subjects = sorted(wanted.subjects)
    return f"subject IN ({', '.join('?' * len(subjects))})", tuple(subjects)
