"""What looks personal in the texts of a report, shown before it leaves: masked, or left as it is, one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.models.records.report_options import PersonalDataFinding
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.scrolled_sheet import ScrolledSheet

_PLACES = 4  # places of one text that are named


class PersonalSheet(Sheet):
    """A box to tick for each text, with where it stands and how it would read; the ideas themselves never change."""

    decided = Signal(object)  # the texts that stay as they are

    def __init__(
        self, desk: Desk, findings: Sequence[PersonalDataFinding], left: frozenset[str], parent: QWidget
    ) -> None:
        say, say_many = desk.language.say, desk.language.say_many
        texts = dict.fromkeys(finding.text for finding in findings)
        title = say_many("{n} text looks personal", "{n} texts look personal", len(texts))
        super().__init__(desk, title, parent, width=560)
        self._desk = desk
        self._fitting = False
        words = paragraph(
            say(
                "Ticked ones are masked in every report of the project. What was written in the workshop stays as it is."
            ),
            role="muted",
        )
        words.setContentsMargins(RING, 0, RING, 0)
        self.body.addWidget(words)
        self.boxes: dict[str, CheckBox] = {}
        self.body.addWidget(self._make_area(findings, left), 1)
        self.leave_button = QuietButton(say("Leave as it is"))
        self.leave_button.clicked.connect(lambda: self._decide(frozenset(self.boxes)))
        self.mask_button = PrimaryButton(say("Mask in reports"))
        self.mask_button.setDefault(True)
        self.mask_button.clicked.connect(self._mask)
        self.foot.addWidget(self.leave_button)
        self.foot.addWidget(self.mask_button)
        self._show_verb()
        self.mask_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_area(self, findings: Sequence[PersonalDataFinding], left: frozenset[str]) -> QScrollArea:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("look", "bare")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = ScrolledSheet()
        holder.setProperty("look", "bare")
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(RING, RING, RING, RING)
        rows.setSpacing(2)
        for place, text in enumerate(dict.fromkeys(finding.text for finding in findings)):
            same = [finding for finding in findings if finding.text == text]
            box = CheckBox(f"{text}  →  {same[0].masked}")
            box.setChecked(text not in left)
            box.toggled.connect(self._show_verb)
            where = self._where(same)
            box.setAccessibleDescription(where)
            told = MutedLabel(where, wrap=True)
            told.setIndent(self._desk.type.px(28))
            if place:
                rows.addSpacing(10)
            rows.addWidget(box)
            rows.addWidget(told)
            self.boxes[text] = box
        rows.addStretch(1)
        self._area.setWidget(holder)
        return self._area

    def _where(self, findings: Sequence[PersonalDataFinding]) -> str:
        tell = self._desk.language.tell
        places = list(dict.fromkeys(tell(finding.where) for finding in findings))
        listed = ", ".join(places[:_PLACES]) + (" …" if len(places) > _PLACES else "")
        return f"{tell(findings[0].what)} · {listed}"

    def _show_verb(self) -> None:
        self.mask_button.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _mask(self) -> None:
        self._decide(frozenset(text for text, box in self.boxes.items() if not box.isChecked()))

    def _decide(self, left: frozenset[str]) -> None:
        self.accept()
        self.decided.emit(left)

    def fit(self) -> None:
        """As high as its rows; where that is too high they scroll and the verbs stay in sight."""
        if self._fitting:
            return  # setting heights asks for the same again
        self._fitting = True
        inside, layout = self._area.widget(), self.layout()
        wanted = inside.layout().totalHeightForWidth(self._area.width()) + 2
        self._area.setFixedHeight(0)
        layout.activate()
        self._area.setFixedHeight(min(wanted, max(0, self.most - layout.totalHeightForWidth(self.width()))))
        layout.activate()
        super().fit()
        self._fitting = False
