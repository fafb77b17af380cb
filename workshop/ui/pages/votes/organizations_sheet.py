"""How many votes each organization has, with the numbers of its delegates."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from workshop.models.records.changes import Changed
from workshop.models.records.votes import OrganizationRecord
from workshop.services.keeping.library import Library
from workshop.services.people import organizations
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.widgets.form import Field


class OrganizationsSheet(FormDialog):
    """One number for each organization; it tells them by the id of the organization as text."""

    def __init__(self, desk: Desk, found: Sequence[OrganizationRecord], parent: QWidget) -> None:
        say = desk.language.say
        fields = [
            Field(str(one.id), one.name, "number", least=1, most=organizations.MOST_WEIGHT, help=_delegates(desk, one))
            for one in found
        ]
        words = say(
            "One delegate of each organization votes, always by name. The ballot counts as many times as is said here."
        )
        values = {str(one.id): one.weight for one in found}
        super().__init__(
            desk, say("Votes of the organizations"), fields, say("Save"), parent, values=values, text=words, stay=True,
            width=460,
        )  # fmt: skip


def save_weights(
    library: Library, found: Sequence[OrganizationRecord], values: dict[str, Any]
) -> Changed[OrganizationRecord | None]:
    """Keep the weights that are others than before; each is a step that can be taken back."""
    changed: Changed[Any] = Changed(None, frozenset())
    for one in found:
        weight = values[str(one.id)]
        if weight != one.weight:
            changed = organizations.set_weight(library, organization_id=one.id, weight=weight)
    return changed


def _delegates(desk: Desk, one: OrganizationRecord) -> str:
    numbers = ", ".join(f"{number:02}" for number in one.delegates)
    if not numbers:
        return desk.language.say("Nobody comes from here")
    return desk.language.say_many("Number {numbers}", "Numbers {numbers}", n=len(one.delegates), numbers=numbers)
