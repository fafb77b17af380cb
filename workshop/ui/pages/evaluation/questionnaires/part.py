"""Questionnaires as a part of the evaluation page: the shelf, or the editor of one of them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QStackedWidget

from workshop.language import mark
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.services.evaluation import questionnaires
from workshop.services.evaluation.instrument_files import MOST_BYTES, SUFFIX
from workshop.services.evaluation.instrument_shape import Instrument, Item, Wording
from workshop.services.evaluation.questionnaire_files import (
    Arrival,
    ImportedQuestionnaire,
    export_questionnaire,
    import_questionnaire,
)
from workshop.services.evaluation.questionnaires import QuestionnaireRecord
from workshop.services.keeping.library import Library
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Page
from workshop.ui.pages.evaluation.questionnaires.collection import Collection, load_collection
from workshop.ui.pages.evaluation.questionnaires.editor import Editor
from workshop.ui.pages.evaluation.questionnaires.shelf import Shelf
from workshop.ui.widgets.form import Field

_ARRIVED = {
    Arrival.NEW: mark("“{title}” was taken in."),
    Arrival.KNOWN: mark("“{title}” is here already; nothing was changed."),
    Arrival.BESIDE: mark("“{title}” was put beside the one that was changed here."),
}


class QuestionnairesPart(QStackedWidget):
    """Asks the services through the page and shows what they say."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.collection = Collection()
        self.editing: UUID | None = None
        self._to_write = ""
        self.shelf = Shelf(page.desk)
        self.editor = Editor(page.desk)
        self.addWidget(self.shelf)
        self.addWidget(self.editor)
        self._connect()

    def reload(self) -> None:
        """Read anew."""
        self._page.desk.tasks.run(partial(load_collection, self._library), self._show, owner=self)

    def open_editor(self, questionnaire_id: UUID) -> None:
        """Edit one of one's own."""
        self.editing = questionnaire_id
        self.reload()

    def ask_new(self, start: str = "") -> None:
        """Ask for the title of a new one, and what it begins with."""
        say, code = self._page.say, self._page.desk.language.code
        every = [*(record.instrument for record in self.collection.own), *self.collection.ready]
        starts = (("", say("an empty one")), *((each.key, each.title.in_language(code)) for each in every))
        fields = (
            Field("ko", f"{say('Title')} · 한국어", required=True, row="title"),
            Field("en", f"{say('Title')} · English", row="title"),
            Field("start", say("Begin with"), "choice", choices=starts,
                  help=say("A copy can be changed freely; the original stays as it is.")),
        )  # fmt: skip
        chosen = self.collection.instrument(start)
        values = {"start": start}
        if chosen is not None:
            values |= {"ko": f"{chosen.title.ko} ({_COPY['ko']})", "en": _copied(chosen.title.en)}
        dialog = FormDialog(
            self._page.desk, say("New questionnaire"), fields, say("Make the questionnaire"), self._page, stay=True,
            values=values,
        )  # fmt: skip
        dialog.submitted.connect(lambda values: self._make(dialog, values))
        dialog.open()

    def ask_title(self) -> None:
        """Ask for title, source and licence of the one that is chosen or edited."""
        record = self._current()
        if record is None:
            return
        dialog = self._title_dialog(record)
        dialog.submitted.connect(lambda values: self._keep_title(dialog, record.id, values))
        dialog.open()

    def ask_import(self) -> QFileDialog:
        """Ask for a file of a questionnaire."""
        dialog = QFileDialog(self.window(), self._page.say("Open a questionnaire"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{self._page.say('Questionnaires')} (*{SUFFIX})")
        dialog.fileSelected.connect(self.take_in)
        dialog.open()
        return dialog

    def ask_export(self) -> QFileDialog | None:
        """Ask where to save the one that is chosen."""
        instrument = self.collection.instrument(self.shelf.key)
        if instrument is None:
            return None
        name = "".join("_" if sign in '<>:"/\\|?*' else sign for sign in instrument.title.in_language(self._code))
        dialog = QFileDialog(self.window(), self._page.say("Save the questionnaire"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self._page.say('Questionnaires')} (*{SUFFIX})")
        dialog.selectFile(f"{name}{SUFFIX}")
        dialog.fileSelected.connect(lambda path: self.hand_out(instrument, path))
        dialog.open()
        return dialog

    def take_in(self, path: str) -> None:
        """Take a questionnaire in from a file."""
        self._do(partial(_read_and_import, self._library, Path(path)), self._taken_in)

    def hand_out(self, instrument: Instrument, path: str) -> None:
        """Write a questionnaire to a file."""
        work = partial(export_questionnaire, self._library, key=instrument.key, out=Path(path))
        saved = mark("“{title}” was saved.", title=instrument.title.in_language(self._code))
        self._page.desk.tasks.run(work, lambda _file: self._page.noticeRequested.emit(saved), owner=self)

    # What is shown.

    def _show(self, collection: Collection) -> None:
        self.collection = collection
        self.shelf.show_collection(collection)
        record = collection.record_of(self.editing) if self.editing else None
        if record is None:
            self.editing = None
            self.setCurrentWidget(self.shelf)
            return
        self.editor.show_record(record)
        entered = self.currentWidget() is not self.editor
        self.setCurrentWidget(self.editor)
        if entered:
            self.editor.focus_first()
        if self._to_write:
            key, self._to_write = self._to_write, ""
            self.editor.choose(key, write=True)

    # What is done.

    def _connect(self) -> None:
        shelf, editor = self.shelf, self.editor
        shelf.newAsked.connect(lambda: self.ask_new())
        shelf.importAsked.connect(self.ask_import)
        shelf.verbAsked.connect(self._do_verb)
        shelf.chosen.connect(self._choose)
        editor.closed.connect(self._close_editor)
        editor.renameAsked.connect(self.ask_title)
        editor.addAsked.connect(self._add)
        editor.saved.connect(self._save)
        editor.moveAsked.connect(lambda key, place: self._edit(questionnaires.move_item, key=key, place=place))
        editor.kindAsked.connect(lambda key, kind: self._edit(questionnaires.change_kind, key=key, kind=kind))
        editor.copyAsked.connect(self._copy_item)
        editor.removeAsked.connect(lambda key: self._edit(questionnaires.remove_item, key=key))

    def _choose(self, key: str) -> None:
        self.shelf.key = key
        self.shelf.show_collection(self.collection)

    def _close_editor(self) -> None:
        record = self._current()
        if record is not None:
            self.shelf.key = record.instrument.key
        self.editing = None
        self.reload()

    def _do_verb(self, verb: str) -> None:
        record = self.collection.record(self.shelf.key)
        if verb == "copy":
            self.ask_new(self.shelf.key)
        elif verb == "export":
            self.ask_export()
        elif record is not None and verb == "edit":
            self.open_editor(record.id)
        elif record is not None and verb == "rename":
            self.ask_title()
        elif record is not None and verb == "remove":
            self._do(partial(questionnaires.remove_questionnaire, self._library, questionnaire_id=record.id))

    def _add(self, kind: ItemKind, place: int) -> None:
        before = {item.key for item in self._items()}

        def added(changed: Changed[QuestionnaireRecord]) -> None:
            self._to_write = next(item.key for item in changed.record.instrument.items if item.key not in before)
            self.reload()

        self._edit(questionnaires.add_item, added, kind=kind, place=place)

    def _copy_item(self, key: str) -> None:
        before = {item.key for item in self._items()}

        def copied(changed: Changed[QuestionnaireRecord]) -> None:
            self._to_write = next(item.key for item in changed.record.instrument.items if item.key not in before)
            self.reload()

        self._edit(questionnaires.copy_item, copied, key=key)

    def _save(self, item: Item) -> None:
        """A field was left; its undo is there, and needs no offer."""
        if self.editing is not None:
            work = partial(questionnaires.edit_item, self._library, questionnaire_id=self.editing, item=item)
            self._page.desk.tasks.run(work, lambda _changed: self.reload(), self._failed, owner=self)

    def _edit(
        self, verb: Callable[..., Changed[Any]], done: Callable[[Any], None] | None = None, **values: Any
    ) -> None:
        if self.editing is not None:
            self._do(partial(verb, self._library, questionnaire_id=self.editing, **values), done)

    def _do(self, work: Callable[[], Changed[Any]], done: Callable[[Any], None] | None = None) -> None:
        self._page.do(work, done=done or (lambda _changed: self.reload()))

    def _failed(self, error: Exception) -> None:
        self._page.desk.tasks.failed.emit(error)
        self.reload()

    def _taken_in(self, changed: Changed[ImportedQuestionnaire]) -> None:
        taken = changed.record
        self.shelf.key = taken.instrument.key
        words = _ARRIVED[taken.arrival]
        self._page.noticeRequested.emit(mark(words.msgid, title=taken.instrument.title.in_language(self._code)))
        self.reload()

    def _make(self, dialog: FormDialog, values: dict[str, Any]) -> None:
        title = Wording(ko=values["ko"] or "", en=values["en"] or "")
        work: Callable[[], Changed[Any]]
        if values["start"]:
            work = partial(questionnaires.copy_questionnaire, self._library, key=values["start"], title=title)
        else:
            work = partial(questionnaires.new_questionnaire, self._library, title=title)
        self._page.do(work, dialog=dialog, done=lambda changed: self.open_editor(changed.record.id))

    def _keep_title(self, dialog: FormDialog, questionnaire_id: UUID, values: dict[str, Any]) -> None:
        texts = {
            name: Wording(ko=values[f"{name}-ko"] or "", en=values[f"{name}-en"] or "")
            for name in ("title", "about", "source", "licence")
        }
        work = partial(questionnaires.edit_questionnaire, self._library, questionnaire_id=questionnaire_id, **texts)
        self._page.do(work, dialog=dialog, done=lambda _changed: self.reload())

    def _title_dialog(self, record: QuestionnaireRecord) -> FormDialog:
        say = self._page.say
        named = (
            ("title", say("Title"), "text"), ("about", say("What it asks about"), "note"), ("source", say("Source"), "note"),
            ("licence", say("Terms of use"), "note"),
        )  # fmt: skip
        fields: list[Field] = []
        values: dict[str, str] = {}
        for name, words, kind in named:
            text: Wording = getattr(record.instrument, name)
            needed = name == "title"
            fields.append(Field(f"{name}-ko", f"{words} · 한국어", kind, required=needed, lines=2, row=name))
            fields.append(Field(f"{name}-en", f"{words} · English", kind, lines=2, row=name))
            values |= {f"{name}-ko": text.ko, f"{name}-en": text.en}
        return FormDialog(
            self._page.desk,
            say("Title and source"),
            fields,
            say("Save"),
            self._page,
            values=values,
            stay=True,
            width=640,
        )

    def _current(self) -> QuestionnaireRecord | None:
        if self.editing is not None:
            return self.collection.record_of(self.editing)
        return self.collection.record(self.shelf.key)

    def _items(self) -> tuple[Item, ...]:
        record = self._current()
        return record.instrument.items if record else ()

    @property
    def _library(self) -> Library:
        return self._page.desk.library

    @property
    def _code(self) -> str:
        return self._page.desk.language.code


_COPY = {"ko": "사본", "en": "copy"}


def _copied(english: str) -> str:
    return f"{english} ({_COPY['en']})" if english else ""


def _read_and_import(library: Library, path: Path) -> Changed[ImportedQuestionnaire]:
    """Read a file and take it in; what is too large for a questionnaire is not read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(mark("The file {file} cannot be read. Please choose it again.", file=path.name)) from error
    return import_questionnaire(library, data=data, name=path.name)
