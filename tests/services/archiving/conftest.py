"""Archives in tests hold a short stand-in for each report, since a real one takes most of the time."""

from collections.abc import Generator

import pytest

from workshop.services import reporting


@pytest.fixture
def real_reports() -> None:
    """For a test that looks at the reports of an archive."""


@pytest.fixture(autouse=True)
def quick_reports(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "real_reports" in request.fixturenames:
        return

    def build(*_library: object, **_wanted: object) -> Generator[float, None, bytes]:
        yield 0.5
        return b"%PDF-1.7 in place of a report\n"

    for name in ("session_report", "project_report"):
        monkeypatch.setattr(reporting, name, build)
