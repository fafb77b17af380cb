"""Instruments are complete in both languages and say whose they are."""

import unicodedata

import pytest

from tests.builders import KO
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError, NotFoundError
from workshop.services.evaluation.instrument_files import MOST_BYTES, read_instrument
from workshop.services.evaluation.instrument_shape import Wording
from workshop.services.evaluation.instruments import find_instrument, list_instruments
from workshop.services.evaluation.scales import kano_features

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
        "ueq-s",
        "nps",
        "kano",
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


def test_ueq_s_has_its_eight_pairs_in_the_published_order_the_worse_at_the_left():
    ueq = find_instrument("ueq-s")
    pairs = [(item.labels["1"].en, item.labels["7"].en) for item in ueq.items]
    assert pairs == [
        ("obstructive", "supportive"), ("complicated", "easy"), ("inefficient", "efficient"), ("confusing", "clear"),
        ("boring", "exciting"), ("not interesting", "interesting"), ("conventional", "inventive"), ("usual", "leading edge"),
    ]  # fmt: skip
    assert "공식 번역이 아니며" in ueq.source.ko


def test_kano_asks_of_every_feature_how_it_is_with_it_and_without_it():
    items = find_instrument("kano").records()
    assert len(kano_features(items)) * 2 == len(items)
    assert {tuple(item.labels) for item in items} == {("1", "2", "3", "4", "5")}


def test_service_quality_asks_five_things_and_one_open_question():
    items = find_instrument("service-quality").items
    assert [item.key for item in items] == ["useful", "easy", "reliable", "safe", "fair", "comment"]
    assert [item.kind for item in items] == [ItemKind.LIKERT] * 5 + [ItemKind.TEXT]


def test_the_scale_of_an_instrument_reaches_its_likert_items_as_kept_in_a_form():
    record = find_instrument("service-quality").records()[0]
    assert (record.low, record.high) == (1, 5)
    assert record.labels["1"] == {"ko": "전혀 그렇지 않다", "en": "Strongly disagree"}
    assert record.labels["5"]["ko"] == "매우 그렇다"


def test_a_text_is_told_in_the_language_asked_for_and_in_korean_where_that_was_not_written():
    text = Wording(ko="제목", en="Title")
    assert (text.in_language("ko"), text.in_language("en"), text.in_language("vi")) == ("제목", "Title", "제목")
    assert Wording(ko="제목").in_language("en") == "제목"


def test_an_unknown_instrument_is_named():
    with pytest.raises(NotFoundError, match="ueq-x"):
        find_instrument("ueq-x")


def test_a_good_file_is_read():
    assert read_instrument(GOOD.encode(), name="mine.toml").items[0].labels["5"].en == "Yes"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('kind = "likert"', 'kind = "liekrt"', "10번째 줄, ‘kind’"),
        ('key = "mine"', 'key = "mine"\ncolour = "red"', "3번째 줄, ‘colour’"),
        ("low = 1", "low =", "11번째 줄"),
        ("low = 1", 'low = "1"', "11번째 줄, ‘low’"),
        ("high = 5", "high = 1", "12번째 줄, ‘high’"),
        ('ko = "문항", ', "", "14번째 줄, ‘text.ko’"),
        ('5 = { ko = "그렇다"', '4 = { ko = "그렇다"', "13번째 줄, ‘labels’"),
        ('key = "one"', "", "8번째 줄, ‘key’"),
        ("[[items]]", "[[item]]", "8번째 줄"),
        ("high = 5", 'high = 5\nshown_if = { item = "two", test = "is", value = "1" }', "13번째 줄, ‘shown_if’"),
        ("high = 5", 'high = 5\nshown_if = { item = "two", test = "was", value = "1" }', "13번째 줄, ‘shown_if’"),
    ],
)
def test_a_malformed_file_is_told_in_one_sentence_with_line_and_field(old: str, new: str, where: str):
    assert old in GOOD
    with pytest.raises(InputError) as caught:
        read_instrument(GOOD.replace(old, new).encode(), name="mine.toml")
    told = KO.tell(caught.value.message)
    assert "mine.toml" in told
    assert where in told
    assert "\n" not in told


@pytest.mark.parametrize(
    "data",
    ['key = "é"'.encode("latin-1"), b"format = 2", b"x" * (MOST_BYTES + 1), b"\x00", b"", b"[[items]]", b"items = 3"],
    ids=["latin", "newer", "large", "zero", "empty", "bare", "number"],
)
def test_what_is_no_such_file_is_told(data: bytes):
    with pytest.raises(InputError) as caught:
        read_instrument(data, name="none.toml")
    assert "none.toml" in KO.tell(caught.value.message)
