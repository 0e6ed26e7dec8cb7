"""`acutimer points`: the points, or all about some of them."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from acutimer.cli import opening
from acutimer.cli.columns import section, table, terminal_width, wrapped
from acutimer.content.atlas import Atlas
from acutimer.content.library import Library
from acutimer.core.placing import place, views_of
from acutimer.core.points import Claim, Point
from acutimer.core.sides import Side
from acutimer.language.catalogue import tr
from acutimer.language.joining import side_by_side, things
from acutimer.language.sentences import one_after_another
from acutimer.terminal.words import duration


def run(codes: Sequence[str], *, as_json: bool) -> int:
    """Tell about the points named, or list them all."""
    library = opening.library()
    points = [library.point(code) for code in codes] or list(library.points.values())
    if as_json:
        atlas = opening.atlas()
        text = json.dumps([as_object(point, atlas) for point in points], ensure_ascii=False, indent=2) + "\n"
    elif codes:
        text = "\n".join(described(point, library, terminal_width()) for point in points)
    else:
        text = listed(points, terminal_width())
    sys.stdout.write(text)
    return 0


def as_object(point: Point, atlas: Atlas) -> dict[str, object]:
    """A point as `--json` gives it."""
    return {
        "code": point.code,
        "pinyin": point.pinyin,
        "hanzi": point.hanzi,
        "name": point.name,
        "meridian": point.meridian,
        "aliases": list(point.aliases),
        "location": point.location.text,
        "rule": {
            "landmark": point.rule.landmark,
            "direction": point.rule.direction,
            "cun": point.rule.distance_cun,
            "toward": point.rule.toward,
            "share": point.rule.share,
            "aside": None if point.rule.aside is None else asdict(point.rule.aside),
        },
        "cautions": [claim.text for claim in point.cautions],
        "sources": list(point.sources),
        "views": {view: [round(x, 2), round(y, 2)] for view, (x, y) in _places(point, atlas).items()},
    }


def _places(point: Point, atlas: Atlas) -> dict[str, tuple[float, float]]:
    """Where it lies in each view, the best view first: on the left side, in the view's own unit.

    A pair lies in the middle between its points.
    """
    codes = point.members or (point.code,)
    places = {}
    for view in views_of(atlas, codes[0]):
        found = [there for code in codes if (there := place(atlas.figure(view), code, Side.LEFT)) is not None]
        if len(found) == len(codes):
            places[view] = (sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found))
    return places


def listed(points: Sequence[Point], width: int) -> str:
    """One line a point: code, names, place."""
    return table([(point.code, point.name, point.pinyin, point.short) for point in points], width)


def described(point: Point, library: Library, width: int) -> str:
    """All about one point."""
    also = tr("Also called {0}.").format(things(point.aliases)) if point.aliases else ""
    how = tr("For a professional's hands only") if point.professional else tr("How to press")
    return "".join(
        (
            f"{point.code}  {point.name}\n",
            wrapped(" · ".join((*reversed(point.names_beside), point.meridian)), width),
            wrapped(also, width),
            section(tr("Find it"), _words([_finding(point)], library), width),
            section(tr("In the textbook"), _words([point.location], library), width),
            section(how, [*_words([point.press], library), *_time(point)], width),
            section(tr("Used for (tradition)"), _words(point.tradition, library), width),
            section(tr("What studies found (evidence)"), _words(point.evidence, library), width),
            section(tr("Take care"), _words(point.cautions, library), width),
        )
    )


def _time(point: Point) -> list[str]:
    if point.professional:
        return []
    least, most = (duration(seconds) for seconds in (point.dose.min_seconds, point.dose.max_seconds))
    words = tr("{0} a side.") if least == most else tr("{0} to {1} a side.")
    return [words.format(least, most)]


def _finding(point: Point) -> Claim:
    return Claim(one_after_another(step.words for step in point.find.steps), point.find.sources)


def _words(claims: Sequence[Claim], library: Library) -> list[str]:
    return [tr("{0} [{1}]").format(claim.text, _sources(claim, library)) for claim in claims]


def _sources(claim: Claim, library: Library) -> str:
    return side_by_side(library.sources[source].short for source in claim.sources)
