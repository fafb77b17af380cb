"""The options of a kind: only those it has, remembered for it, names only after a question, a logo that is a picture."""

import io
from pathlib import Path

from PIL import Image

from tests.builders import make_project, make_room
from tests.ui.pages.reports.desk import LEFT, Open, choose_file, closed_room, paper_text, settle, sheet_of, tile
from workshop.models.records.report_options import PaperSize, ReportOptions, Section
from workshop.services.people import participants
from workshop.services.reporting import KINDS, kind_of
from workshop.settings import Settings
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.page import Place
from workshop.ui.pages.reports.remembering import kept_options, options_of
from workshop.ui.pages.reports.workbench import OPTIONS
from workshop.ui.report_places import to_report


def test_each_kind_has_options_of_its_own_and_remembers_them(open_page: Open, library, qtbot):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id))
    page.view.bench.show_side(OPTIONS)
    options = page.view.options
    assert [choice for choice, _ in enumerate(options.language_choice._values)] == [0, 1]
    assert options.names_box is None
    qtbot.mouseClick(options.language_choice.button(("en",)), LEFT)
    assert not page.view.save_button.isEnabled()  # what is shown is not yet what is wanted
    qtbot.mouseClick(options.paper_choice.button(PaperSize.LETTER), LEFT)
    qtbot.mouseClick(options.section_boxes[Section.SIGNATURES], LEFT)
    settle(page)
    assert "Document no." in paper_text(page)
    assert "Signatures" not in paper_text(page).split("Left out")[0]
    assert page.built.paper.sizes[0] == (612, 792)
    page.view.bench.show_side("list")
    qtbot.mouseClick(tile(page, "handout"), LEFT)
    settle(page)
    assert page.built.wish.options.languages == ("ko",)
    assert len(options.language_choice._values) == 3
    again = open_page(Place(project_id=room.project_id), settings=page.settings)
    assert again.built.wish.options.paper is PaperSize.LETTER
    assert again.built.wish.options.without == {Section.SIGNATURES}


def test_periods_of_the_consent_form_are_chosen_and_remembered(open_page: Open, library, qtbot):
    room = make_room(library)
    place = to_report(Place(room.project_id), kind="consent")
    page = open_page(place, "en")
    page.focus_options()
    assert "2 years after the project ends" in paper_text(page)
    for name, years in (("kept_years", 3), ("call_again_years", 1)):
        qtbot.mouseClick(page.view.options.number_choices[name].button(years), LEFT)
    settle(page)
    assert "3 years after the project ends" in paper_text(page)
    assert "1 year after the project ends" in paper_text(page)
    again = open_page(place, "en", settings=page.settings)
    assert again.built.wish.options.kept_years == 3


def test_names_come_in_after_a_question_and_for_this_report_alone(open_page: Open, library, qtbot):
    room = make_room(library)
    person = room.people[0]
    participants.edit_participant(library, participant_id=person.id, name="홍길동아무개")
    page = open_page(to_report(Place(room.project_id, room.session_id), kind="attendance"))
    page.focus_options()
    assert "홍길동아무개" not in paper_text(page)
    box = page.view.options.names_box
    qtbot.mouseClick(box, LEFT)
    assert not box.isChecked()
    sheet_of(page, Confirm).reject()
    settle(page)
    assert "홍길동아무개" not in paper_text(page)
    qtbot.mouseClick(box, LEFT)
    qtbot.mouseClick(sheet_of(page, Confirm).verb_button, LEFT)
    settle(page)
    assert box.isChecked()
    assert "홍길동아무개" in paper_text(page)
    assert page.built.notes[0] == page.say(
        "The names of participants are in it. Give it only to those who may read them."
    )
    page.choose(next(each.key for each in page.view.list.tiles if each.key.kind.name == "name-tags"))
    settle(page)
    assert not page.built.wish.options.names
    assert "names" not in str(page.settings.report_options)


def test_a_logo_is_chosen_shown_and_taken_away(open_page: Open, library, qtbot, tmp_path: Path):
    page = open_page(Place(project_id=make_project(library)), "en")
    page.focus_options()
    logo = tmp_path / "logo.png"
    Image.new("RGB", (300, 90), "#1F6F60").save(logo)
    field = page.view.options.logo_field
    qtbot.mouseClick(field.choose_button, LEFT)
    choose_file(page, logo)
    assert field.picture.isVisible()
    assert Image.open(io.BytesIO(page.built.wish.options.logo)).size == (300, 90)
    wrong = tmp_path / "letter.txt"
    wrong.write_text("no picture")
    qtbot.mouseClick(field.choose_button, LEFT)
    choose_file(page, wrong)
    assert field.error.text() == "This file is not a picture that can be read. JPEG, PNG, WebP and GIF can."
    assert field.picture.isVisible()
    qtbot.mouseClick(field.remove_button, LEFT)
    settle(page)
    assert not field.picture.isVisible()
    assert page.settings.report_logo == ""


def test_every_option_survives_the_settings():
    settings = Settings(language="en")
    for kind in KINDS:
        languages = ("ko", "en") if kind.in_two_languages else ("ko",)
        options = ReportOptions(
            languages=languages, paper=PaperSize.LETTER, without=frozenset(kind.sections[:2]), suppress_small=False,
            logo=b"picture",
        )  # fmt: skip
        settings = settings.with_(**kept_options(settings, kind, options))
        assert options_of(settings, kind) == options


def test_settings_that_make_no_sense_give_the_defaults():
    for broken in (7, {"languages": 3, "without": "x", "paper": []}, {"languages": ["xx"], "small_cells": "yes"}):
        settings = Settings(language="en", report_options={"session": broken}, report_logo="%%")
        assert options_of(settings, kind_of("session")) == ReportOptions(languages=("en",))
    two = Settings(report_options={"session": {"languages": ["ko", "en"]}})
    assert options_of(two, kind_of("session")).languages == ("ko",)
