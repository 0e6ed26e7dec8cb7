"""The light door: everything we ship about points, practices and routines, read as it is.

The files are ours and the tests send each of them through the strict door (`checking`), so nothing is checked here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from acutimer.content.overlaying import ContentFolder
from acutimer.content.safety_words import SafetyWords, load_safety_words
from acutimer.content.wording import forms, plain, worded
from acutimer.core.adjusting import Adjustment
from acutimer.core.codes import canonical, folded
from acutimer.core.conditions import Condition
from acutimer.core.errors import InputError
from acutimer.core.points import Area, Aside, Claim, Direction, Dose, FindStep, Guidance, Point, Rule, Shows
from acutimer.core.practices import Complaint, Exercise, GuideCard, Source, Technique
from acutimer.core.routines import (
    BreathsStep,
    Cadence,
    PatsStep,
    Posture,
    PressStep,
    Pressure,
    RepsStep,
    RestStep,
    Routine,
    Schedule,
    Step,
    TechniqueStep,
    Tempo,
    WaitStep,
    subject_of,
)
from acutimer.core.safety import Safety
from acutimer.core.sides import Sides
from acutimer.language.catalogue import tr
from acutimer.language.joining import things

FACTS = "en"  # the language whose files hold the facts, too
STEPS: dict[str, type] = {
    "press": PressStep,
    "technique": TechniqueStep,
    "pats": PatsStep,
    "reps": RepsStep,
    "breaths": BreathsStep,
    "rest": RestStep,
    "wait": WaitStep,
}


@dataclass(frozen=True)
class Library:
    """All content, each kind in reading order.

    `landmarks` gives a landmark's name for its id ("outer knee eye"), `measures` a measure's words for its name
    ("4 fingers": "four fingers"), `forms` every form both take in a sentence, the plain one first; `pronunciation`
    letters that sound like a word ("Zúsānlǐ": "dzoo sahn lee").
    Points are keyed by WHO code (the pair Xiyan by "EX-LE5"), everything else by its id.
    """

    sources: Mapping[str, Source]
    landmarks: Mapping[str, str]
    measures: Mapping[str, str]
    pronunciation: Mapping[str, str]
    points: Mapping[str, Point]
    techniques: Mapping[str, Technique]
    exercises: Mapping[str, Exercise]
    guide: Mapping[str, GuideCard]
    complaints: Mapping[str, Complaint]
    routines: Mapping[str, Routine]
    safety_words: SafetyWords
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def rules(self) -> Mapping[str, Rule]:
        """How each point is found, by its code: the drawings place it by that."""
        return {code: point.rule for code, point in self.points.items()}

    def point(self, code: str) -> Point:
        """The point meant by a code or a name in any spelling.

        Raises:
            InputError: no such point; the nearest known spellings are named.
        """
        if (point := self.points.get(canonical(code))) is not None:
            return point
        spellings = {folded(name): point for point in self.points.values() for name in _names(point)}
        if (point := spellings.get(folded(code))) is not None:
            return point
        near = dict.fromkeys(spellings[name].code for name in _near(folded(code), spellings))
        raise InputError(tr("There is no point {0} here. {1}").format(_shown(code), _meant(near, self.points)))

    def routine(self, id: str) -> Routine:  # noqa: A002 - an id is called id
        """The routine with this id.

        Raises:
            InputError: no such routine; the nearest known ids are named.
        """
        return routine_among(self.routines, id)

    def beside_ours(self, own: Mapping[str, Routine]) -> dict[str, Routine]:
        """Those of the user's own routines that can be done here, by id and in their order.

        Left out are those with an id of ours and those without a step; and those with a point, technique or exercise
        that is not here, for a newer acutimer may know others, or is left to a professional.
        """
        return {name: routine for name, routine in own.items() if name not in self.routines and self._takes(routine)}

    def _takes(self, routine: Routine) -> bool:
        return bool(routine.steps) and all(map(self._takes_step, routine.steps))

    def _takes_step(self, step: Step) -> bool:
        subject = subject_of(step)
        if subject is None:
            return True
        if isinstance(step, PressStep):
            return subject in self.points and not self.points[subject].professional
        return subject in (self.exercises if isinstance(step, RepsStep) else self.techniques)

    def safety(self, profile: Iterable[Condition]) -> Safety:
        """What a person with these conditions leaves out or goes about with care."""
        return Safety(frozenset(profile), self.points, self.techniques, self.exercises, self.safety_words.say)

    def name_of(self, subject: str | None) -> str:
        """The words for a point, technique or exercise; an unknown subject is its own name, None has none."""
        if subject is None:
            return ""
        if (point := self.points.get(subject)) is not None:
            return point.name
        practice = self.techniques.get(subject) or self.exercises.get(subject)
        return subject if practice is None else practice.name


def load_library(facts: Path, words: Path | None = None) -> Library:
    """Read the content from `facts` (resources/content/en), in the words of another language where `words` has them.

    Raises:
        WorldError: a file cannot be read.
    """
    folder = ContentFolder(facts, words)
    landmarks, measures = folder.read("landmarks"), folder.read("measures")
    points = (worded(point, landmarks, measures) for point in _records(folder, "points", Point))
    return Library(
        sources=_by_id(folder, "sources", Source),
        landmarks=plain(landmarks),
        measures=plain(measures),
        pronunciation=folder.read("pronunciation"),
        points={point.code: point for point in points},
        techniques=_by_id(folder, "techniques", Technique),
        exercises=_by_id(folder, "exercises", Exercise),
        guide=_by_id(folder, "guide", GuideCard),
        complaints=_by_id(folder, "complaints", Complaint),
        routines=_by_id(folder, "routines", Routine),
        safety_words=load_safety_words(folder),
        forms=forms(landmarks) | forms(measures),
    )


def library_in(folder: Path, tag: str) -> Library:
    """Everything under `folder` (resources/content) in the language `tag`; what that has no words for is in English.

    Raises:
        WorldError: a file cannot be read.
    """
    words = folder / tag
    return load_library(folder / FACTS, words if tag != FACTS and words.is_dir() else None)


def routine_among(routines: Mapping[str, Routine], wanted: str) -> Routine:
    """The routine with this id among some.

    Raises:
        InputError: no such routine; the nearest known ids are named.
    """
    if (routine := routines.get(wanted)) is not None:
        return routine
    raise InputError(tr("There is no routine {0} here. {1}").format(_shown(wanted), nearest(wanted, routines)))


def nearest(wanted: str, known: Iterable[str]) -> str:
    """A sentence naming what may have been meant: the nearest of `known`, or all of them when none is near."""
    names = tuple(known)
    return _meant(_near(wanted, names), names)


def _near(wanted: str, known: Iterable[str]) -> list[str]:
    import difflib  # no start needs it

    return difflib.get_close_matches(wanted[:40], list(known))


def _meant(near: Iterable[str], known: Iterable[str]) -> str:
    *others, last = [*near] or [""]
    if not last:
        return tr("Known are {0}.").format(things(known))
    meant = tr("{0} or {1}").format(things(others), last) if others else last
    return tr("Did you mean {0}?").format(meant)


def _shown(text: str) -> str:
    """What someone typed, on one line and not too long."""
    return repr(text if len(text) <= 40 else text[:37] + "...")


def _names(point: Point) -> tuple[str, ...]:
    return point.code, point.name, point.hanzi, *point.aliases  # the aliases hold the pinyin without its tones


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record")
Named = TypeVar("Named", bound=_HasId)


def _by_id(folder: ContentFolder, name: str, kind: type[Named]) -> dict[str, Named]:
    return {record.id: record for record in _records(folder, name, kind)}


def _records(folder: ContentFolder, name: str, kind: type[Record]) -> list[Record]:
    return [_build(kind, raw) for raw in folder.read(name)]


def _build(kind: type[Record], raw: Mapping[str, Any]) -> Record:
    return kind(**{name: READERS[name](value) if name in READERS else value for name, value in raw.items()})


def _claim(raw: Mapping[str, Any]) -> Claim:
    return Claim(raw["text"], tuple(raw["sources"]))


def _claims(raws: Iterable[Mapping[str, Any]]) -> tuple[Claim, ...]:
    return tuple(map(_claim, raws))


def _conditions(raws: Iterable[str]) -> tuple[Condition, ...]:
    return tuple(map(Condition, raws))


def _care(raws: list[str] | Mapping[str, str]) -> object:
    """What asks for care: of a point the conditions alone, of a practice what each of them asks for."""
    if isinstance(raws, list):
        return _conditions(raws)
    return {Condition(name): Adjustment(asked) for name, asked in raws.items()}


def _rule(raw: Mapping[str, Any]) -> Rule:
    aside = raw.get("aside")
    aside = Aside(Direction(aside["direction"]), aside["cun"]) if aside else None
    return Rule(**{**raw, "direction": Direction(raw["direction"]), "aside": aside})


def _guidance(raw: Mapping[str, Any]) -> Guidance:
    steps = tuple(FindStep(Shows(step["shows"]), step["words"]) for step in raw["steps"])
    return Guidance(steps, tuple(raw["sources"]))


def _steps(raws: Iterable[Mapping[str, Any]]) -> tuple[Step, ...]:
    return tuple(_build(STEPS[raw["kind"]], raw) for raw in raws)


# How a field is read wherever it occurs; what is not named here stands in the file as it is in the record.
READERS: dict[str, Callable[[Any], object]] = {
    **dict.fromkeys(("location", "press", "how"), _claim),
    **dict.fromkeys(("tradition", "evidence", "cautions", "text", "red_flags"), _claims),
    "unsuitable": _conditions,
    "care": _care,
    **dict.fromkeys(("aliases", "members", "about", "points", "routines", "equipment", "guide", "words"), tuple),
    "area": Area,
    "find": _guidance,
    "rule": _rule,
    "dose": lambda raw: Dose(**raw),
    "postures": lambda raws: tuple(map(Posture, raws)),
    "steps": _steps,
    "sides": Sides,
    "pressure": Pressure,
    "cadence": lambda raw: Cadence(**raw),
    "tempo": lambda raw: Tempo(**raw),
    "schedule": lambda raw: Schedule(**raw),
}
