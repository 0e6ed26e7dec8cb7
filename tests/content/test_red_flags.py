"""What must make one see a doctor first stands with every complaint it can hide behind."""

import pytest

from acutimer.core.practices import Complaint
from tests.shipped import LIBRARY

BEHIND_THE_KNEE_AND_BELOW = {"BL40", "BL57"}
COMPLAINTS = tuple(LIBRARY.complaints.values())


def flags(complaint: Complaint) -> str:
    return " ".join(flag.text for flag in complaint.red_flags).lower()


def subjects(complaint: Complaint) -> set[str]:
    """Every point and technique that is offered for it, in its routines, too."""
    steps = [step for name in complaint.routines for step in LIBRARY.routines[name].steps]
    return {
        *complaint.points,
        *(getattr(step, "point", None) or getattr(step, "technique", None) or "" for step in steps),
    }


@pytest.mark.parametrize("complaint", COMPLAINTS, ids=lambda it: it.id)
def test_where_calf_or_back_of_the_knee_is_pressed_a_clot_is_named(complaint: Complaint) -> None:
    if subjects(complaint) & (BEHIND_THE_KNEE_AND_BELOW | {"calf-massage"}):
        assert "calf swollen, warm or red" in flags(complaint)
        assert "blood clot" in flags(complaint)


@pytest.mark.parametrize("complaint", [it for it in COMPLAINTS if it.group == "Knee"], ids=lambda it: it.id)
def test_a_knee_names_the_new_hot_or_swollen_one_and_fever(complaint: Complaint) -> None:
    for sign in ("new injury", "hot, red or newly swollen", "fever", "calf swollen"):
        assert sign in flags(complaint)


def test_the_back_and_the_balance_name_what_is_an_emergency() -> None:
    for name in ("lower-back", "unsteady-standing"):
        told = flags(LIBRARY.complaints[name])
        assert "numb between the legs" in told
        assert "bladder or bowel" in told
        assert "newly weak leg" in told


def test_who_is_led_to_exercises_reads_of_chest_breath_and_dizziness() -> None:
    for complaint in COMPLAINTS:
        exercises = {
            getattr(step, "exercise", None) for name in complaint.routines for step in LIBRARY.routines[name].steps
        }
        cautions = " ".join(claim.text for name in complaint.routines for claim in LIBRARY.routines[name].cautions)
        if exercises & set(LIBRARY.exercises):
            assert "chest pain" in f"{flags(complaint)} {cautions}".lower()


def test_the_most_urgent_stands_first_and_there_are_no_more_than_one_reads() -> None:
    for complaint in COMPLAINTS:
        assert 1 <= len(complaint.red_flags) <= 4
        assert len({flag.text for flag in complaint.red_flags}) == len(complaint.red_flags)
