"""One participant: what is counted, the register apart from it, consents, the name tag, and destroying personal data."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QVBoxLayout, QWidget

from workshop.models.enums import AgeBand, ConsentPurpose, Gender, Sector
from workshop.models.records.people import PersonRecord
from workshop.models.records.retention import MoveRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.people.retention import MoveRow
from workshop.ui.pages.people.words import consent_line, move_words
from workshop.ui.pages.prepare.in_place import InPlaceForm
from workshop.ui.widgets.buttons import IconButton, RemoveLink, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.headings import MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.pill import Pill


class PersonPanel(Card):
    """One participant, saved as it is written."""

    saved = Signal(object, object)
    consentGiven = Signal(object, object, bool)  # the participant's id, the purpose, whether it is agreed to
    closeRequested = Signal()
    codeRequested = Signal()
    eraseRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(" ", parent=parent)
        self._desk = desk
        self.person: PersonRecord | None = None
        self.code = Pill("", "quiet")
        self.close_button = IconButton(desk.icons.icon("x", "muted"), say("Close"))
        self.add_action(self.code)
        self.add_action(self.close_button)
        self.move = MoveRow()
        self.add(self.move)
        self.form = InPlaceForm(desk, (*counted_fields(desk), _organization_field(desk)))
        self._complete_organizations()
        self.add(self.form)
        self.register = InPlaceForm(desk, register_fields(desk))
        self.add(self._register_box())
        self.boxes: dict[ConsentPurpose, CheckBox] = {}
        self._days: dict[ConsentPurpose, MutedLabel] = {}
        self.add(self._rule())
        self.add(StrongLabel(say("Consents")))
        self.body.addLayout(self._consents())
        self.add(self._rule())
        self.body.addLayout(self._foot())
        for form in (self.form, self.register):
            form.saved.connect(self._tell)
        self.close_button.clicked.connect(self.closeRequested)

    def show_person(self, person: PersonRecord, organization: str = "", known: Sequence[str] = ()) -> None:
        """Show somebody; what is being written about the same person stays. `known` are organizations to choose from."""
        language, one = self._desk.language, person.participant
        self.person = person
        self.set_title(language.say("No. {number}", number=f"{one.number:02}"))
        self.code.setText(one.code)
        self.code.setAccessibleName(language.say("Code {code}", code=one.code))
        names = ("sector", "age_band", "gender", "neighbourhood")
        self._known.setStringList(list(known))
        self.form.show_values(one.id, {name: getattr(one, name) for name in names} | {"organization": organization})
        self.register.show_values(one.id, {name: getattr(person.entry, name) for name in ("name", "contact", "motive")})
        consents = {consent.purpose: consent for consent in person.consents}
        for purpose, box in self.boxes.items():
            consent = consents.get(purpose)
            words = consent_line(language, consent)
            box.blockSignals(True)
            box.setChecked(consent is not None and consent.given)
            box.blockSignals(False)
            box.setAccessibleDescription(words)
            self._days[purpose].setText(words)

    def show_move(self, move: MoveRecord | None) -> None:
        """Show that somebody became an operator, and after which session."""
        language = self._desk.language
        if move is not None:
            service, way = move_words(language, move)
            self.move.show_words(language.say("Operator: {service}", service=service), way)
        self.move.setVisible(move is not None)

    def save(self) -> None:
        """Tell what is written and not yet saved."""
        self.form.save()
        self.register.save()

    def _complete_organizations(self) -> None:
        """One organization is written in one way: those that are known are offered as the name is typed."""
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(
            lambda _name: QTimer.singleShot(0, self, self.form.save)
        )  # once it stands in the field
        color = self._desk.theme.hex
        completer.popup().setStyleSheet(
            f"QListView {{ background: {color('card')}; color: {color('ink')}; border: 1px solid {color('line')}; }}"
            f"QListView::item {{ padding: 7px 10px; }}"
            f"QListView::item:selected {{ background: {color('accent-soft')}; color: {color('ink')}; }}"
        )
        field: Any = self.form.control("organization")
        field.setCompleter(completer)

    def _tell(self, key: Any, values: dict[str, Any]) -> None:
        """Age band and gender are told together."""
        values = dict(values)
        if "age_band" in values or "gender" in values:
            written = self.form.values()
            values.pop("age_band", None)
            values.pop("gender", None)
            values["bands"] = (written["age_band"], written["gender"])
        self.saved.emit(key, values)

    def _register_box(self) -> QFrame:
        say = self._desk.language.say
        box = QFrame()
        box.setProperty("look", "soft")
        stack = QVBoxLayout(box)
        stack.setContentsMargins(14, 12, 14, 14)
        stack.setSpacing(10)
        stack.addWidget(StrongLabel(say("Register")))
        stack.addWidget(
            paragraph(say("Stays on this laptop. It is never shown to the room and is left out of every report."),
                      role="muted", small=True)
        )  # fmt: skip
        stack.addWidget(self.register)
        return box

    def _consents(self) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(8)
        for purpose in ConsentPurpose:
            box = CheckBox(self._desk.language.tell(title_of(purpose)))
            box.toggled.connect(lambda given, purpose=purpose: self._tell_consent(purpose, given))
            self.boxes[purpose] = box
            self._days[purpose] = MutedLabel()
            row = FlowLayout(spacing=10, line_spacing=0)
            row.addWidget(box)
            row.addWidget(self._days[purpose])
            stack.addLayout(row)
        return stack

    def _tell_consent(self, purpose: ConsentPurpose, given: bool) -> None:
        if self.person is not None:
            self.consentGiven.emit(self.person.participant.id, purpose, given)

    def _foot(self) -> QVBoxLayout:
        say, icons = self._desk.language.say, self._desk.icons
        self.code_button = SmallButton(say("New code for a lost name tag"), icon=icons.icon("refresh-cw"))
        self.code_button.clicked.connect(self.codeRequested)
        self.erase_button = RemoveLink(say("Destroy personal data"))
        self.erase_button.clicked.connect(self.eraseRequested)
        stack = QVBoxLayout()
        stack.setSpacing(10)
        stack.addWidget(self.code_button, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addWidget(self.erase_button, 0, Qt.AlignmentFlag.AlignLeft)
        return stack

    def _rule(self) -> QFrame:
        rule = QFrame()
        rule.setProperty("look", "line")
        return rule


def _organization_field(desk: Desk) -> Field:
    say = desk.language.say
    return Field("organization", say("Organization"), help=say("Its delegate votes for it where organizations vote."))


def counted_fields(desk: Desk) -> Sequence[Field]:
    """What is counted for the balance of the group."""
    say = desk.language.say
    bands = "" if desk.type.scale >= 150 else "bands"  # side by side only where words are small
    return (
        Field("sector", say("Sector"), "choice", choices=words_of(desk, Sector)),
        Field("age_band", say("Age"), "choice", choices=words_of(desk, AgeBand, none=True), row=bands),
        Field("gender", say("Gender"), "choice", choices=words_of(desk, Gender, none=True), row=bands),
        Field("neighbourhood", say("Neighbourhood")),
    )


def register_fields(desk: Desk) -> Sequence[Field]:
    """Personal data."""
    say = desk.language.say
    return (
        Field("name", say("Name")),
        Field("contact", say("Contact"), placeholder=say("Telephone or e-mail")),
        Field("motive", say("Why they take part"), "note", lines=2),
    )


def words_of(desk: Desk, kind: type[Any], *, none: bool = False) -> tuple[tuple[Any, str], ...]:
    """The words of an enumeration to choose from, first "not told" where that is possible."""
    words = tuple((word, desk.language.tell(title_of(word))) for word in kind)
    return ((None, desk.language.say("not told")), *words) if none else words
