"""The settings of one user on one machine, kept as a small JSON file."""

import logging
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

import msgspec

from workshop import paths
from workshop.files import replace_file

_log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark", "high-contrast")
TEXT_SCALES = (100, 125, 150, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has chosen; every value has a sensible default.

    `text_scale` is in percent. `station` names this installation in the journal and in undo; it is random and says nothing
    about the person. `geometry` is the window's own memory of its place, as text.
    """

    language: str = "ko"
    screen_language: str = "ko"
    theme: str = "system"
    text_scale: int = 100
    station: str = field(default_factory=lambda: uuid4().hex)
    last_page: str = "start"
    last_project: str = ""
    last_session: str = ""
    geometry: str = ""

    def with_(self, **values: object) -> "Settings":
        """The same settings with some values changed."""
        return replace(self, **values)  # pyright: ignore[reportArgumentType]


def load_settings(file: Path | None = None) -> Settings:
    """The saved settings; a missing or unreadable file gives the defaults and a line in the log."""
    file = file or paths.settings_file()
    try:
        settings = msgspec.json.decode(file.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.DecodeError) as error:
        _log.warning("settings in %s could not be read, defaults are used: %s", file, error)
        return Settings()
    return _sound(settings)


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Keep the settings; a folder that cannot be written to is noted in the log, since no work is lost by it."""
    file = file or paths.settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, msgspec.json.format(msgspec.json.encode(settings)))
    except OSError as error:
        _log.warning("settings could not be kept in %s: %s", file, error)


def _sound(settings: Settings) -> Settings:
    """The settings with values that no version knows put back to their defaults."""
    default = Settings()
    return settings.with_(
        theme=settings.theme if settings.theme in THEMES else default.theme,
        text_scale=settings.text_scale if settings.text_scale in TEXT_SCALES else default.text_scale,
    )
