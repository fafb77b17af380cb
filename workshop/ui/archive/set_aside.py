"""What gave way when the archive of another laptop was taken in, to be read again."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workshop.models.records.archives import SetAsideRecord
from workshop.ui.archive.told import Part, ToldSheet
from workshop.ui.archive.words import MOST_TOLD
from workshop.ui.desk import Desk


class SetAsideSheet(ToldSheet):
    """Tells every version that was set aside, and what is here in its place."""

    def __init__(self, desk: Desk, aside: Sequence[SetAsideRecord], parent: QWidget) -> None:
        language = desk.language
        say = language.say
        super().__init__(desk, say("Set aside"), parent)
        parts: list[Part] = [
            ("muted", say("Both laptops had changed these. One version was kept; here is the other, so that nothing is lost.")),
        ]  # fmt: skip
        for one in aside[:MOST_TOLD]:
            parts += [("lead", language.tell(one.label)), ("body", language.tell(one.words))]
            parts.append(("muted", say("Kept: {words}", words=one.kept) if one.kept else say("It is no longer here.")))
        if len(aside) > MOST_TOLD:
            more = len(aside) - MOST_TOLD
            parts.append(("muted", language.say_many("{n} further entry", "{n} further entries", more)))
        self.tell(parts)
        self.cancel_button.setText(say("Close"))
        self.cancel_button.setDefault(True)
