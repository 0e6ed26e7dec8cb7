-- The log of sessions. Frozen once released: a change is a new file.
-- Times are ISO 8601 with their offset. Text order is the order of local clocks, which is what days are made of;
-- started_moment (days, UTC) is the true order, across offsets and daylight saving.

PRAGMA application_id = 1633908084; -- "acut"

CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    routine TEXT NOT NULL CHECK (routine <> ''),
    routine_name TEXT NOT NULL CHECK (routine_name <> ''),
    started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??*[+-]??:??'),
    started_moment REAL NOT NULL GENERATED ALWAYS AS (julianday(started_at)) STORED,
    ended_at TEXT
        CHECK (ended_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (ended_at IS NULL OR julianday(ended_at) IS NOT NULL),
    outcome TEXT CHECK (outcome IN ('done', 'partial', 'skipped')),
    planned_seconds REAL NOT NULL CHECK (planned_seconds >= 0),
    practice_seconds REAL NOT NULL CHECK (practice_seconds >= 0),
    plan TEXT NOT NULL CHECK (json_valid(plan)),
    discomfort_before INTEGER CHECK (discomfort_before BETWEEN 0 AND 10),
    discomfort_after INTEGER CHECK (discomfort_after BETWEEN 0 AND 10),
    note TEXT NOT NULL DEFAULT '',
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX session_by_time ON session (started_moment);
CREATE INDEX session_unfinished ON session (started_moment) WHERE ended_at IS NULL;
CREATE INDEX session_by_routine ON session (routine, started_moment) WHERE outcome = 'done';

-- `place` is the phase's index in the plan, `running` marks the one under way when it was last written.
CREATE TABLE phase (
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    place INTEGER NOT NULL CHECK (place >= 0),
    kind TEXT NOT NULL CHECK (
        kind IN ('get_ready', 'press', 'changeover', 'technique', 'pats', 'reps', 'breaths', 'rest', 'wait')
    ),
    subject TEXT CHECK (subject <> ''),
    side TEXT CHECK (side IN ('left', 'right', 'both')),
    planned_seconds REAL CHECK (planned_seconds >= 0),
    done_seconds REAL NOT NULL CHECK (done_seconds >= 0),
    planned_reps INTEGER CHECK (planned_reps > 0),
    done_reps INTEGER CHECK (done_reps >= 0),
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'partial', 'skipped')),
    ended_at TEXT NOT NULL
        CHECK (ended_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (julianday(ended_at) IS NOT NULL),
    running INTEGER NOT NULL DEFAULT 0 CHECK (running IN (0, 1)),
    PRIMARY KEY (session, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX phase_by_day ON phase (ended_at, kind, subject, done_seconds, done_reps);
CREATE UNIQUE INDEX phase_running ON phase (session) WHERE running = 1;
