"""A routine that is shown again, of which nothing is new, stays as it stands: nothing is built for it."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.ui.context import Context
from acutimer.ui.routines.place import RoutinesPlace
from tests.ui.practice import NOW, practise, shown


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> RoutinesPlace:
    place = shown(RoutinesPlace(context), qtbot)
    place.show_routine("knee-pain-press")
    return place


def test_what_is_the_same_is_not_built_anew(place: RoutinesPlace) -> None:
    steps = place.detail.steps
    place.refresh()
    place.show_routine("knee-pain-press")
    assert place.detail.steps is steps


def test_another_routine_is_built_once(place: RoutinesPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    detail, seen = place.detail, list[str]()
    build = detail._show

    def noted(routine, lately):  # type: ignore[no-untyped-def]  # handed on as it comes
        seen.append(routine.id)
        return build(routine, lately)

    monkeypatch.setattr(detail, "_show", noted)
    place.show_routine("morning-balance")
    assert seen == ["morning-balance"]


def test_what_was_done_meanwhile_is_told(place: RoutinesPlace, context: Context) -> None:
    steps = place.detail.steps
    practise(context, "knee-pain-press", NOW)
    place.refresh()
    assert place.detail.steps is not steps


def test_another_safety_profile_is_told(place: RoutinesPlace, context: Context) -> None:
    steps = place.detail.steps
    context.preferences.update(conditions=(Condition.BLOOD_THINNERS,))
    assert place.detail.steps is not steps


def test_once_it_is_laid_out_the_place_rests(place: RoutinesPlace, qtbot: QtBot) -> None:
    asked = list[QEvent.Type]()

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
            asked.append(event.type())
            return False

    for _ in range(10):
        QApplication.processEvents()
    watch = Watch()
    place.catalogue.head.installEventFilter(watch)
    for _ in range(10):
        QApplication.processEvents()
    assert QEvent.Type.LayoutRequest not in asked
