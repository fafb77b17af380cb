"""All of a session in one folder: whole or not at all, beside what is there already."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import make_room
from workshop import files
from workshop.models.errors import FullDiskError, WorkshopError
from workshop.models.records.report_options import ReportOptions
from workshop.services.keeping.library import Library
from workshop.services.reporting import GatheredReport, Target, gather_report, kind_of, save_reports


@pytest.fixture
def reports(library: Library) -> list[tuple[str, GatheredReport]]:
    room = make_room(library)
    target, options = Target(room.project_id, room.session_id), ReportOptions()
    return [
        (f"{name}.pdf", gather_report(library, kind=kind_of(name), target=target, options=options))
        for name in ("session", "handout")
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    return place


def _saved(work: Iterator[float]) -> tuple[list[float], Path]:
    steps: list[float] = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def test_a_folder_appears_with_all_of_it_and_never_over_another(folder: Path, reports) -> None:
    steps, place = _saved(save_reports(folder, "1회차", reports))
    assert sorted(file.name for file in place.iterdir()) == ["handout.pdf", "session.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF") for file in place.iterdir())
    assert steps == sorted(steps)
    assert steps[-1] <= 1
    _steps, second = _saved(save_reports(folder, "1회차", reports[:1]))
    assert (place.name, second.name) == ("1회차", "1회차 (2)")


def test_stopped_half_way_nothing_stays(folder: Path, reports) -> None:
    work = save_reports(folder, "1회차", reports)
    while next(work) < 0.6:
        pass
    work.close()
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told_and_nothing_stays(folder: Path, reports, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(FullDiskError, match="no room"):
        _saved(save_reports(folder, "1회차", reports))
    assert list(folder.iterdir()) == []
    with pytest.raises(WorkshopError, match="is not there"):
        _saved(save_reports(folder / "gone", "1회차", reports))
