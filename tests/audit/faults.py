"""All rules at once."""

from PySide6.QtWidgets import QWidget

from tests.audit.contrast import faint
from tests.audit.hearing import nameless, out_of_order
from tests.audit.reach import off_screen, overlapping, sideways, too_small_for_fingers
from tests.audit.words import clipped

RULES = (clipped, off_screen, sideways, overlapping, nameless, out_of_order)


def faults(root: QWidget, *, touch: bool = False) -> list[str]:
    """What is wrong with the layout of a window, each fault once; what is touched also has to be as large as a finger."""
    rules = (*RULES, too_small_for_fingers) if touch else RULES
    return list(dict.fromkeys(f"{rule.__name__}: {fault}" for rule in rules for fault in rule(root)))


def faint_words(root: QWidget, *, least: float) -> list[str]:
    """Words of a window with less contrast than `least` to 1, measured on its picture."""
    return list(dict.fromkeys(f"faint: {fault}" for fault in faint(root, least)))
