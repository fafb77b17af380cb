"""An organization's archive: many archives, each by itself, with where it came from and sums across all."""

import shutil
from pathlib import Path

from tests.builders import KO
from tests.services.archiving.archives import finished, full_room, write_bag
from workshop.services.archiving.collecting import collect, sources_of, sums_of
from workshop.services.keeping.checks import check_library
from workshop.services.keeping.library import Library, open_library
from workshop.services.projects import projects


def test_bags_of_two_cities_are_summed_up_and_a_spoilt_one_is_named(
    library: Library, tmp_path: Path, sqlite_template: Path
) -> None:
    bags: list[Path] = []
    for city in ("은평구", "세종시"):
        source = open_library(shutil.copyfile(sqlite_template, tmp_path / f"{city}.workshop"), station=city)
        room = full_room(source)
        projects.edit_project(source, project_id=room.project_id, city=city)
        bags.append(tmp_path / city)
        write_bag(source, bags[-1], project_id=room.project_id)
        source.close()
    spoilt = Path(shutil.copytree(bags[0], tmp_path / "spoilt"))
    (spoilt / "data/journal.json").write_text("{}")
    collected = finished(collect(library, places=[spoilt, *bags], language=KO))
    assert [one.place for one in collected.refused] == [spoilt]
    assert len(collected.taken) == 2
    sums = sums_of(library)
    assert sums == collected.sums
    assert sums.cities == ("세종시", "은평구")
    assert (len(sums.sessions), sums.total("ideas"), sums.total("ballots"), sums.follow_ups) == (2, 6, 8, 2)
    assert {one.station for one in sources_of(library)} == {"은평구", "세종시"}
    again = finished(collect(library, places=bags, language=KO))
    assert [one.changes_nothing for one in again.taken] == [True, True]
    assert len(sources_of(library)) == 2
    assert check_library(library) == ()
