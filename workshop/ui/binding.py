"""What the Qt binding does not do right, done right once before the first window.

PySide (tried: 6.11) makes Python objects of all items of a layout that is added to another one, and keeps them as long as that
one lives, also where Qt has destroyed an item long since. When a widget then comes to lie at its place in memory and is destroyed
in its turn, the binding takes both for one, and the process may end. tests/ui/test_qt_binding.py shows the fault; once it does so
no more, this can go.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

import shiboken6
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout

from workshop.ui.widgets.item_layout import ItemLayout

_ADDING = ((QBoxLayout, "addLayout"), (QBoxLayout, "insertLayout"), (QGridLayout, "addLayout"))


def mend_binding() -> None:
    """Let no Python object stand for an item of a layout of Qt; a second time changes nothing."""
    for kind, name in _ADDING:
        method = getattr(kind, name)
        if not hasattr(method, "__wrapped__"):
            setattr(kind, name, _without_items(method))


def _without_items(add: Callable[..., None]) -> Callable[..., None]:
    @wraps(add)
    def added(outer: QLayout, *arguments: Any, **named: Any) -> None:
        add(outer, *arguments, **named)
        for each in (*arguments, *named.values()):
            if isinstance(each, QLayout):
                _forget_items(each)

    return added


def _forget_items(layout: QLayout) -> None:
    if isinstance(layout, ItemLayout):
        layout.renew_items()
        inner = [part for part in layout.parts if isinstance(part, QLayout)]
    else:
        items = [layout.itemAt(place) for place in range(layout.count())]
        inner = [item for item in items if isinstance(item, QLayout)]
        for item in items:
            if not isinstance(item, QLayout):
                shiboken6.invalidate(item)
    for each in inner:
        _forget_items(each)
