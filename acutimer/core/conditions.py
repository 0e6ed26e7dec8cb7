"""What a person may tell of themselves in the safety profile."""

from enum import StrEnum


class Condition(StrEnum):
    """What a person may have that makes a step unsuitable, or asks for care (the safety profile)."""

    PREGNANT = "pregnant"
    BLOOD_THINNERS = "blood_thinners"
    KNEE_REPLACEMENT = "knee_replacement"
    RECENT_SURGERY = "recent_surgery"
    OSTEOPOROSIS = "osteoporosis"
    NEUROPATHY = "neuropathy"
    IMPLANTED_DEVICE = "implanted_device"
    POOR_BALANCE = "poor_balance"
    VARICOSE_VEINS = "varicose_veins"
