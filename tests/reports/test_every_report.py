"""Every kind of report, in both languages, with none, 80 and 2,000 ideas, conforms to PDF/A-3a and PDF/UA-1."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.reports import validator
from tests.reports.every_report import EVERY_REPORT
from tests.reports.reading import finish
from workshop.language import load_language


@pytest.mark.skipif(bool(validator.missing()), reason=validator.missing())
def test_every_report_conforms(tmp_path: Path) -> None:
    files: list[Path] = []
    for name, make in EVERY_REPORT.items():
        for code in ("ko", "en"):
            file = tmp_path / f"{name}-{code}.pdf"
            file.write_bytes(finish(make(load_language(code)))[0])
            files.append(file)
    broken = validator.complaints([*files, _plain(tmp_path / "plain.pdf")])
    assert [line for line in broken if " plain.pdf " not in line] == []
    for profile in validator.PROFILES:  # and it does complain where there is reason to
        assert any(line.startswith(f"{profile} plain.pdf ") for line in broken), broken


def _plain(file: Path) -> Path:
    """What ReportLab writes by itself."""
    canvas = Canvas(str(file))
    canvas.drawString(100, 100, "plain")
    canvas.save()
    return file
