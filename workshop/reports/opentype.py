"""What of an OpenType font ReportLab does not read: the glyphs of figures that are all equally wide.

Source: OpenType specification 1.9, tables GSUB (feature `tnum`, single substitution) and Coverage.
"""

import struct


def tabular_glyphs(font: bytes) -> dict[int, int]:
    """The glyph that takes the place of another when figures are set in columns; empty where the font has none."""
    try:
        table = _table(font, b"GSUB")
        features, lookups = struct.unpack_from(">HH", table, 6)
        found: dict[int, int] = {}
        for lookup in _lookups_of(table, features, b"tnum"):
            found |= _single_substitutions(table, lookups + _u16(table, lookups + 2 + 2 * lookup))
    except (struct.error, KeyError):
        return {}
    return found


def _table(font: bytes, name: bytes) -> bytes:
    count = _u16(font, 4)
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(count))
    places = {tag: (offset, length) for tag, _, offset, length in entries}
    offset, length = places[name]
    return font[offset : offset + length]


def _lookups_of(table: bytes, features: int, wanted: bytes) -> set[int]:
    lookups: set[int] = set()
    for at in range(_u16(table, features)):
        tag, offset = struct.unpack_from(">4sH", table, features + 2 + 6 * at)
        if tag == wanted:
            start = features + offset
            lookups.update(struct.unpack_from(f">{_u16(table, start + 2)}H", table, start + 4))
    return lookups


def _single_substitutions(table: bytes, lookup: int) -> dict[int, int]:
    kind, _, count = struct.unpack_from(">HHH", table, lookup)
    found: dict[int, int] = {}
    if kind != 1:
        return found
    for at in range(count):
        start = lookup + _u16(table, lookup + 6 + 2 * at)
        form, coverage = struct.unpack_from(">HH", table, start)
        glyphs = _covered(table, start + coverage)
        if form == 1:
            shift = struct.unpack_from(">h", table, start + 4)[0]
            found |= {glyph: (glyph + shift) % 65536 for glyph in glyphs}
        else:
            found |= dict(zip(glyphs, struct.unpack_from(f">{len(glyphs)}H", table, start + 6), strict=True))
    return found


def _covered(table: bytes, start: int) -> list[int]:
    form, count = struct.unpack_from(">HH", table, start)
    if form == 1:
        return list(struct.unpack_from(f">{count}H", table, start + 4))
    ranges = (struct.unpack_from(">HHH", table, start + 4 + 6 * at) for at in range(count))
    return [glyph for first, last, _ in ranges for glyph in range(first, last + 1)]


def _u16(table: bytes, at: int) -> int:
    return struct.unpack_from(">H", table, at)[0]
