"""The strict door of import: what an export holds, checked by pydantic, which takes 100 ms to load. Import it late."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cache
from types import GenericAlias
from typing import Annotated, Any, Literal, TypeVar, cast

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError, ValidationInfo

from acutimer.core.errors import WorldError
from acutimer.core.legible import hidden_in
from acutimer.core.limits import ROUTINE_ID
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.routines import Routine
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.language.catalogue import tr
from acutimer.store.explaining_file import refusal, words_for
from acutimer.store.json_stream import Item
from acutimer.store.plans import read_plan, read_routine
from acutimer.store.portable import text_told
from acutimer.store.saying import quoted

FIRST_YEAR = 1970
WEEK_SECONDS = 7 * 24 * 3600
YEAR_SECONDS = 366 * 24 * 3600
MOST_REPS = 100_000
MOST_PHASES = 20_000
MOST_PLANS = 10_000_000
MOST_CHARACTERS = 2_000  # of a text in a plan
MOST_IN_NOTE = 1_000_000
MOST_NUMBER = 1_000_000_000  # in a plan
# Control characters, which a terminal would obey; a note has tabs and ends of lines. `filtering.plain_words` drops the
# same, so what comes through here is kept as it is.
_HIDDEN = r"\x00-\x1f\x7f-\x9f"
_HIDDEN_IN_NOTE = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?[+-][0-9]{2}:[0-9]{2}$"
_FARTHEST = timedelta(hours=14)  # no clock on earth is farther from UTC
_CONFIG = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

Known = TypeVar("Known")


def _moment(text: str, info: ValidationInfo) -> str:
    """The moment as Python writes it, so that one moment is one text; the context is the last one possible."""
    moment = datetime.fromisoformat(text)  # a ValueError says that there is no such day or hour
    if abs(moment.utcoffset() or timedelta(0)) > _FARTHEST:
        raise ValueError("no clock is farther than 14 hours from UTC")
    if moment.year < FIRST_YEAR:
        raise ValueError(f"this is before {FIRST_YEAR}")
    if info.context is not None and moment > info.context:
        raise ValueError("this is in the future. Check the clocks of both computers")
    return moment.isoformat()


_Written = Annotated[
    str, Field(pattern=_MOMENT, description="ISO 8601 with seconds and offset, such as 2026-11-20T07:10:00+01:00")
]
Moment = Annotated[_Written, AfterValidator(_moment)]
Name = Annotated[str, Field(min_length=1, max_length=500, pattern=f"^[^{_HIDDEN}]+$")]
Note = Annotated[str, Field(max_length=MOST_IN_NOTE, pattern=f"^[^{_HIDDEN_IN_NOTE}]*$")]
# "Minus zero" is zero, as in the database.
Seconds = Annotated[float, Field(ge=0, le=WEEK_SECONDS), AfterValidator(abs)]
PlannedSeconds = Annotated[float, Field(ge=0, le=YEAR_SECONDS), AfterValidator(abs)]
Reps = Annotated[int, Field(ge=0, le=MOST_REPS)]
PlannedReps = Annotated[int, Field(ge=1, le=MOST_REPS)]
Level = Annotated[int, Field(ge=0, le=10)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseInFile:
    """One phase as it was lived; `index` is its place among the phases of the plan. What it has not is left out."""

    index: Annotated[int, Field(ge=0, lt=MOST_PHASES)]
    kind: PhaseKind
    subject: Name | None = None
    side: Side | None = None
    planned_seconds: Seconds | None = None
    done_seconds: Seconds
    planned_reps: PlannedReps | None = None
    done_reps: Reps | None = None
    outcome: Outcome
    ended_at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInFile:
    """One version of a session that is over; `plan` is the place of its plan in `plans`, from 0.

    Of two versions of one session the one changed last holds. Discomfort is 0 (none) to 10 (worst imaginable).
    """

    plan: Annotated[int, Field(ge=0, lt=MOST_PLANS)]
    id: Name
    routine: Name
    routine_name: Name
    started_at: Moment
    ended_at: Moment
    outcome: Outcome
    planned_seconds: PlannedSeconds
    practice_seconds: PlannedSeconds
    discomfort_before: Level | None = None
    discomfort_after: Level | None = None
    note: Note = ""
    by_hand: bool = False
    changed_at: Moment
    phases: Annotated[tuple[PhaseInFile, ...], Field(max_length=MOST_PHASES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletedInFile:
    """A session the user deleted, and when."""

    session: Name
    at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineInFile:
    """An own routine. A deleted one is told as well, so that another computer does not bring it back."""

    routine: Routine
    is_deleted: bool
    changed_at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRoutineInFile:
    """A version of an own routine that was replaced."""

    routine: Routine
    changed_at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class FavouriteInFile:
    """Whether a routine, built in or own, is a favourite, and since when."""

    routine: Name
    is_chosen: bool
    changed_at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFile:
    """Everything the user made: `sessions` hold; `past` are versions that were corrected, replaced or deleted.

    Files of version 1 have neither routines nor favourites.
    """

    format: Literal["acutimer.history"]
    version: Literal[2]
    made_at: _Written
    plans: tuple[Plan, ...]
    sessions: tuple[SessionInFile, ...]
    past: tuple[SessionInFile, ...]
    deleted: tuple[DeletedInFile, ...]
    routines: tuple[RoutineInFile, ...]
    past_routines: tuple[PastRoutineInFile, ...]
    favourites: tuple[FavouriteInFile, ...]


_PHASE = tuple(sorted(field.name for field in fields(PhaseInFile)))
_SESSION = tuple(sorted(field.name for field in fields(SessionInFile) if field.name not in ("plan", "phases")))


class PortableDoor:
    """Checks the items of an export one by one. Every method raises InputError, which tells the item and the line."""

    def __init__(self, latest: datetime) -> None:
        """`latest` is the last moment anything can have happened at."""
        self._latest = latest

    def session(self, item: Item) -> SessionInFile:
        """A version of a session."""
        return self._typed(SessionInFile, item)

    def deleted(self, item: Item) -> DeletedInFile:
        """A deletion."""
        return self._typed(DeletedInFile, item)

    def plan(self, item: Item) -> tuple[Plan, str]:
        """A plan, and its text as the file has it: what this version would add to it would make it another plan.

        Its texts and numbers are nothing one could not show, and the log will read it as the same.
        """
        plan = self._typed(Plan, item)
        text = json.dumps(item.value, separators=(",", ":"))
        _refuse_flaws(item)
        if len(plan.phases) > MOST_PHASES:
            raise refusal(
                item, ("phases",), tr("there are {0}; {1} is the most.").format(len(plan.phases), MOST_PHASES)
            )
        for index, phase in enumerate(plan.phases):
            if phase.seconds is not None and not 0 <= phase.seconds <= WEEK_SECONDS:
                words = tr("this must be between {0} and {1}.").format(0, WEEK_SECONDS)
                raise refusal(item, ("phases", index, "seconds"), words)
        if not _is_read_as(plan, text, read_plan):
            raise refusal(item, (), tr("a step of it does not say of which kind it is."))
        return plan, text

    def routine(self, item: Item) -> tuple[RoutineInFile | PastRoutineInFile, str]:
        """A version of an own routine, and its text as the log keeps it: what this version would add is left out."""
        is_past = item.name == "past_routines"
        read = self._typed(PastRoutineInFile, item) if is_past else self._typed(RoutineInFile, item)
        _refuse_flaws(item)
        if not re.fullmatch(ROUTINE_ID, read.routine.id):
            raise refusal(item, ("routine", "id"), tr("{0} is no id of a routine.").format(quoted(read.routine.id)))
        for place, value in _leaves(item.value):
            if isinstance(value, str) and hidden_in(value):
                words = tr("{0} has a character that cannot be shown. Take it out.")
                raise refusal(item, place, words.format(quoted(value)))
        told = cast("dict[str, Any]", item.value)["routine"]
        text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if not _is_read_as(read.routine, text, read_routine):
            raise refusal(item, ("routine",), tr("a step of it does not say of which kind it is."))
        return read, text

    def favourite(self, item: Item) -> FavouriteInFile:
        """A favourite, or what is none any more."""
        return self._typed(FavouriteInFile, item)

    def _typed(self, kind: type[Known], item: Item) -> Known:
        try:
            # JSON text goes in, for only from JSON does strict pydantic read enums
            (checked,) = _adapter(cast("type", kind)).validate_json(f"[{item.text}]", context=self._latest)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise refusal(item, first["loc"][1:], words_for(first)) from None
        return cast("Known", checked)


def text_in(session: SessionInFile) -> str:
    """The one text of the version a file tells: `portable.text_of` has the same for its record."""
    told = {name: getattr(session, name) for name in _SESSION}
    told["phases"] = [
        {name: value for name in _PHASE if (value := getattr(phase, name)) is not None} for phase in session.phases
    ]
    return text_told(told)


def schema() -> dict[str, Any]:
    """The JSON Schema of an export."""
    whole = _adapter(HistoryFile).json_schema()
    history = whole["$defs"].pop("HistoryFile")
    start = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": start, **history, "title": "A log exported by acutimer", "$defs": whole["$defs"]}


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    # A configuration reaches a standard dataclass only through a type that is none itself, such as a list of it.
    return TypeAdapter(cast("Any", GenericAlias(list, (kind,))), config=_CONFIG)


def _is_read_as(record: object, text: str, read: Callable[[str], object]) -> bool:
    try:
        return read(text) == record
    except WorldError:
        return False


def _refuse_flaws(item: Item) -> None:
    """See that no text or number in it is one that cannot be shown."""
    for place, value in _leaves(item.value):
        flaw = _flaw(value)
        if flaw:
            raise refusal(item, place, flaw)


def _leaves(value: object) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every text and number in a value, with its place; names count as texts."""
    waiting: list[tuple[tuple[str | int, ...], object]] = [((), value)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(((*place, str(name)), inner) for name, inner in value.items())
        elif isinstance(value, list):
            waiting.extend(((*place, index), inner) for index, inner in enumerate(value))
        else:
            yield place, value


def _flaw(value: object) -> str:
    if isinstance(value, str):
        if len(value) > MOST_CHARACTERS:
            return tr("this text has {0} characters; {1} is the most.").format(len(value), MOST_CHARACTERS)
        if re.search(f"[{_HIDDEN_IN_NOTE}]", value):
            return tr("{0} has a control character. Take it out.").format(quoted(value))
    elif isinstance(value, int | float) and abs(value) > MOST_NUMBER:
        return tr("this is not a number one can use.")
    return ""
