"""A question before something that cannot be taken back, with room for the reason."""

from PySide6.QtWidgets import QWidget

from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.look import set_look


class ReasonDialog(FormDialog):
    """Tells `{"reason": text}`; Enter alone does nothing of it."""

    def __init__(
        self,
        desk: Desk,
        question: str,
        sentence: str,
        verb: str,
        parent: QWidget,
        *,
        required: bool,
        stay: bool = False,
    ) -> None:
        say = desk.language.say
        label = say("Reason") if required else say("Reason (may stay empty)")
        fields = (Field("reason", label, "note", required=required, lines=2),)
        super().__init__(desk, question, fields, verb, parent, text=sentence, stay=stay, width=460)
        self.verb_button.setDefault(False)
        set_look(self.verb_button, look="danger")
        self.cancel_button.setDefault(True)
