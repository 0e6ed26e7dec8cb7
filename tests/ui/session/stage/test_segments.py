from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, PhaseKind
from acutimer.core.session import Session
from acutimer.ui.context import Context
from acutimer.ui.session.stage.segments import Segments, Standing, segments_of, share_done, standing_of
from tests.unprofiled import UNPROFILED


def begun(context: Context, routine: str) -> Session:
    return Session(plan(context.library.routines[routine], Choices(), UNPROFILED)).start(0)


def labels(context: Context, routine: str) -> list[list[str]]:
    groups = segments_of(begun(context, routine).plan, context.library, QCoreApplication.translate)
    return [[segment.label for segment in group] for group in groups]


def test_there_is_a_segment_for_each_practice_grouped_by_step(context: Context) -> None:
    assert labels(context, "knee-pain-press")[1:] == [
        ["SP9\u2002left", "right"],
        ["GB34\u2002left", "right"],
        ["ST36\u2002left", "right"],
    ]


def test_sets_are_counted(context: Context) -> None:
    assert labels(context, "daily-strength") == [["Heel raises\u20021", "2"], ["Chair squats\u20021", "2"]]


def test_segments_are_done_now_to_come_or_left_out(context: Context) -> None:
    session = begun(context, "balance-points")
    segments = [it for group in segments_of(session.plan, context.library, QCoreApplication.translate) for it in group]
    assert [standing_of(it, session) for it in segments] == [Standing.NOW, Standing.TO_COME, Standing.TO_COME]
    later = session.advance(8 + 120 + 1)  # ready for KI3: it is already the one of now
    assert [standing_of(it, later) for it in segments] == [Standing.DONE, Standing.NOW, Standing.TO_COME]
    skipped = later.skip(130)
    assert [standing_of(it, skipped) for it in segments] == [Standing.DONE, Standing.LEFT_OUT, Standing.NOW]


def test_what_was_left_early_is_filled_as_far_as_it_went(context: Context) -> None:
    session = begun(context, "balance-points").advance(8).skip(8 + 60)
    segment = segments_of(session.plan, context.library, QCoreApplication.translate)[0][0]
    assert share_done(segment, session) == pytest.approx(0.5)


@pytest.mark.parametrize("width", [860, 1184, 1824])
def test_words_never_run_into_each_other(context: Context, qtbot: QtBot, width: int) -> None:
    for routine in context.library.routines:
        row = Segments(context.library)
        qtbot.addWidget(row)
        row.resize(width, 44)
        row.set_scale(width / 1184)
        session = begun(context, routine)
        while session.index is not None:
            row.show_session(session, 0.5)
            ends = sorted((x, x + row.wide(words)) for _, x, words in row.labels())
            for (_, end), (start, _) in pairwise(ends):
                assert end <= start + 0.01, routine
            names_now = any(row.standing(segment) is Standing.NOW for segment, _, _ in row.labels())
            assert names_now or (session.phase and session.phase.kind is PhaseKind.REST)
            session = session.skip(0) if session.phase and session.phase.seconds else session.go(0)


def test_a_crowded_row_still_names_the_present_step(context: Context, qtbot: QtBot) -> None:
    row = Segments(context.library)
    qtbot.addWidget(row)
    row.resize(500, 44)
    session = begun(context, "qigong-knee-massage").advance(8 + 180 + 8 + 20)
    row.show_session(session, 0.1)
    assert "ST34\u2002right" in [words for _, _, words in row.labels()]
