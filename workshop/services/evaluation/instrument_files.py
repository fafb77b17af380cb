"""Instruments as files (TOML): read whole or not at all, with the line and field where one is malformed; and written."""

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import msgspec

from workshop.language import Message, mark
from workshop.models.enums import ConditionTest, ItemKind
from workshop.models.errors import InputError
from workshop.services.evaluation.completeness import clean_instrument, find_problems
from workshop.services.evaluation.instrument_shape import FORMAT, Instrument, Item, LocalText

SUFFIX = ".toml"
MOST_BYTES = 1_000_000

_AT = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?")
_ITEM = re.compile(r"\.items\[(\d+)\]")
_HEAD = re.compile(r"\s*\[\[\s*items\s*\]\]")
_REASONS = (
    (r"Object missing required field `(?P<field>.*)`", mark("it is missing.")),
    (r"Object contains unknown field `(?P<field>.*)`", mark("this field is not known.")),
    (r"Invalid enum value '(?P<value>.*)'", mark("“{value}” is not one of the known words.")),
    (r"Expected `str`.*", mark("a text belongs here.")),
    (r"Expected `int`.*", mark("a whole number belongs here.")),
    (r"Expected `bool`.*", mark("true or false belongs here.")),
    (r"Expected `object.*", mark("texts by language, or fields with their values, belong here.")),
)


def read_instrument(data: bytes, *, name: str) -> Instrument:
    """The instrument in the bytes of a file called `name`, every Likert item with its scale.

    Raises InputError with the line and the field where it is malformed, incomplete or written by a newer version.
    """
    if len(data) > MOST_BYTES:
        raise InputError(mark("The file {file} is larger than 1 MB and cannot be a questionnaire.", file=name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _malformed(name, line, "", mark("the text is not written in UTF-8.")) from error
    content = _parsed(text, name)
    written = content.get("format", FORMAT)
    if isinstance(written, int) and written > FORMAT:
        raise InputError(
            mark(
                "The file {file} was written by a newer version of this program. Please update the program.", file=name
            )
        )
    try:
        instrument = clean_instrument(msgspec.convert(content, Instrument)).with_scales()
    except msgspec.ValidationError as error:
        raise _invalid(name, text, str(error)) from error
    for problem in find_problems(instrument):
        raise _malformed(name, _line(text, problem.place, problem.field), problem.field, problem.told())
    return instrument


def write_instrument(instrument: Instrument) -> bytes:
    """The file of an instrument, in the form of those that ship with the application; reading it gives the same."""
    lines = [f"format = {FORMAT}", f"key = {_quoted(instrument.key)}"]
    if instrument.score:
        lines.append(f"score = {_quoted(instrument.score)}")
    for field in ("title", "about", "source", "licence"):
        words: LocalText = getattr(instrument, field)
        if words.ko or words.en:
            lines += ["", f"[{field}]", *_texts(words)]
    for item in instrument.items:
        lines += ["", *_item_lines(item)]
    return ("\n".join(lines) + "\n").encode()


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise _malformed(name, line, "", mark("this cannot be read as TOML.")) from error


def _malformed(name: str, line: int, field: str, reason: Message) -> InputError:
    where = mark("line {line}, “{field}”", line=line, field=field) if field else mark("line {line}", line=line)
    return InputError(
        mark("Nothing was taken from the file {file} ({where}): {reason}", file=name, where=where, reason=reason)
    )


def _invalid(name: str, text: str, told: str) -> InputError:
    """What is wrong with the values of a file, from the words of msgspec."""
    parts = _AT.fullmatch(told)
    what, path = (parts["what"], parts["path"] or "") if parts else (told, "")
    found = _ITEM.match(path)
    place = int(found[1]) if found else None
    fields = re.findall(r"\w+", _ITEM.sub("", path))
    reason, field = mark("this does not belong here."), fields[0] if fields else ""
    for pattern, words in _REASONS:
        match = re.fullmatch(pattern, what)
        if match:
            values = match.groupdict()
            missing = values.get("field", "")
            reason = mark(words.msgid, value=values["value"]) if "value" in values else words
            field = ".".join(filter(None, (field, missing)))
            break
    return _malformed(name, _line(text, place, field), field or "items", reason)


def _line(text: str, place: int | None, field: str) -> int:
    """The line of a field of an item, or of the whole; of what is not there the line where it belongs."""
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines) if _HEAD.match(line)]
    if place is not None and place < len(heads):
        first = heads[place]
        last = heads[place + 1] if place + 1 < len(heads) else len(lines)
    else:
        first, last = 0, heads[0] if heads else len(lines)
    name = re.escape(field.split(".")[0])
    pattern = re.compile(rf"\s*(?:{name}\s*[=.]|\[{{1,2}}(?:items\.)?{name}[\].])")
    return next((number for number in range(first, last) if pattern.match(lines[number])), first) + 1


def _item_lines(item: Item) -> Iterator[str]:
    yield from ("[[items]]", f"key = {_quoted(item.key)}", f"kind = {_quoted(item.kind.value)}")
    yield f"text = {_inline(item.text)}"
    for field in ("required", "negative"):
        if getattr(item, field):
            yield f"{field} = true"
    if item.kind in {ItemKind.LIKERT, ItemKind.NUMBER} and item.high > item.low:
        yield from (f"low = {item.low}", f"high = {item.high}")
    if item.most:
        yield f"most = {item.most}"
    if item.unit.ko:
        yield f"unit = {_inline(item.unit)}"
    if item.shown_if is not None:
        test: ConditionTest = item.shown_if.test
        words = (("item", item.shown_if.item), ("test", test.value), ("value", item.shown_if.value))
        yield "shown_if = { " + ", ".join(f"{name} = {_quoted(value)}" for name, value in words) + " }"
    if item.labels:
        yield from ("", "[items.labels]")
        yield from (f"{_quoted(value)} = {_inline(words)}" for value, words in item.labels.items())


def _texts(words: LocalText) -> list[str]:
    return [f"{code} = {_quoted(text)}" for code, text in (("ko", words.ko), ("en", words.en)) if text]


def _inline(words: LocalText) -> str:
    return "{ " + ", ".join(_texts(words)) + " }" if words.ko or words.en else '{ ko = "" }'


def _quoted(text: str) -> str:
    """A basic string of TOML, which is written as JSON writes one."""
    return json.dumps(text, ensure_ascii=False)
