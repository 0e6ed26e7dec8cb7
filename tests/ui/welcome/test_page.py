"""The first start: one short page, all of which may be passed over."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.welcome.page import WelcomePage
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.kit.seeing import name
from tests.ui.practice import resized, shown


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> WelcomePage:
    return shown(WelcomePage(context), qtbot, 1280, 800)


def test_one_button_leads_on_and_the_page_is_not_shown_again(page: WelcomePage, context: Context, qtbot: QtBot) -> None:
    context.preferences.update(welcomed=False)
    with qtbot.waitSignal(page.done):
        page.begin.click()
    assert context.preferences.value.welcomed
    assert context.preferences.value.conditions == ()


def test_escape_passes_over_it(page: WelcomePage, context: Context, qtbot: QtBot) -> None:
    context.preferences.update(welcomed=False)
    page.setFocus()
    with qtbot.waitSignal(page.done):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert context.preferences.value.welcomed


def test_what_is_ticked_is_kept_however_one_leaves(page: WelcomePage, context: Context) -> None:
    page.form.rows[Condition.BLOOD_THINNERS].click()
    page.close()
    assert context.preferences.value.conditions == (Condition.BLOOD_THINNERS,)


def test_it_says_that_it_is_no_medical_advice_and_when_to_see_a_doctor(page: WelcomePage, context: Context) -> None:
    signs = name(page.doctor)
    for sign in ("calf swollen", "hot or swollen", "broken", "Fever", "bladder", "new weakness", "Chest pain"):
        assert sign in signs
    assert "not medical advice" not in signs
    advice = context.library.guide["see-a-doctor"].text[-1].text
    assert "not medical advice" in advice


def test_every_sign_says_what_to_look_for_before_its_colon(context: Context) -> None:
    signs = context.library.guide["see-a-doctor"].text[:-1]
    assert all(0 < claim.text.find(": ") < len(claim.text) - 2 for claim in signs)


def test_there_is_one_solid_button(page: WelcomePage) -> None:
    assert [it for it in page.findChildren(Button) if it.isVisible()] == [page.begin]


@pytest.mark.parametrize("size", [(1280, 800), (1139, 700), (960, 640), (640, 400), (600, 340)])
def test_nothing_is_cut_in_any_window(size: tuple[int, int], page: WelcomePage) -> None:
    for _ in range(3):  # so many layouts lie in each other
        resized(page, *size)
    nothing_is_cut(page)
    assert page.begin.isVisible()
    assert page.rect().contains(page.begin.rect().translated(page.begin.mapTo(page, QPoint())))


def test_at_the_designs_size_nothing_has_to_be_scrolled(page: WelcomePage) -> None:
    form_bottom = page.form.mapTo(page, page.form.rect().bottomLeft()).y()
    assert form_bottom < page.begin.mapTo(page, QPoint()).y()
