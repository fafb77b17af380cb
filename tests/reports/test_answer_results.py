"""Rankings and photos of an evaluation on paper: mean places, photos with how often they were chosen, gone ones named."""

import io
from dataclasses import replace
from fractions import Fraction

from PIL import Image

from tests.reports import examples
from tests.reports.example_forms import form_result
from tests.reports.reading import finish, flat, page_texts, said_in
from workshop.language import Language
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import ItemRecord, ItemResult, OptionPlaces
from workshop.models.records.reports import ChosenPhoto, FormReport, ReportPhoto
from workshop.reports.kinds import session as of_session

STOPS = {"market": "Central market", "school": "School back gate"}
FIRST = ItemRecord(
    "first",
    ItemKind.RANKING,
    {"en": "Which stop first?"},
    False,
    0,
    0,
    {key: {"en": text} for key, text in STOPS.items()},
)
PHOTO = ItemRecord("photo", ItemKind.PHOTO, {"en": "Where is it inconvenient?"}, False, 0, 0, {})
PLACES = (
    OptionPlaces("market", (2, 6), 0, Fraction(14, 8), Fraction(2)),
    OptionPlaces("school", (6, 2), 0, Fraction(10, 8), Fraction(6)),
)


def _jpeg(colour: str = "navy") -> bytes:
    """A photo as it goes on paper."""
    out = io.BytesIO()
    Image.new("RGB", (240, 180), colour).save(out, "JPEG")
    return out.getvalue()


def _told(language: Language, photos: tuple[ChosenPhoto, ...]) -> str:
    whole = form_result()
    items = (
        ItemResult(FIRST, 8, 2, {"market": 2, "school": 6}, "", "", (), PLACES),
        ItemResult(PHOTO, 9, 1, {}, "", "", ()),
    )
    report = FormReport(whole.form, replace(whole, items=items), photos)
    record = replace(examples.session_report(), forms=(report,))
    return flat(" ".join(page_texts(finish(of_session.build(record, said_in(language)))[0])))


def test_a_ranking_tells_mean_places_the_best_first(english: Language) -> None:
    told = _told(english, ())
    assert told.index("School back gate mean place 1.25 · first 6×") < told.index(
        "Central market mean place 1.75 · first 2×"
    )
    assert "Which stop first? n = 8 · missing 2" in told
    assert "Where is it inconvenient?" not in told


def test_chosen_photos_stand_with_their_captions_and_what_is_gone_is_named(english: Language) -> None:
    told = _told(
        english,
        (
            ChosenPhoto("photo", 5, ReportPhoto("ab" * 32, "the dark lane", data=_jpeg())),
            ChosenPhoto("photo", 1, ReportPhoto("cd" * 32, "the back gate")),
            ChosenPhoto("photo", 2, None),
            ChosenPhoto("photo", 1, None, withdrawn=True),
        ),
    )
    for words in (
        "chosen 5 times · the dark lane", "chosen once · the back gate", "This photo is missing or cannot be read.",
        "1 chosen photo has been removed since.", "1 chosen photo is not shown because its idea was withdrawn.",
    ):  # fmt: skip
        assert words in told
