-- The log can be read at any length, corrected, and merged with another computer's. Frozen once released.
-- Plans are kept once, however many sessions follow them; phases refer to their session by number. What the list and
-- the calendar show of a session (done_seconds, share, practice_hour) is summed up whenever its phases change.
-- A CHECK with a list of words says OR, not IN: SQLite would sort the list anew for every row, which takes longer than
-- all else about a phase.

CREATE TABLE plan (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE CHECK (json_valid(text))
) STRICT;

INSERT INTO plan (text) SELECT DISTINCT plan FROM session;

-- Every set of subjects that was practised in one session, as a sorted list in JSON: thousands of sessions share a few.
CREATE TABLE practised (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE CHECK (json_valid(text))
) STRICT;

-- `changed_at` tells which of two versions of a session holds: the one changed last. `note_folded` is the note as
-- it is searched: small letters without marks. `started_moment` is a column of its own, as an index over a generated one
-- cannot answer a query by itself.
CREATE TABLE new_session (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    routine TEXT NOT NULL CHECK (routine <> ''),
    routine_name TEXT NOT NULL CHECK (routine_name <> ''),
    started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??*[+-]??:??'),
    started_moment REAL NOT NULL CHECK (started_moment = julianday(started_at)),
    ended_at TEXT
        CHECK (ended_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (ended_at IS NULL OR julianday(ended_at) IS NOT NULL),
    outcome TEXT CHECK (outcome = 'done' OR outcome = 'partial' OR outcome = 'skipped'),
    planned_seconds REAL NOT NULL CHECK (planned_seconds >= 0),
    practice_seconds REAL NOT NULL CHECK (practice_seconds >= 0),
    done_seconds REAL NOT NULL DEFAULT 0 CHECK (done_seconds >= 0),
    share REAL NOT NULL DEFAULT 0 CHECK (share BETWEEN 0 AND 1),
    practised INTEGER REFERENCES practised (number),
    plan INTEGER NOT NULL REFERENCES plan (number),
    discomfort_before INTEGER CHECK (discomfort_before BETWEEN 0 AND 10),
    discomfort_after INTEGER CHECK (discomfort_after BETWEEN 0 AND 10),
    note TEXT NOT NULL DEFAULT '',
    note_folded TEXT NOT NULL DEFAULT '',
    by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
    changed_at TEXT NOT NULL
        CHECK (changed_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (julianday(changed_at) IS NOT NULL),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;

INSERT INTO new_session (
    id, routine, routine_name, started_at, started_moment, ended_at, outcome, planned_seconds, practice_seconds, plan,
    discomfort_before, discomfort_after, note, note_folded, changed_at
)
SELECT
    id, routine, routine_name, started_at, started_moment, ended_at, outcome, planned_seconds, practice_seconds,
    (SELECT number FROM plan WHERE text = session.plan),
    discomfort_before, discomfort_after, note, folded_words(note), coalesce(ended_at, started_at)
FROM session
ORDER BY started_moment, rowid;

CREATE TABLE new_phase (
    session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    place INTEGER NOT NULL CHECK (place >= 0),
    kind TEXT NOT NULL CHECK (
        kind = 'get_ready' OR kind = 'press' OR kind = 'changeover' OR kind = 'technique' OR kind = 'pats'
        OR kind = 'reps' OR kind = 'breaths' OR kind = 'rest' OR kind = 'wait'
    ),
    subject TEXT CHECK (subject <> ''),
    side TEXT CHECK (side = 'left' OR side = 'right' OR side = 'both'),
    planned_seconds REAL CHECK (planned_seconds >= 0),
    done_seconds REAL NOT NULL CHECK (done_seconds >= 0),
    planned_reps INTEGER CHECK (planned_reps > 0),
    done_reps INTEGER CHECK (done_reps >= 0),
    outcome TEXT NOT NULL CHECK (outcome = 'done' OR outcome = 'partial' OR outcome = 'skipped'),
    ended_at TEXT NOT NULL
        CHECK (ended_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (julianday(ended_at) IS NOT NULL),
    running INTEGER NOT NULL DEFAULT 0 CHECK (running IN (0, 1)),
    PRIMARY KEY (session, ordinal)
) STRICT, WITHOUT ROWID;

INSERT INTO new_phase
SELECT
    new_session.number, ordinal, place, kind, subject, side, phase.planned_seconds, phase.done_seconds,
    planned_reps, done_reps, phase.outcome, phase.ended_at, running
FROM phase
JOIN new_session ON new_session.id = phase.session
ORDER BY new_session.number, ordinal;

DROP TABLE phase;
DROP TABLE session;
ALTER TABLE new_session RENAME TO session;
ALTER TABLE new_phase RENAME TO phase;

-- What was practised within one hour of a session's own clock ('2026-11-20T07'). Hours, not days, because the user
-- chooses the hour at which a day begins. What was done on both sides at once counts for each of them.
CREATE TABLE practice_hour (
    hour TEXT NOT NULL,
    session INTEGER NOT NULL REFERENCES session (number) ON DELETE CASCADE,
    seconds REAL NOT NULL CHECK (seconds > 0),
    left_seconds REAL NOT NULL,
    right_seconds REAL NOT NULL,
    PRIMARY KEY (hour, session)
) STRICT, WITHOUT ROWID;

-- Versions of a session that were corrected, replaced or deleted, as in an export; none is ever changed.
CREATE TABLE past (
    number INTEGER PRIMARY KEY,
    session TEXT NOT NULL CHECK (session <> ''),
    plan INTEGER NOT NULL REFERENCES plan (number),
    record TEXT NOT NULL CHECK (json_valid(record)),
    UNIQUE (session, record)
) STRICT;

-- Sessions the user deleted, so that another computer's copy does not bring them back.
CREATE TABLE deleted (
    session TEXT PRIMARY KEY NOT NULL CHECK (session <> ''),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*[+-]??:??') CHECK (julianday(at) IS NOT NULL)
) STRICT;

CREATE INDEX session_by_time ON session (started_moment, number, practised, routine, outcome);
CREATE INDEX session_by_routine ON session (routine, started_moment, number, outcome);
CREATE INDEX session_by_plan ON session (plan);
CREATE INDEX session_unfinished ON session (started_moment) WHERE ended_at IS NULL;
CREATE INDEX session_with_note ON session (started_moment, number, note_folded) WHERE note_folded <> '';
CREATE INDEX session_rated ON session (started_moment)
    WHERE discomfort_before IS NOT NULL OR discomfort_after IS NOT NULL;
CREATE INDEX phase_by_subject ON phase (subject, kind, ended_at, side, done_seconds, done_reps, outcome);
CREATE UNIQUE INDEX phase_running ON phase (session) WHERE running = 1;
CREATE INDEX practice_hour_by_session ON practice_hour (session);
CREATE INDEX past_by_plan ON past (plan);

UPDATE session SET done_seconds = coalesce((
    SELECT sum(done_seconds) FROM phase
    WHERE phase.session = session.number AND (
        kind IN ('press', 'technique', 'pats', 'reps', 'breaths')
        OR (kind = 'wait' AND subject IN ('walking', 'backward-walking'))
    )
), 0);

UPDATE session SET share = CASE
    WHEN outcome = 'done' THEN 1.0
    WHEN practice_seconds <= 0 THEN 0.0
    ELSE min(1.0, coalesce((
        SELECT sum(best) FROM (
            SELECT max(min(done_seconds, planned_seconds)) AS best FROM phase
            WHERE phase.session = session.number AND planned_seconds IS NOT NULL
                AND kind IN ('press', 'technique', 'pats', 'reps', 'breaths')
            GROUP BY place
        )
    ), 0) / practice_seconds)
END;

CREATE TEMP TABLE subjects AS
SELECT session, json_group_array(subject) AS text
FROM (
    SELECT DISTINCT session, subject FROM phase
    WHERE done_seconds > 0 AND subject IS NOT NULL AND (
        kind IN ('press', 'technique', 'pats', 'reps', 'breaths')
        OR (kind = 'wait' AND subject IN ('walking', 'backward-walking'))
    )
    ORDER BY session, subject
)
GROUP BY session;

INSERT INTO practised (text) SELECT DISTINCT text FROM subjects;
UPDATE session SET practised = (
    SELECT practised.number FROM practised JOIN subjects USING (text) WHERE subjects.session = session.number
);
DROP TABLE temp.subjects;

INSERT INTO practice_hour
SELECT
    substr(ended_at, 1, 13), session, sum(done_seconds),
    total(CASE WHEN side IN ('left', 'both') THEN done_seconds END),
    total(CASE WHEN side IN ('right', 'both') THEN done_seconds END)
FROM phase
WHERE done_seconds > 0 AND (
    kind IN ('press', 'technique', 'pats', 'reps', 'breaths')
    OR (kind = 'wait' AND subject IN ('walking', 'backward-walking'))
)
GROUP BY substr(ended_at, 1, 13), session;
