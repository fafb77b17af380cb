"""What is wrong with the words of a command, in the user's language: argparse says it in English alone."""

import re

from workshop.language import Message, mark

_FAULTS: tuple[tuple[str, Message], ...] = (
    (r"the following arguments are required: (?P<a>.*)", mark("Something is missing: {a}")),
    (r"argument (?P<a>\S+): invalid choice: (?P<b>.*) \(choose from (?P<c>.*)\)", mark("{a}: {b} is none of {c}")),
    (r"argument (?P<a>\S+): invalid (?:int|float|_?number) value: (?P<b>.*)", mark("{a}: {b} is no number")),
    (r"argument (?P<a>\S+): expected one argument", mark("{a}: something is missing after it")),
    (r"argument (?P<a>\S+): ignored explicit argument (?P<b>.*)", mark("{a} takes nothing, but there is {b}")),
    (r"unrecognized arguments: (?P<a>.*)", mark("This is not understood: {a}")),
    (r"ambiguous option: (?P<a>.*) could match (?P<b>.*)", mark("{a} could be any of {b}")),
)


def argument_fault(text: str) -> Message | str:
    """A fault of argparse as a message; what is not known stays as it is."""
    for pattern, message in _FAULTS:
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found:
            return mark(message.msgid, **found.groupdict())
    return text
