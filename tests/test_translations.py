"""Every text a person sees has its Korean, with the same places to fill, said in one way."""

import ast
import re
import string
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from workshop.language import catalogue_bytes

_ROOT = Path(__file__).parent.parent
_KOREAN = sorted((_ROOT / "resources" / "translations" / "ko").glob("*.po"))
_KEYWORDS = {"say": 1, "say_many": 2, "mark": 1}  # how many texts stand first


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


@cache
def _said() -> dict[tuple[str, ...], str]:
    """Every text in the sources, and where it stands."""
    found: dict[tuple[str, ...], str] = {}
    for file in sorted((_ROOT / "workshop").rglob("*.py")):
        for call in ast.walk(
            ast.parse(file.read_text(encoding="utf-8"))
        ):  # sees into f-strings, which Babel's reader does not
            if isinstance(call, ast.Call) and (texts := _texts_of(call)):
                found.setdefault(texts, f"{file.relative_to(_ROOT)}:{call.lineno}")
    return found


def _texts_of(call: ast.Call) -> tuple[str, ...]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = call.args[: _KEYWORDS.get(name, 0)]
    return tuple(one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _entries(file: Path) -> Iterator[Message]:
    with file.open("rb") as stream:
        catalogue: Catalog = read_po(stream, locale="ko", abort_invalid=True)
    return (entry for entry in catalogue if entry.id)


@cache
def _translated() -> dict[tuple[str, ...], Message]:
    return {_ids(entry): entry for file in _KOREAN for entry in _entries(file)}


def _places(text: str) -> set[str]:
    return {name for _text, name, _form, _conversion in string.Formatter().parse(text) if name}


def test_every_text_has_its_korean() -> None:
    missing = {text[0]: place for text, place in _said().items() if text not in _translated()}
    assert not missing, "\n".join(
        f"{place}: {text}" for text, place in sorted(missing.items(), key=lambda item: item[1])
    )


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    assert not [text[0] for text in _translated() if text not in _said()]


def test_no_text_is_said_in_two_ways() -> None:
    assert catalogue_bytes("ko")  # raises where two files differ


@pytest.mark.parametrize("file", _KOREAN, ids=lambda file: file.stem)
def test_translations_fill_the_same_places_in_plain_korean(file: Path) -> None:
    for entry in _entries(file):
        texts = [entry.string] if isinstance(entry.string, str) else list(entry.string)
        assert all(texts), entry.id
        for text in texts:
            assert _places(text) == _places(_ids(entry)[-1]), entry.id
            assert unicodedata.is_normalized("NFC", text), entry.id
            assert "워크샵" not in text, entry.id
            assert not re.search(r"  |\s$", text), entry.id
