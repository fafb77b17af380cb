"""Questionnaires of one's own: the shelf, the editor with questions of several kinds, what is missing, its dialogs."""

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from tests.questionnaires import keep_questionnaire, questionnaire_id, words
from workshop.models.enums import ItemKind
from workshop.services.evaluation import questionnaires

Show = Callable[[Hall], QWidget]


def _shelf(hall: Hall) -> QWidget:
    """The ready ones alone."""
    hall.go("evaluation", hall.place(-1))
    hall.push("Questionnaires")
    return hall.window


def _own(hall: Hall) -> QWidget:
    """One of one's own, chosen."""
    keep_questionnaire(hall.library)
    return _shelf(hall)


def _unfinished(hall: Hall) -> QWidget:
    made = questionnaires.new_questionnaire(hall.library, title=words("밤길 안전 설문")).record
    for kind in (ItemKind.SINGLE, ItemKind.TEXT):
        questionnaires.add_item(hall.library, questionnaire_id=made.id, kind=kind)
    return _shelf(hall)


def _editor(key: str = "") -> Show:
    """The editor of a questionnaire with every kind of question, one of them chosen."""

    def show(hall: Hall) -> QWidget:
        _own(hall)
        hall.push("Edit the questions")
        editor = hall.page.questionnaires.editor
        if key:
            editor.choose(key)
        hall.settle()
        editor.preview.draw()
        return hall.window

    return show


def _scrolled(show: Show) -> Show:
    """The end of the fields."""

    def scrolled(hall: Hall) -> QWidget:
        show(hall)
        form = hall.page.questionnaires.editor.form
        area = form.parentWidget().parentWidget().parentWidget()
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        return hall.window

    return scrolled


def _missing(hall: Hall) -> QWidget:
    """A question whose Korean wording was taken out, and one that comes before what it depends on."""
    _own(hall)
    where = {"questionnaire_id": questionnaire_id(hall.library)}
    record = questionnaires.get_questionnaire(hall.library, **where)
    item = next(item for item in record.instrument.items if item.key == "wishes")
    questionnaires.edit_item(hall.library, item=msgspec.structs.replace(item, text=words("", "More of what?")), **where)
    questionnaires.move_item(hall.library, key="why-not", place=0, **where)
    hall.settle()
    hall.push("Edit the questions")
    hall.page.questionnaires.editor.choose("wishes")
    hall.settle()
    hall.page.questionnaires.editor.preview.draw()
    return hall.window


def _empty(hall: Hall) -> QWidget:
    questionnaires.new_questionnaire(hall.library, title=words("빈 설문", "An empty one"))
    _shelf(hall)
    return hall.push("Edit the questions")


def _new(hall: Hall) -> QWidget:
    _shelf(hall)
    hall.push("New questionnaire…")
    return hall.sheet()


def _title(hall: Hall) -> QWidget:
    _own(hall)
    hall.push("Title and source…")
    return hall.sheet()


VIEWS = (
    View("questionnaires/ready", WORKSHOP, _shelf),
    View("questionnaires/own", WORKSHOP, _own),
    View("questionnaires/unfinished", WORKSHOP, _unfinished),
    View("questionnaires/new", WORKSHOP, _new),
    View("questionnaires/title", WORKSHOP, _title),
    View("questionnaires/editor-empty", WORKSHOP, _empty),
    View("questionnaires/editor-choices", WORKSHOP, _editor("first")),
    View("questionnaires/editor-scale", WORKSHOP, _editor("opposites")),
    View("questionnaires/editor-scale-end", WORKSHOP, _scrolled(_editor("opposites"))),
    View("questionnaires/editor-number", WORKSHOP, _editor("minutes")),
    View("questionnaires/editor-missing", WORKSHOP, _missing),
)
