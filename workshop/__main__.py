"""Where every start begins: `python -m workshop` is the same as the command `workshop`.

Nothing that takes time is imported up here: Ctrl+C is to end a command in silence from its first moment.
"""

import os
import sys


def main() -> int:
    """Run the command that the words of the terminal name; returns its exit code."""
    try:
        import signal

        is_heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # else it is ignored on purpose
        if is_heard:
            signal.signal(signal.SIGINT, _end)
        from workshop.cli import main as run  # most of the time until something is seen

        if is_heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return run()
    except KeyboardInterrupt:
        return 2


def _end(_signal: int, _frame: object) -> None:
    """End at once, while nothing has been begun that would have to be ended in order.

    A KeyboardInterrupt that falls into Python's bookkeeping of imports is told with a traceback and then lost.
    """
    os._exit(2)


if __name__ == "__main__":
    sys.exit(main())
