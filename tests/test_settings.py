"""Settings are kept; a broken file costs nothing but the settings."""

import json
from pathlib import Path

import pytest

from workshop.settings import Settings, load_settings, save_settings


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    settings = Settings(language="en", theme="dark", text_scale=150, last_page="run")
    save_settings(settings, file)
    assert load_settings(file) == settings


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"text_scale": "gross"}', b"\xff\xfe"])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load_settings(file).theme == Settings().theme


def test_values_nobody_knows_are_put_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "neon", "text_scale": 90, "language": "en"}))
    settings = load_settings(file)
    assert (settings.theme, settings.text_scale, settings.language) == ("system", 100, "en")


def test_a_place_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    save_settings(Settings(), tmp_path / "file" / "settings.json")
    assert (tmp_path / "file").read_text() == "in the way"


def test_every_installation_has_a_station_of_its_own() -> None:
    assert Settings().station != Settings().station
