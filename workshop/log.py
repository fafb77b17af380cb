"""The log file: what a message in the user's words leaves out."""

import logging
from logging.handlers import RotatingFileHandler

from workshop import paths

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log() -> None:
    """Write warnings and errors to the log file; without a writable folder the application runs on without a log."""
    file = paths.log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger("workshop")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    root.propagate = False
