-- The user's own routines, their favourites, and what the editor has not saved yet. Frozen once released.

-- `text` is the routine as in a file; `changed_at` tells which of two versions holds: the one changed last. A deleted
-- one stays as `is_deleted`, so that another computer's copy does not bring it back, and so that it can be restored.
CREATE TABLE own_routine (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    text TEXT NOT NULL CHECK (json_valid(text)),
    is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
    changed_at TEXT NOT NULL
        CHECK (changed_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (julianday(changed_at) IS NOT NULL)
) STRICT;

-- Versions of a routine that were replaced; `changed_at` is the latest moment at which one was made to hold.
CREATE TABLE past_routine (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL CHECK (id <> ''),
    text TEXT NOT NULL CHECK (json_valid(text)),
    changed_at TEXT NOT NULL
        CHECK (changed_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (julianday(changed_at) IS NOT NULL),
    UNIQUE (id, text)
) STRICT;

-- Any routine, built in or own, by its id. One that no longer is a favourite stays with `is_chosen` 0, for merging.
CREATE TABLE favourite (
    routine TEXT PRIMARY KEY NOT NULL CHECK (routine <> ''),
    is_chosen INTEGER NOT NULL CHECK (is_chosen IN (0, 1)),
    changed_at TEXT NOT NULL
        CHECK (changed_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (julianday(changed_at) IS NOT NULL)
) STRICT;

-- What the editor holds of a routine and was not saved, by the routine's id.
CREATE TABLE draft (
    routine TEXT PRIMARY KEY NOT NULL CHECK (routine <> ''),
    text TEXT NOT NULL CHECK (json_valid(text)),
    changed_at TEXT NOT NULL
        CHECK (changed_at GLOB '????-??-??T??:??:??*[+-]??:??')
        CHECK (julianday(changed_at) IS NOT NULL)
) STRICT;
