"""A report and the data inside it: what was changed is found, what is unchanged is not complained about."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.builders import make_room
from workshop.cli import main
from workshop.language import load_language
from workshop.models.errors import InputError
from workshop.services import reporting
from workshop.services.ideas.ideas import add_idea
from workshop.services.keeping.library import open_library
from workshop.services.verification import verify_report

Change = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    library = open_library(tmp_path_factory.mktemp("library") / "a.workshop")
    try:
        room = make_room(library)
        add_idea(library, session_id=room.session_id, text="가로등을 더 밝게")
        return reporting.finished(
            reporting.session_report(library, session_id=room.session_id, language=load_language("en"))
        )
    finally:
        library.close()


def _found(folder: Path, content: bytes) -> list[str]:
    file = folder / "report.pdf"
    file.write_bytes(content)
    return [load_language("en").tell(each.told) for each in verify_report(file).differences]


def _changed(content: bytes, change: Change) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def _other_data(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].EF.F.write(b'{"ideas":[]}')


def _other_ideas(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[-1].EF.F.write(b"No.,Idea\r\n")


def _no_data(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Names
    del pdf.Root.AF


def _other_page(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes().replace(b"Tj", b"' "))


def _other_font(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    font.Widths[-1] = 1


def _turned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].rotate(90, relative=True)


def _other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Another"


def test_a_report_is_unchanged_and_carries_its_data(tmp_path: Path, report: bytes) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(report)
    verdict = verify_report(file)
    assert verdict.sound
    assert [each.name for each in verdict.files] == ["data.json", "ideas.csv"]
    assert verdict.number


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_other_data, "not those the report was made from"),
        (_other_ideas, "attached file was changed"),
        (_no_data, "are missing"),
        (_other_page, "pages were changed"),
        (_other_font, "pages were changed"),
        (_turned, "pages were changed"),
        (_other_title, "something besides the pages"),
        (lambda pdf: None, "saved it anew"),
    ],
    ids=["data", "table", "no data", "page", "font", "turned", "title", "saved anew"],
)
def test_a_change_is_found_and_named(tmp_path: Path, report: bytes, change: Change, words: str) -> None:
    (finding,) = _found(tmp_path, _changed(report, change))
    assert words in finding


def test_one_byte_anywhere_is_enough(tmp_path: Path, report: bytes) -> None:
    assert _found(tmp_path, report + b" ")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"no pdf at all"], ids=["empty", "stump", "text"])
def test_what_is_no_pdf_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError, match=r"report\.pdf is no PDF, or is damaged"):
        _found(tmp_path, content)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_half_a_report_is_never_sound(tmp_path: Path, report: bytes, share: float) -> None:
    try:
        found = _found(tmp_path, report[: int(len(report) * share)])
    except InputError:
        found = ["cannot be read"]
    assert found


def test_a_pdf_of_somebody_else_is_one_sentence(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    with pytest.raises(InputError, match=r"report\.pdf is no report of this program"):
        _found(tmp_path, out.getvalue())


def test_the_command_answers_by_its_exit_code(
    tmp_path: Path, report: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(report)
    bad.write_bytes(_changed(report, _other_page))
    assert main(["verify", str(good), "--language", "en"]) == 0
    assert "no signature" in capsys.readouterr().out
    assert main(["verify", str(bad), "--language", "en"]) == 1
    assert "pages were changed" in capsys.readouterr().err
    assert main(["verify", str(tmp_path / "none.pdf"), "--language", "en"]) == 2
    assert main(["verify", str(bad), "--json", "--language", "ko"]) == 1
    assert '"sound": false' in capsys.readouterr().out
