"""Adding participants: one with what is told, or many by their number alone."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from workshop.models.enums import AgeBand, ConsentPurpose, Gender, Sector
from workshop.models.titles import title_of
from workshop.services.people.participants import MOST_AT_ONCE
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.people.person_panel import counted_fields, register_fields
from workshop.ui.widgets.form import Field

_CONSENT = "consent-"


class AddDialog(FormDialog):
    """One participant; everything but the sector may stay empty."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        fields = (
            *(replace(field, row="who") if field.name in ("sector", "neighbourhood") else field
              for field in counted_fields(desk)),
            *(replace(field, row="register") if field.kind == "text" else field for field in register_fields(desk)),
            *(Field(f"{_CONSENT}{purpose}", say("Agrees to: {purpose}", purpose=title_of(purpose)), "check",
                    row=f"consents-{place // 2}")
              for place, purpose in enumerate(ConsentPurpose)),
        )  # fmt: skip
        text = say("Only the sector is needed. Name, contact and motive stay in the register on this laptop.")
        super().__init__(
            desk, say("Add a participant"), fields, say("Add"), parent, values={"sector": Sector.CITIZEN}, text=text,
            stay=True, width=640,
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
    for name, kind in (("sector", Sector), ("age_band", AgeBand), ("gender", Gender)):
        given[name] = kind(values[name]) if values[name] else None  # a list that opens gives plain text back
    given["consents"] = [purpose for purpose in ConsentPurpose if values[f"{_CONSENT}{purpose}"]]
    return given
