"""Which phases count, as SQL, and the sums kept of them."""

import sqlite3

from acutimer.core.history import WALKS, counts
from acutimer.core.planning import PhaseKind

_PRACTICE = ", ".join(f"'{kind}'" for kind in PhaseKind if kind.is_practice)
_COUNTED = ", ".join(f"'{kind}'" for kind in PhaseKind if counts(kind, None))
_WALKS = ", ".join(f"'{subject}'" for subject in sorted(WALKS))
COUNTS = f"(kind IN ({_COUNTED}) OR (kind = '{PhaseKind.WAIT}' AND subject IN ({_WALKS})))"
"""What `core.history.counts` says, of a row of `phase`."""
MAY_COUNT = f"kind IN ({_COUNTED}, '{PhaseKind.WAIT}')"
"""Holds wherever `COUNTS` does. Said beside it, the index on subject and kind is used, which its OR would hide."""

_BEST = f"""
    SELECT total(best) FROM (
        SELECT max(min(done_seconds, planned_seconds)) AS best FROM phase
        WHERE phase.session = session.number AND planned_seconds IS NOT NULL AND kind IN ({_PRACTICE}) GROUP BY place
    )
"""  # noqa: S608 - the kinds are ours
_SUBJECTS = f"""
    SELECT json_group_array(subject) FROM (
        SELECT DISTINCT subject FROM phase
        WHERE phase.session = session.number AND done_seconds > 0 AND subject IS NOT NULL AND {COUNTS} ORDER BY subject
    )
"""  # noqa: S608 - the kinds are ours
_PRACTISED = f"""
    INSERT OR IGNORE INTO practised (text)
    SELECT DISTINCT ({_SUBJECTS}) FROM session WHERE number BETWEEN :first AND :last
"""  # noqa: S608 - the columns are ours
_SESSIONS = f"""
    UPDATE session SET
        done_seconds = (SELECT total(done_seconds) FROM phase WHERE phase.session = session.number AND {COUNTS}),
        share = CASE
            WHEN outcome = 'done' THEN 1.0
            WHEN practice_seconds <= 0 THEN 0.0
            ELSE min(1.0, ({_BEST}) / practice_seconds)
        END,
        practised = (SELECT number FROM practised WHERE text = ({_SUBJECTS}))
    WHERE number BETWEEN :first AND :last
"""  # noqa: S608 - the columns are ours
_HOURS = f"""
    INSERT INTO practice_hour
    SELECT
        substr(ended_at, 1, 13), session, sum(done_seconds),
        total(CASE WHEN side IN ('left', 'both') THEN done_seconds END),
        total(CASE WHEN side IN ('right', 'both') THEN done_seconds END)
    FROM phase WHERE session BETWEEN :first AND :last AND done_seconds > 0 AND {COUNTS} GROUP BY 1, 2
"""  # noqa: S608 - the columns are ours


def sum_up(connection: sqlite3.Connection, first: int, last: int | None = None) -> None:
    """Keep the sums of a session's phases anew: what was practised, what share of the plan, and in which hours.

    `first` is the session's number; with `last` it is the first of all that are summed up at once.
    """
    sessions = {"first": first, "last": first if last is None else last}
    connection.execute(_PRACTISED, sessions)
    connection.execute(_SESSIONS, sessions)
    connection.execute("DELETE FROM practice_hour WHERE session BETWEEN :first AND :last", sessions)
    connection.execute(_HOURS, sessions)
