"""One spelling for every way people write a point's code."""

import re
import unicodedata

MERIDIANS = ("LU", "LI", "ST", "SP", "HT", "SI", "BL", "KI", "PC", "TE", "GB", "LR", "GV", "CV")
# Prefixes other books use for the same channel.
PREFIXES = {
    **{meridian: meridian for meridian in MERIDIANS},
    "S": "ST",
    "G": "GB",
    **dict.fromkeys(("KD", "K", "KID"), "KI"),
    **dict.fromkeys(("UB", "B"), "BL"),
    **dict.fromkeys(("LV", "LIV"), "LR"),
    **dict.fromkeys(("SJ", "TW", "TB", "TH"), "TE"),
    "DU": "GV",
    **dict.fromkeys(("REN", "RN"), "CV"),
    "P": "PC",
    **dict.fromkeys(("H", "HE"), "HT"),
}
PAIRS = {"XIYAN": "EX-LE5"}  # the pair ST35 and EX-LE4, better known by its name

_NUMBERED = re.compile(r"([A-Z]{1,3})0*([1-9][0-9]?)")
_EXTRA = re.compile(r"EX(HN|CA|UE|LE|B)0*([1-9][0-9]?)")


def canonical(code: str) -> str:
    """The WHO code for any spelling: "st-36" is "ST36", "UB 23" is "BL23", "Xiyan" is "EX-LE5".

    Text that is no point's code comes back in capitals and without spaces. Whether the point exists is not asked.
    """
    key = folded(code).upper()
    if key in PAIRS:
        return PAIRS[key]
    if (found := _EXTRA.fullmatch(key)) is not None:
        return f"EX-{found[1]}{found[2]}"
    if (found := _NUMBERED.fullmatch(key)) is not None and found[1] in PREFIXES:
        return PREFIXES[found[1]] + found[2]
    return "".join(code.split()).upper()


def folded(text: str) -> str:
    """Letters and digits alone, small and without tone marks, so that two spellings of a name compare equal."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())
