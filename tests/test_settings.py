"""Settings are kept; a broken file costs nothing but the settings."""

import dataclasses
import json
from pathlib import Path

import pytest

from workshop import paths
from workshop.settings import Settings, library_file, load_settings, save_settings


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    settings = Settings(language="en", theme="dark", text_scale=150, last_page="run")
    save_settings(settings, file)
    assert load_settings(file) == settings


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe"])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load_settings(file).theme == Settings().theme


def test_values_nobody_knows_are_put_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "neon", "text_scale": 90, "language": "en"}))
    settings = load_settings(file)
    assert (settings.theme, settings.text_scale, settings.language) == ("system", 100, "en")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "tlh"),
        ("screen_language", 7),
        ("theme", None),
        ("text_scale", "gross"),
        ("text_scale", 150.0),
        ("text_scale", True),
        ("station", ""),
        ("set_up", 1),
        ("library", "beside/me.workshop"),
        ("library", ["a"]),
        ("last_page", {}),
        ("geometry", 4),
        ("screen_display", False),
        ("report_options", []),
        ("report_logo", 3),
        ("from_the_future", "sepia"),
    ],
)
def test_one_broken_value_costs_that_value_alone(tmp_path: Path, name: str, value: object) -> None:
    kept = Settings(
        language="en", screen_language="en", theme="dark", text_scale=150, set_up=True,
        library=str(tmp_path / "l.workshop"), last_page="run", geometry="abc", screen_display="Beamer",
    )  # fmt: skip
    file = tmp_path / "settings.json"
    save_settings(kept, file)
    file.write_text(json.dumps(json.loads(file.read_text()) | {name: value}))
    loaded = load_settings(file)
    rest = {entry.name for entry in dataclasses.fields(Settings)} - {name}
    assert {entry: getattr(loaded, entry) for entry in rest} == {entry: getattr(kept, entry) for entry in rest}
    if name in {"language", "screen_language", "theme", "text_scale", "set_up", "library", "last_page", "geometry"}:
        assert getattr(loaded, name) == getattr(Settings(), name)
    assert loaded.station


def test_the_library_is_where_it_was_put_or_at_the_place_of_the_platform(tmp_path: Path) -> None:
    assert library_file(Settings()) == paths.library_file()
    chosen = tmp_path / "stick" / "library.workshop"
    assert library_file(Settings(library=str(chosen))) == chosen


def test_a_place_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    save_settings(Settings(), tmp_path / "file" / "settings.json")
    assert (tmp_path / "file").read_text() == "in the way"


def test_every_installation_has_a_station_of_its_own() -> None:
    assert Settings().station != Settings().station
