"""The same services from a terminal: reads the words of the command and hands over to one file of `commands/`.

Ends with 0 (done), 1 (the answer is no) or 2 (bad arguments or input). Errors are one line on standard error.
"""

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from workshop import paths
from workshop.commands.argument_words import argument_fault
from workshop.commands.printing import print_error
from workshop.language import CODES, Language, Message, load_language, mark
from workshop.log import start_log
from workshop.models.errors import InputError, WorkshopError
from workshop.settings import load_settings

_log = logging.getLogger(__name__)

# Every command with what it does; its module in `commands/` adds its own arguments and runs it.
COMMANDS = {
    "window": mark("open the window (what happens without a command)"),
    "demo": mark("play a whole session with the sample project and write reports and screenshots"),
    "projects": mark("list the projects"),
    "sessions": mark("list the sessions of a project"),
    "report": mark("write a PDF report of a session or project"),
    "export": mark("write an archive of a session or project, or the parts of it that other programs read"),
    "verify": mark("tell whether an archive, or a report and the data inside it, is whole and unchanged"),
    "import": mark("take the archive of a session or project in"),
    "collect": mark("take many archives into the archive of an organization, and sum up"),
    "tally": mark("count a PrefLib or Pabulib file by a voting rule"),
    "score": mark("score a file of answers to a questionnaire"),
    "check": mark("check the library: file, keys, journal, ballots against voters"),
    "rehearse": mark("let simulated participants go through a session"),
    "backup": mark("make a consistent copy of the library"),
    "restore": mark("put a copy back in the place of the library, which is kept first"),
    "bench": mark("run the benchmarks, each as a ratio to a floor measured in the same run"),
}


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one plain line."""

    def error(self, message: str) -> NoReturn:
        raise InputError(mark("{message}. “workshop --help” shows how it is called.", message=argument_fault(message)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code and never lets a traceback out."""
    start_log()
    _speak_unicode()
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = load_language(_wanted_language(words))
    try:
        code = _run(words, language)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where it can still be told that it cannot be written
        return code
    except WorkshopError as error:
        print_error(f"workshop: {language.tell(error.message)}")
        return error.exit_code
    except BrokenPipeError:
        _leave_output()  # whoever read the output has gone; that is no fault
        return 0
    except KeyboardInterrupt:
        return 2
    except Exception as error:
        _log.exception("the command failed: %s", words)
        print_error(f"workshop: {language.tell(_told(error))}")
        _leave_output()
        return 2


def _run(words: Sequence[str], language: Language) -> int:
    if "" in words:  # a variable of a script that is not set must not mean the user's own library
        raise InputError(mark("One of the words is empty. “workshop --help” shows how it is called."))
    options = _parser(words).parse_args(words)
    module = import_module(_module_of(options.command or "window"))
    return int(module.run(options, language))


def _told(error: Exception) -> Message:
    """What a user is told of an error that nobody else put into words."""
    from workshop.models.faults import is_full  # with the database, which most of the start does without

    if isinstance(error, OSError) and is_full(error):
        return mark("There is no room left on the disk. Free some space, then try again.")
    return mark("Something went wrong in the program. The details are in {file}.", file=paths.log_file())


def _speak_unicode() -> None:
    """Let every sign through, whatever the terminal or the pipe is set to; JSON is UTF-8 (RFC 8259)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave_output() -> None:
    """Send what is still to be written nowhere, so that the end of the process does not fail over it."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout is sys.__stdout__:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _module_of(command: str) -> str:
    """The module of a command; that of `import` bears a longer name, since Python keeps the word to itself."""
    return f"workshop.commands.{'import_' if command == 'import' else command}"


def _wanted_language(words: Sequence[str]) -> str:
    """The language named on the command line, even where the rest of it cannot be understood, or the user's own."""
    for index, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and index + 1 < len(words):
            value = words[index + 1]
        if value in CODES:
            return value
    return load_settings().language


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    language = load_language(_wanted_language(words))
    common = _Parser(add_help=False)
    common.add_argument("--database", metavar="FILE|URL", help=language.say("the library; by default the user's own"))
    common.add_argument("--language", choices=CODES, help=language.say("language of messages and reports"))
    common.add_argument("--json", action="store_true", help=language.say("print one JSON document"))
    parser = _Parser(prog="workshop", description=language.say("Living Lab Workshop"), parents=[common])
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    named = next((word for word in words if word in COMMANDS), None)
    for name, about in COMMANDS.items():
        # Options may stand before or after the command; those before it must not be reset by its defaults.
        own = commands.add_parser(name, help=language.tell(about), parents=[_without_defaults(common)])
        if name == named:
            import_module(_module_of(name)).add_arguments(own, language)
    return parser


def _without_defaults(common: _Parser) -> _Parser:
    copy = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    for action in common._actions:
        names = {"dest": action.dest, "help": action.help, "default": argparse.SUPPRESS}
        if isinstance(action, argparse._StoreTrueAction):
            copy.add_argument(*action.option_strings, action="store_true", **names)
        else:
            copy.add_argument(*action.option_strings, metavar=action.metavar, choices=action.choices, **names)
    return copy
