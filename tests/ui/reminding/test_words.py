from datetime import UTC, datetime, time

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from acutimer.core.due import Due
from acutimer.core.reminding import EVERY_DAY, AfterWorkout, AtTimes, Every, Reminder, When
from acutimer.ui.context import Context
from acutimer.ui.reminding import words
from tests.zones import zone

BERLIN = zone("Europe/Berlin")


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.C))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (AtTimes((time(8),)), "Every day at 08:00"),
        (AtTimes((time(8), time(18, 30)), (1, 2, 3, 4, 5)), "Monday to Friday at 08:00 and 18:30"),
        (AtTimes((time(8), time(12), time(18)), (6, 7)), "Saturday and Sunday at 08:00, 12:00 and 18:00"),
        (AtTimes((time(8),), (3,)), "Wednesday at 08:00"),
        (AtTimes((time(8),), (1, 4)), "Monday and Thursday at 08:00"),
        (AtTimes((time(8),), (1, 3, 6)), "Mon, Wed and Sat at 08:00"),
        (Every(90, time(9), time(17)), "Every day, every 1\u00a0h\u00a030\u00a0min from 09:00 to 17:00"),
        (Every(30, time(9), time(9)), "Every day, every 30\u00a0min from 09:00 to 09:00"),
        (AfterWorkout(datetime(2026, 3, 28, 18, tzinfo=UTC)), "At 09:00 and 19:00, until Monday at 20:00"),
    ],
)
def test_when_it_reminds_is_said_in_a_line(value: When, told: str) -> None:
    assert words.when(value, BERLIN) == told


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 11, 21, 17, tzinfo=UTC), "Next: today at 18:00"),
        (datetime(2026, 11, 21, 23, tzinfo=UTC), "Next: tomorrow at 00:00"),
        (datetime(2026, 11, 24, 7, tzinfo=UTC), "Next: Tuesday at 08:00"),
    ],
)
def test_the_next_one_is_told_by_its_day(moment: datetime, told: str) -> None:
    assert words.upcoming(moment, datetime(2026, 11, 21, 12, tzinfo=UTC), BERLIN) == told


def due(routine: str, *, is_recovery: bool = False) -> Due:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    return Due(
        at,
        Reminder(id=routine or "any", routine=routine, when=AfterWorkout(at) if is_recovery else AtTimes((time(8),))),
    )


def test_a_notice_is_headed_by_what_it_asks_for(context: Context) -> None:
    routines = context.library.routines
    first, second = (routines[name].name for name in ("morning-balance", "balance-points"))
    assert words.title([due("morning-balance")], routines) == first
    both = [due("morning-balance"), due("balance-points"), due("morning-balance"), due("")]
    assert words.title(both, routines) == f"{first}, {second}"
    assert words.title([due("")], routines) == "Time for a short practice"
    assert words.title([due("deleted since")], routines) == "Time for a short practice"


def test_its_line_holds_no_words_of_the_user_s(context: Context) -> None:
    assert words.invitation([due("<b>")]) == "Start when it suits you."
    assert "two days after a workout" in words.invitation([due("", is_recovery=True)])


def test_a_routine_that_is_gone_is_any_practice(context: Context) -> None:
    reminder = Reminder(id="a", routine="gone", when=AtTimes((time(8),), EVERY_DAY))
    assert words.subject(reminder, context.library.routines) == "Any practice"
