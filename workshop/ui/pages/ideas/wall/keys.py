"""The keys of the wall: everything the pointer can do, from the keyboard."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from workshop.ui.pages.ideas.wall.canvas import WallCanvas

_Key, _Held = Qt.Key, Qt.KeyboardModifier
_ARROWS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1)}
_FAR = (_Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown)
_ZOOM = {_Key.Key_Plus: 1, _Key.Key_Equal: 1, _Key.Key_Minus: -1}


class Keys:
    """What a key means on a wall."""

    def __init__(self, canvas: "WallCanvas") -> None:
        self._canvas = canvas

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; tells whether it said anything here."""
        key, canvas = Qt.Key(event.key()), self._canvas
        held = event.modifiers() & ~_Held.KeypadModifier
        shift, control = bool(held & _Held.ShiftModifier), bool(held & _Held.ControlModifier)
        if held & _Held.AltModifier:
            return key in _ARROWS and self._carry(*_ARROWS[key])
        if key in _ARROWS or key in _FAR:
            return self._go(self._goal(key, control=control), shift=shift, control=control and key in _ARROWS)
        if control:
            return self._with_control(key)
        if key in _ZOOM:
            canvas.zoom_by(_ZOOM[key])
        elif key == _Key.Key_0:
            canvas.set_zoom(1.0)
        elif key == _Key.Key_F and not shift:
            canvas.fit()
        elif key == _Key.Key_Escape:
            return canvas.pointer.cancel()
        else:
            return self._on_current(key)
        return True

    def is_ours(self, event: QKeyEvent) -> bool:
        """Whether a key is for the wall, even where it is a shortcut elsewhere."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~_Held.KeypadModifier
        if key == _Key.Key_Escape:
            return self._canvas.pointer.is_busy
        if held & _Held.AltModifier:
            return key in _ARROWS
        if held & _Held.ControlModifier:
            return key in _ARROWS or key == _Key.Key_A
        return key in (*_ARROWS, *_FAR, *_ZOOM, _Key.Key_0, _Key.Key_F, _Key.Key_Delete, _Key.Key_F2, _Key.Key_Space)

    def _with_control(self, key: Qt.Key) -> bool:
        canvas = self._canvas
        if key == _Key.Key_A:
            canvas.choose_many(canvas.plan.ids)
        elif key == _Key.Key_Space and canvas.choice.current is not None:
            canvas.toggle(canvas.choice.current)
        else:
            return False
        return True

    def _on_current(self, key: Qt.Key) -> bool:
        canvas, current = self._canvas, self._canvas.choice.current
        if key in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_F2) and current is not None:
            canvas.edit(current)
        elif key == _Key.Key_Space and current is not None:
            canvas.choose_only(current)
        elif key == _Key.Key_Delete:
            canvas.verbAsked.emit("withdraw")
        else:
            return False
        return True

    def _go(self, goal: UUID | None, *, shift: bool, control: bool) -> bool:
        canvas = self._canvas
        if goal is None:
            return True
        if shift:
            canvas.extend_to(goal)
        elif control:
            canvas.look_at(goal)
        else:
            canvas.choose_only(goal)
        canvas.ensure_visible(goal)
        return True

    def _goal(self, key: Qt.Key, *, control: bool) -> UUID | None:
        """The idea that a key goes to."""
        canvas, plan = self._canvas, self._canvas.plan
        found = plan.find(canvas.choice.current)
        if found is None:
            return canvas.first_visible()
        column, row = found
        if key in (_Key.Key_Left, _Key.Key_Right):
            return plan.beside(column.cards[row].idea.id, _ARROWS[key][0])
        if key in (_Key.Key_Home, _Key.Key_End) and control:
            ids = plan.ids
            return ids[0 if key == _Key.Key_Home else -1]
        rows = {
            _Key.Key_Up: row - 1, _Key.Key_Down: row + 1, _Key.Key_Home: 0, _Key.Key_End: len(column.cards) - 1,
            _Key.Key_PageUp: row - canvas.page_of(column, row), _Key.Key_PageDown: row + canvas.page_of(column, row),
        }  # fmt: skip
        return column.cards[max(0, min(rows[key], len(column.cards) - 1))].idea.id

    def _carry(self, right: int, down: int) -> bool:
        """Move the chosen cards to the theme beside, or up and down within their own."""
        canvas, plan = self._canvas, self._canvas.plan
        found = plan.find(canvas.choice.current)
        if found is None:
            return True
        column, row = found
        chosen = set(canvas.choice.ids) if canvas.choice.current in canvas.choice.ids else set()
        ids = [idea_id for idea_id in plan.ids if idea_id in chosen] or [column.cards[row].idea.id]
        if right:
            at = plan.columns.index(column) + right
            if 0 <= at < len(plan.columns):
                canvas.place(ids, plan.columns[at], len(plan.columns[at].cards))
            return True
        rows = [place for place, card in enumerate(column.cards) if card.idea.id in chosen] or [row]
        goal = rows[0] - 1 if down < 0 else rows[-1] + 2
        if 0 <= goal <= len(column.cards):
            canvas.place([column.cards[place].idea.id for place in rows], column, goal)
        return True
