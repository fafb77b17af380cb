"""What happens when something goes wrong that nobody foresaw: the log gets all of it, the window says one sentence."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

_log = logging.getLogger(__name__)


def watch(tell: Callable[[Exception], None]) -> None:
    """Send every unhandled exception to the log, and to `tell`, which shows a sentence on the window's thread."""

    def unhandled(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unhandled", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            tell(error)

    sys.excepthook = unhandled
    threading.excepthook = lambda found: unhandled(
        found.exc_type, found.exc_value or RuntimeError("unknown"), found.exc_traceback
    )
