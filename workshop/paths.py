"""Where the application keeps what is the user's: library, settings, log."""

from pathlib import Path

import platformdirs

_NAME = "living-lab-workshop"


def data_folder() -> Path:
    """The platform's data folder of this user; holds the library and its backups."""
    return platformdirs.user_data_path(_NAME, appauthor=False)


def library_file() -> Path:
    """The platform's place for the library of this user; where it really is, `settings.library_file` says."""
    return data_folder() / "library.workshop"


def settings_file() -> Path:
    """The settings of this user on this machine."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.json"


def log_file() -> Path:
    """The log that an error message names."""
    return platformdirs.user_log_path(_NAME, appauthor=False) / "workshop.log"
