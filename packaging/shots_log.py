"""The log: its days, its body, its trends, what leaves it and comes into it, its report."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from stage import NOW, Scene, Stage

from acutimer.store.progress import Progress
from acutimer.ui.backing_up import backups_of
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.log.keeping.page import KeepingPage
from acutimer.ui.log.place import BODY, KEEPING, REPORT, TRENDS, LogPlace

Then = Callable[[Stage, LogPlace], object]
# A file that stops in the middle of a session, as one does that was not copied to its end.
TRUNCATED = (
    '{"format":"acutimer.history","version":1,"made_at":"2026-11-20T07:00:00+01:00",\n'
    '"plans":[\n],\n"sessions":[\n{"id":'
)


def scenes() -> dict[str, Scene]:
    """One scene a page and a state of it."""
    years, weeks, little = Stage.live_three_years, Stage.live_past_weeks, live_a_little
    found: dict[str, Scene] = {
        "log-three-years": partial(look, years),
        "log-one-session": partial(look, live_once),
        "log-day-chosen": partial(look, years, then=choose_day),
        "log-day-of-rest": partial(look, years, then=choose_rest),
        "log-year-before": partial(look, years, then=go_back_a_year),
        "log-read": partial(look, years, then=read),
        "log-filter": partial(look, years, then=filter_by_point),
        "log-filter-words": partial(look, years, then=partial(filter_by_words, "stairs")),
        "log-filter-nothing": partial(look, years, then=partial(filter_by_words, "xylophone")),
        "log-edited": partial(look, years, then=look_at_edited),
        "log-by-hand": partial(look, years, then=look_at_added),
        "log-editing": partial(look, years, then=edit),
        "log-adding": partial(look, years, then=lambda _stage, place: place.header.add.click()),
        "log-deleted": partial(look, years, then=delete),
    }
    for index, days in enumerate((7, 14, 30)):
        found[f"log-body-{days}"] = partial(look, years, page=BODY, then=partial(choose_days, index))
    found["log-body-little"] = partial(look, live_once, page=BODY)
    for index, name in enumerate(("12-weeks", "year", "all")):
        found[f"log-trends-{name}"] = partial(look, years, page=TRENDS, then=partial(choose_period, index))
    found["log-trends-little"] = partial(look, little, page=TRENDS)
    for name, page in (("body", BODY), ("trends", TRENDS), ("keeping", KEEPING), ("report", REPORT)):
        found[f"log-{name}-empty"] = partial(look, None, page=page)
    return found | {
        "log-keeping": partial(look, live_and_back_up, page=KEEPING),
        "log-keeping-exporting": partial(look, live_and_back_up, page=KEEPING, then=export),
        "log-keeping-import-refused": partial(look, live_and_back_up, page=KEEPING, then=bring_in_a_part),
        "log-keeping-imported": partial(look, weeks, page=KEEPING, then=bring_in),
        "log-keeping-backup": partial(look, live_and_back_up, page=KEEPING, then=look_into_backup),
        "log-report": partial(look, years, page=REPORT),
        "log-report-little": partial(look, little, page=REPORT),
    }


def look(live: Callable[[Stage], object] | None, stage: Stage, *, page: int = 0, then: Then | None = None) -> None:
    """The log of a life, on a page of it."""
    if live is not None:
        live(stage)
    stage.open()
    stage.window.show_place("log")
    stage.settle()
    place = stage.place(LogPlace)
    if page:
        place.show_page(page)
        stage.settle()
    if then is not None:
        then(stage, place)


# -- lives ---------------------------------------------------------------------------------------


def live_once(stage: Stage) -> None:
    """One session, this morning."""
    stage.live("knee-pain-press", NOW - timedelta(minutes=26), discomfort=(5, 4))


def live_a_little(stage: Stage) -> None:
    """Four sessions in two weeks."""
    for days, before in ((12, 6), (9, 5), (5, 6), (1, 4)):
        stage.live("knee-pain-press", NOW - timedelta(days=days), discomfort=(before, before - 1))


def live_and_back_up(stage: Stage) -> None:
    """Three years, a copy on each of the last days, and a session since."""
    stage.live_three_years()
    backups = backups_of(stage.context)
    assert backups is not None
    for days in (9, 8, 6, 5, 4, 2, 1):
        backups.make(NOW - timedelta(days=days))
    stage.live("balance-points", NOW - timedelta(minutes=9))


# -- days ----------------------------------------------------------------------------------------


def choose_day(stage: Stage, place: LogPlace) -> None:
    """A day in summer, and its newest session."""
    place.days.calendar.go_to(_day_with(stage, date(2026, 6, 13), 2))
    place.days.calendar.opened.emit(place.days.calendar.chosen)


def choose_rest(stage: Stage, place: LogPlace) -> None:
    """A day off, opened."""
    place.days.calendar.go_to(_day_with(stage, date(2026, 6, 13), 0))
    place.days.calendar.opened.emit(place.days.calendar.chosen)


def go_back_a_year(_stage: Stage, place: LogPlace) -> None:
    """The year before."""
    place.days.calendar.before.click()


def read(stage: Stage, place: LogPlace) -> None:
    """Everything that happened in the newest session, by the keyboard."""
    place.days.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(Qt.Key.Key_Return)


def filter_by_point(stage: Stage, place: LogPlace) -> None:
    """One point, done in part."""
    place.header.filter.click()
    stage.settle()
    bar = place.days.filters
    _pick(bar.point, list(stage.library.points).index("ST36") + 1)
    _pick(bar.outcome, 2)


def filter_by_words(words: str, stage: Stage, place: LogPlace) -> None:
    """Words in notes, typed."""
    place.header.filter.click()
    stage.settle()
    stage.type(words)


def look_at_edited(stage: Stage, place: LogPlace) -> None:
    """The newest session that was corrected."""
    _choose_where(stage, place, "id IN (SELECT session FROM past)")


def look_at_added(stage: Stage, place: LogPlace) -> None:
    """The newest session that was added by hand."""
    _choose_where(stage, place, "by_hand = 1")


def edit(_stage: Stage, place: LogPlace) -> None:
    """The form for the newest session."""
    place.days.picked.edit()


def delete(_stage: Stage, place: LogPlace) -> None:
    """The newest session deleted, which can be undone."""
    place.days.picked.delete()


# -- the other pages -----------------------------------------------------------------------------


def choose_days(index: int, stage: Stage, _place: LogPlace) -> None:
    """How far back the body is warm."""
    from acutimer.ui.log.body.page import BodyPage

    page = stage.place(BodyPage)
    page.switch.set_index(index)
    page.refresh()


def choose_period(index: int, stage: Stage, _place: LogPlace) -> None:
    """How far back the trends go."""
    from acutimer.ui.log.trends.page import TrendsPage

    page = stage.place(TrendsPage)
    page.period.set_index(index)
    page.refresh()


def export(stage: Stage, _place: LogPlace) -> None:
    """In the middle of it."""
    page = stage.place(KeepingPage)
    for card in (page.exports, page.imports, page.backups):
        card.set_enabled(False)
    page.exports.under_way.begin(page.tr("Exporting your log"), is_measured=True, can_cancel=True)
    page.exports.under_way.step(Progress(412, 917))


def bring_in_a_part(stage: Stage, _place: LogPlace) -> None:
    """A file that was not copied to its end."""
    _bring_in(stage, TRUNCATED)


def bring_in(stage: Stage, _place: LogPlace) -> None:
    """Another computer's sessions."""
    from acutimer.store.exporting import export_json

    file = stage.context.history.ledger.path.with_name("acutimer-2026-11-19.json")
    there = [
        it.id for it in stage.context.history.totals.sessions_between(NOW.date() - timedelta(days=9), NOW.date(), 3)
    ]
    list(export_json(stage.connection, file, NOW))
    for session_id in there:
        stage.connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
    _bring_in(stage, file.read_text(encoding="utf-8"))


