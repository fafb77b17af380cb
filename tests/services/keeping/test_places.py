"""Where the data is kept: good folders, bad folders, folders to think about, and a place that is gone."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from workshop import paths
from workshop.language import load_language
from workshop.models.errors import LibraryError
from workshop.models.records.places import PlaceKind
from workshop.services.keeping import places
from workshop.services.keeping.kinds_of_place import kind_of_mount, syncing_service
from workshop.services.keeping.library import open_library
from workshop.services.projects import projects
from workshop.settings import Settings

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /mnt/team nfs4 rw 0 0
/dev/sdb1 /media/kim/USB\\040STICK vfat rw 0 0
"""


def test_an_empty_folder_is_fine_and_stays_as_it_is(tmp_path: Path) -> None:
    found = places.examine_folder(tmp_path)
    assert (found.file, found.exists, found.problem) == (tmp_path / "library.workshop", False, None)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_still_to_be_made_is_fine(tmp_path: Path) -> None:
    found = places.examine_folder(tmp_path / "a" / "b")
    assert found.problem is None
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_is_there_is_found_with_its_projects(tmp_path: Path) -> None:
    library = open_library(tmp_path / "our-city.workshop")
    projects.create_project(library, title="안심 통학로", language=load_language("ko"))
    library.close()
    found = places.examine_folder(tmp_path)
    assert (found.file.name, found.exists, found.projects, found.problem) == ("our-city.workshop", True, 1, None)


def test_a_damaged_library_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "library.workshop").write_bytes(b"x" * 5000)
    found = places.examine_folder(tmp_path)
    assert found.exists
    assert "damaged" in load_language("en").tell(found.problem or "")


def test_a_folder_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("beside/me")):
        assert places.examine_folder(folder).problem is not None


def test_a_folder_where_nothing_can_be_saved_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(places.tempfile, "TemporaryFile", refuse)
    assert "Nothing can be saved" in load_language("en").tell(places.examine_folder(tmp_path).problem or "")


@pytest.mark.parametrize(("free", "problem", "warning"), [(50, True, False), (500, False, True), (5000, False, False)])
def test_little_room_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, problem: bool, warning: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=free * places.MEGABYTE))
    found = places.examine_folder(tmp_path)
    assert (found.problem is not None, found.warning is not None) == (problem, warning)


@pytest.mark.parametrize(
    ("part", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("OneDrive - 행복시청", "OneDrive"),
        ("내 드라이브", "Google Drive"),
        ("네이버 MYBOX", "MYBOX"),
        ("Boxes", ""),
        ("문서", ""),
    ],
)
def test_folders_that_are_copied_to_a_service_are_known_by_their_names(part: str, service: str) -> None:
    assert syncing_service(("/", "home", part, "workshop")) == service


def test_a_synced_folder_is_warned_of_and_can_be_used(tmp_path: Path) -> None:
    found = places.examine_folder(tmp_path / "Dropbox" / "workshop")
    assert (found.kind, found.problem) == (PlaceKind.SYNCED, None)
    assert "Dropbox" in load_language("ko").tell(found.warning or "")


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/kim/data", PlaceKind.USUAL),
        ("/mnt/team/data", PlaceKind.NETWORK),
        ("/mnt/teamwork", PlaceKind.USUAL),
        ("/media/kim/USB STICK/data", PlaceKind.REMOVABLE),
        ("/media/kim/nothing mounted", PlaceKind.USUAL),
    ],
)
def test_network_and_sticks_are_known_by_the_table_of_mounts(place: str, kind: PlaceKind) -> None:
    assert kind_of_mount(place, MOUNTS) is kind


def test_the_platforms_place_is_made_when_it_is_missing() -> None:
    places.open_own_library(Settings()).close()
    assert paths.library_file().is_file()


def test_a_chosen_place_that_is_gone_is_never_answered_with_an_empty_library(tmp_path: Path) -> None:
    chosen = tmp_path / "stick" / "library.workshop"
    settings = Settings(set_up=True, library=str(chosen))
    places.open_own_library(settings, first=True).close()
    shutil.rmtree(chosen.parent)
    for create in (False, True):
        with pytest.raises(LibraryError) as told:
            places.open_own_library(settings, create=create)
        assert str(chosen) in load_language("ko").tell(told.value.message)
    assert not chosen.parent.exists()
    assert not paths.library_file().exists()


def test_a_named_library_wins(tmp_path: Path) -> None:
    named = tmp_path / "named.workshop"
    library = places.open_own_library(Settings(library=str(tmp_path / "own.workshop")), named=str(named), create=True)
    library.close()
    assert [file.name for file in tmp_path.glob("*.workshop")] == ["named.workshop"]
