"""What a line of quick entry means."""

import pytest

from workshop.models.field_enums import Severity
from workshop.ui.pages.services.entry import Seen, read_seen


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("차가 서 있음", Seen("차가 서 있음")),
        ("차가 서 있음 @솔밭사거리 남쪽 #교통과", Seen("차가 서 있음", place="솔밭사거리 남쪽", department="교통과")),
        ("#도로과 물이 고임", Seen("물이 고임", department="도로과")),
        ("help@city 주소로 연락 옴", Seen("help@city 주소로 연락 옴")),
        ("@뒷문", Seen("@뒷문")),
        ("  ", Seen("")),
    ],
)
def test_a_line_names_place_and_department(line: str, seen: Seen) -> None:
    assert read_seen(line) == seen


def test_how_grave_it_is_stands_beside_the_line() -> None:
    assert read_seen("불꽃이 튐 @정문", Severity.DANGER) == Seen("불꽃이 튐", Severity.DANGER, "정문")
