"""The settings of one user on one machine, kept as a small JSON file."""

import dataclasses
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

import msgspec

from workshop import paths
from workshop.files import replace_file
from workshop.language import CODES

_log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark", "high-contrast")
TEXT_SCALES = (100, 125, 150, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has chosen; every value has a sensible default.

    `text_scale` is in percent. `station` names this installation in the journal and in undo; it is random and says nothing
    about the person. `set_up` is true once the first steps were finished. `library` is the file the user has chosen for the
    data, empty for the platform's own place: ask `library_file`. `geometry` is the window's own memory of its place, as text;
    `screen_display` and `screen_geometry` are the shared screen's: the name of its display, and its place there.
    `report_options` are the options last chosen, by kind of report; `report_logo` is the picture for their heads in base64.
    """

    language: str = "ko"
    screen_language: str = "ko"
    theme: str = "system"
    text_scale: int = 100
    station: str = field(default_factory=lambda: uuid4().hex)
    set_up: bool = False
    library: str = ""
    last_page: str = "start"
    last_project: str = ""
    last_session: str = ""
    geometry: str = ""
    screen_display: str = ""
    screen_geometry: str = ""
    report_options: dict = field(default_factory=dict)  # pyright: ignore[reportMissingTypeArgument]
    report_logo: str = ""

    def with_(self, **values: object) -> "Settings":
        """The same settings with some values changed."""
        return replace(self, **values)  # pyright: ignore[reportArgumentType]


def library_file(settings: Settings) -> Path:
    """The user's own library: the file that was chosen, or the platform's place; window and commands both ask here."""
    return Path(settings.library) if settings.library else paths.library_file()


def load_settings(file: Path | None = None) -> Settings:
    """The saved settings; what is missing or makes no sense is put back to its default, with a line in the log.

    A file that is no settings at all gives the defaults. Values of a newer version are passed over.
    """
    file = file or paths.settings_file()
    try:
        found = msgspec.json.decode(file.read_bytes(), type=dict[str, object])
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.DecodeError) as error:
        _log.warning("settings in %s could not be read, defaults are used: %s", file, error)
        return Settings()
    return Settings(**_sound(found))  # pyright: ignore[reportArgumentType]


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Keep the settings; a folder that cannot be written to is noted in the log, since no work is lost by it."""
    file = file or paths.settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, msgspec.json.format(msgspec.json.encode(settings)))
    except OSError as error:
        _log.warning("settings could not be kept in %s: %s", file, error)


# What a value has to be beside its type.
_RULES: Mapping[str, Callable[[object], bool]] = {
    "language": lambda value: value in CODES,
    "screen_language": lambda value: value in CODES,
    "theme": lambda value: value in THEMES,
    "text_scale": lambda value: value in TEXT_SCALES,
    "station": bool,
    "library": lambda value: not value or Path(str(value)).is_absolute(),
}


def _sound(found: Mapping[str, object]) -> dict[str, object]:
    """Those values that this version knows and that make sense, each looked at on its own."""
    sound: dict[str, object] = {}
    for entry in dataclasses.fields(Settings):
        if entry.name not in found:
            continue
        value = found[entry.name]
        if type(value) is entry.type and _RULES.get(entry.name, lambda _value: True)(value):
            sound[entry.name] = value
        else:
            _log.warning("the setting %s is %r, which makes no sense: its default is used", entry.name, value)
    return sound
