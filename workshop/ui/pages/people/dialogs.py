"""Adding participants: one with what is told, or many by their number alone."""

from typing import Any

from PySide6.QtWidgets import QWidget

from workshop.models.enums import ConsentPurpose, Sector
from workshop.models.titles import title_of
from workshop.services.participants import MOST_AT_ONCE
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.people.person_panel import counted_fields, register_fields, words_of
from workshop.ui.widgets.form import Field

_CONSENT = "consent-"


class AddDialog(FormDialog):
    """One participant; everything but the sector may stay empty."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        _sector, *counted = counted_fields(desk)
        fields = (
            Field("sector", say("Sector"), "segments", choices=words_of(desk, Sector)),
            *counted,
            *register_fields(desk),
            *(Field(f"{_CONSENT}{purpose}", say("Agrees to: {purpose}", purpose=title_of(purpose)), "check")
              for purpose in ConsentPurpose),
        )  # fmt: skip
        text = say("Only the sector is needed. Name, contact and motive stay in the register on this laptop.")
        super().__init__(
            desk, say("Add a participant"), fields, say("Add"), parent, values={"sector": Sector.CITIZEN}, text=text,
            stay=True, width=560,
        )  # fmt: skip


class AddManyDialog(FormDialog):
    """How many."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        fields = (Field("count", say("How many participants"), "number", least=1, most=MOST_AT_ONCE),)
        text = say("Each gets the next number and a code for the name tag. What they tell can be written in later.")
        super().__init__(
            desk, say("Add several"), fields, say("Add"), parent, values={"count": 10}, text=text, stay=True, width=440
        )


def registration(values: dict[str, Any]) -> dict[str, Any]:
    """What was written, as the service wants it."""
    given = {name: value for name, value in values.items() if not name.startswith(_CONSENT)}
    given["consents"] = [purpose for purpose in ConsentPurpose if values[f"{_CONSENT}{purpose}"]]
    return given
