"""What reports put into a few words: ages that were added up, months, and what is signed."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reports import examples
from tests.reports.reading import finish, page_texts, said_in
from workshop.language import load_language
from workshop.models.enums import AgeBand
from workshop.models.records.reports import CountLine
from workshop.reports.kinds.session import build
from workshop.reports.sections.wording import Words

KO, EN = Words(load_language("ko"), 0), Words(load_language("en"), 0)


@pytest.mark.parametrize(
    ("first", "last", "korean", "english"),
    [
        (AgeBand.UNDER_14, AgeBand.TEENS, "19세 이하", "19 and under"),
        (AgeBand.TWENTIES, AgeBand.THIRTIES, "20–39세", "20–39"),
        (AgeBand.FIFTIES, AgeBand.SEVENTIES, "50세 이상", "50 and over"),
        (AgeBand.UNDER_14, AgeBand.SEVENTIES, "모든 나이", "all ages"),
        (AgeBand.FORTIES, None, "40대", "40–49"),
    ],
)
def test_ages_taken_together_read_as_one_band(first: AgeBand, last: AgeBand | None, korean: str, english: str) -> None:
    line = CountLine(first, 7, upto=last)
    assert (KO.band(line), EN.band(line)) == (korean, english)


def test_a_month_stands_once() -> None:
    assert EN.months(date(2026, 3, 2), date(2026, 3, 30)) == "Mar 2026"
    assert EN.months(date(2026, 3, 2), date(2026, 5, 30)) == "Mar 2026 – May 2026"
    assert (EN.months(None, None), EN.months(None, date(2026, 5, 1))) == ("", "– May 2026")


@pytest.mark.parametrize("ideas", range(0, 24, 3))
def test_signatures_stand_on_the_page_of_the_checksum_of_what_is_signed(ideas: int) -> None:
    report = replace(examples.session_report(), board=examples.many_ideas(ideas))
    pages = page_texts(finish(build(report, said_in(load_language("en"))))[0])
    (signed,) = [page for page in pages if "Date, name, signature" in page]
    assert "9f2c41ab 7e08d355" in signed
