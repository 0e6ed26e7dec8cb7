"""Which practice moves how."""

from acutimer.core.adjusting import Adjustment
from acutimer.core.planning import Phase, Plan
from acutimer.ui.session.lens.acts.act import Act
from acutimer.ui.session.lens.acts.back_warming import BackWarming
from acutimer.ui.session.lens.acts.backward_walking import BackwardWalking
from acutimer.ui.session.lens.acts.calf_massage import CalfMassage
from acutimer.ui.session.lens.acts.chair_squat import ChairSquat
from acutimer.ui.session.lens.acts.deep_breath import DeepBreath
from acutimer.ui.session.lens.acts.foot_soak import FootSoak
from acutimer.ui.session.lens.acts.heel_raise import HeelRaise
from acutimer.ui.session.lens.acts.kneading import Kneading
from acutimer.ui.session.lens.acts.patting import Patting
from acutimer.ui.session.lens.acts.rubbing import Rubbing
from acutimer.ui.session.lens.acts.seated_heel_raise import SeatedHeelRaise
from acutimer.ui.session.lens.acts.walking import Walking
from acutimer.ui.session.lens.acts.warming_up import WarmingUp

_ACTS: dict[str, Act] = {
    act.subject: act
    for act in (
        HeelRaise(),
        SeatedHeelRaise(),
        ChairSquat(),
        BackwardWalking(),
        Walking(),
        DeepBreath(),
        FootSoak(),
        WarmingUp(),
        Kneading(),
        Patting(),
        Rubbing(),
        CalfMassage(),
        BackWarming(),
    )
}

SEATED_ACTS = {HeelRaise.subject: SeatedHeelRaise.subject}


def act_of(subject: str | None) -> Act | None:
    """The movement of a technique or exercise, or None where nothing moves."""
    return _ACTS.get(subject) if subject is not None else None


def moving(plan: Plan, phase: Phase) -> str | None:
    """The movement shown for a phase: its subject's own, or that done sitting, where a safety profile asks for it."""
    seated = SEATED_ACTS.get(phase.subject or "")
    is_seated = any(it.place == phase.step and it.adjustment is Adjustment.SEATED for it in plan.changes)
    return seated if seated is not None and is_seated else phase.subject
