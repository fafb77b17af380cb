"""The fonts on paper."""

from pathlib import Path

import pytest

from workshop.models.errors import WorkshopError
from workshop.reports import fonts
from workshop.reports.opentype import tabular_glyphs
from workshop.resources import resource_path


def test_figures_in_columns_are_equally_wide() -> None:
    tabular = fonts.face(fonts.TABULAR)
    assert len({tabular.width(figure, 10) for figure in "0123456789"}) == 1
    assert fonts.face(fonts.REGULAR).width("1", 10) < fonts.face(fonts.REGULAR).width("4", 10)


def test_font_without_such_figures_has_none() -> None:
    assert tabular_glyphs(b"") == {}
    assert len(tabular_glyphs(resource_path("fonts/Pretendard-Regular.ttf").read_bytes())) >= 10


def test_font_that_cannot_be_read_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Broken.ttf").write_bytes(b"not a font")
    whole = resource_path("fonts/Pretendard-Regular.ttf").read_bytes()
    for share in (3, 10, 30, 60):
        (tmp_path / f"Cut{share}.ttf").write_bytes(whole[: len(whole) * share // 100])
    monkeypatch.setattr(fonts, "_font_file", lambda name: tmp_path / f"{name}.ttf")
    for name in ("Broken", "Gone", "Cut3", "Cut10", "Cut30", "Cut60"):
        with pytest.raises(WorkshopError, match=rf"The font file {name}\.ttf cannot be read"):
            fonts.face(name)
