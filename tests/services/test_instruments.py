"""Instruments are complete in both languages and say whose they are."""

import unicodedata
from pathlib import Path

import pytest

from workshop.models.enums import ItemKind
from workshop.models.errors import InputError, NotFoundError
from workshop.services.instruments import LocalText, find_instrument, list_instruments, read_instrument

GOOD = """
key = "mine"
title = { ko = "제목", en = "Title" }
about = { ko = "설명", en = "About" }
source = { ko = "출처", en = "Source" }
licence = { ko = "조건", en = "Terms" }

[[items]]
key = "one"
kind = "likert"
low = 1
high = 5
labels = { 1 = { ko = "아니다", en = "No" }, 5 = { ko = "그렇다", en = "Yes" } }
text = { ko = "문항", en = "Item" }
"""


def texts_of(instrument):
    yield from (instrument.title, instrument.about, instrument.source, instrument.licence)
    for item in instrument.items:
        yield item.text
        yield from item.labels.values()


def test_the_ready_instruments():
    assert {instrument.key for instrument in list_instruments()} == {
        "sus",
        "service-quality",
        "session-feedback",
        "participant-survey",
        "operator-survey",
    }


@pytest.mark.parametrize("instrument", list_instruments(), ids=lambda instrument: instrument.key)
def test_every_text_is_there_in_both_languages(instrument):
    for text in texts_of(instrument):
        assert text.ko.strip() == text.ko != ""
        assert text.en.strip() == text.en != ""
        assert unicodedata.is_normalized("NFC", text.ko)
        assert not any("가" <= sign <= "힣" for sign in text.en)


@pytest.mark.parametrize("instrument", list_instruments(), ids=lambda instrument: instrument.key)
def test_file_name_is_the_key_and_item_keys_are_unique(instrument):
    keys = [item.key for item in instrument.items]
    assert len(set(keys)) == len(keys)
    assert find_instrument(instrument.key) is instrument


def test_sus_has_ten_items_of_five_steps_turning_in_direction():
    sus = find_instrument("sus")
    assert [item.key for item in sus.items] == [f"sus{place}" for place in range(1, 11)]
    assert [item.negative for item in sus.items] == [False, True] * 5
    assert {(item.kind, item.low, item.high) for item in sus.items} == {(ItemKind.LIKERT, 1, 5)}
    assert "Brooke" in sus.source.ko
    assert "Brooke" in sus.source.en


def test_service_quality_asks_five_things_and_one_open_question():
    items = find_instrument("service-quality").items
    assert [item.key for item in items] == ["useful", "easy", "reliable", "safe", "fair", "comment"]
    assert [item.kind for item in items] == [ItemKind.LIKERT] * 5 + [ItemKind.TEXT]


def test_the_scale_of_an_instrument_reaches_its_likert_items_as_kept_in_a_form():
    record = find_instrument("service-quality").records()[0]
    assert (record.low, record.high) == (1, 5)
    assert record.labels["1"] == {"ko": "전혀 그렇지 않다", "en": "Strongly disagree"}
    assert record.labels["5"]["ko"] == "매우 그렇다"


def test_a_text_is_told_in_the_language_asked_for():
    text = LocalText(ko="제목", en="Title")
    assert (text.in_language("ko"), text.in_language("en"), text.in_language("vi")) == ("제목", "Title", "제목")


def test_an_unknown_instrument_is_named():
    with pytest.raises(NotFoundError, match="ueq-x"):
        find_instrument("ueq-x")


def test_a_good_file_is_read(tmp_path: Path):
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert read_instrument(path).items[0].labels["5"].en == "Yes"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "likert"', 'kind = "liekrt"', r"\$\.items\[0\]\.kind"),
        ('key = "mine"', 'key = "mine"\ncolour = "red"', "colour"),
        ("low = 1", "low =", "line 11"),
        ("high = 5", "high = 1", "'one' has no scale"),
        (', en = "Item"', "", "en"),
        ('5 = { ko = "그렇다"', '4 = { ko = "그렇다"', "ends of its scale"),
    ],
)
def test_a_malformed_file_is_named_with_the_place(tmp_path: Path, old: str, new: str, told: str):
    assert old in GOOD
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=told) as caught:
        read_instrument(path)
    assert "mine.toml" in str(caught.value)


def test_a_missing_or_unreadable_file_is_named(tmp_path: Path):
    with pytest.raises(InputError, match=r"none\.toml"):
        read_instrument(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes('key = "é"'.encode("latin-1"))
    with pytest.raises(InputError, match=r"latin\.toml"):
        read_instrument(tmp_path / "latin.toml")
