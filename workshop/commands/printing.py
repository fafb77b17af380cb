"""How the commands speak: JSON or a table on standard output, one line on standard error."""

import json
import sys
from typing import Any
from unicodedata import east_asian_width

import msgspec


def print_json(value: Any) -> None:
    """One JSON document on standard output; records, keys and dates become plain values."""
    print(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2))


def print_table(lines: list[list[str]]) -> None:
    """Lines of columns, each as wide as its widest text; wide signs of Korean take two places."""
    widths = [max(_width(line[column]) for line in lines) for column in range(len(lines[0]))] if lines else []
    for line in lines:
        cells = (text + " " * (width - _width(text)) for text, width in zip(line, widths, strict=True))
        print("  ".join(cells).rstrip())


def print_error(text: str) -> None:
    """One line on standard error, whatever signs a name in it holds."""
    print("".join(sign if sign.isprintable() else "�" for sign in text), file=sys.stderr)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