def look_into_backup(stage: Stage, _place: LogPlace) -> None:
    """What is in yesterday's copy."""
    stage.place(KeepingPage).backups.list.rows[1].click()


def _bring_in(stage: Stage, text: str) -> None:
    file = stage.context.history.ledger.path.with_name("acutimer-2026-11-19.json")
    file.write_text(text, encoding="utf-8")
    page = stage.place(KeepingPage)
    page.bring_in(file)
    while page.is_busy:
        stage.settle()


def _pick(dropdown: Dropdown, index: int) -> None:
    dropdown.set_index(index)
    dropdown.chosen.emit(index)


def _day_with(stage: Stage, day: date, sessions: int) -> date:
    """The first day from `day` on with so many sessions."""
    days = stage.context.history.totals.days(day, day + timedelta(days=90), 3)
    while (days[day].sessions if day in days else 0) != sessions:
        day += timedelta(days=1)
    return day


def _choose_where(stage: Stage, place: LogPlace, condition: str) -> None:
    """Choose the newest session that fulfils a condition of SQL."""
    history = stage.context.history
    newest = f"SELECT id FROM session WHERE {condition} ORDER BY started_moment DESC LIMIT 1"  # noqa: S608 - ours
    found = history.finder.place_of(history.ledger.read(newest)[0]["id"])
    assert found is not None
    place.days.listing.list.choose(found)
