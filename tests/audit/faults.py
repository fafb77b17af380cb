"""All rules at once."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from tests.audit.contrast import faint
from tests.audit.hearing import nameless, out_of_order
from tests.audit.places import top_layer
from tests.audit.reach import off_screen, overlapping, sideways, too_small_for_fingers
from tests.audit.words import clipped

PLACES = (clipped, off_screen, sideways, overlapping)  # depend on the size of the window
TOLD = (nameless, out_of_order)  # do not


def faults(root: QWidget, *, touch: bool = False) -> list[str]:
    """What is wrong with a window, each fault once; what is touched also has to be as large as a finger."""
    return [*misplaced(root, touch=touch), *_asked(root, *TOLD)]


def misplaced(root: QWidget, *, touch: bool = False) -> list[str]:
    """The faults that depend on the size of the window."""
    return _asked(root, *PLACES, *((too_small_for_fingers,) if touch else ()))


def faint_words(root: QWidget, *, least: float) -> list[str]:
    """Words of a window with less contrast than `least` to 1, measured on its picture."""
    return list(dict.fromkeys(f"faint: {fault}" for fault in faint(top_layer(root), least)))


def _asked(root: QWidget, *rules: Callable[[QWidget], Iterator[str]]) -> list[str]:
    layer = top_layer(root)
    return list(dict.fromkeys(f"{rule.__name__}: {fault}" for rule in rules for fault in rule(layer)))
