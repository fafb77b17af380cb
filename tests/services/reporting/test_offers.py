"""What can be made: everything that is offered can be gathered, and what there is nothing for is not offered."""

from tests.builders import cast, make_project, make_room, open_poll
from workshop.language import load_language
from workshop.models.enums import FollowUpKind, ServiceKind
from workshop.models.records.report_options import ReportOptions
from workshop.services.evaluation import evaluations
from workshop.services.ideas import ideas, themes
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, follow_ups
from workshop.services.reporting import ReportOffer, ReportOffers, gather_report, list_offers
from workshop.services.voting import polls

KO = load_language("ko")


def _all(offers: ReportOffers) -> list[ReportOffer]:
    groups = [*offers.whole, *(group for each in offers.of.values() for group in each)]
    return [offer for group in groups for offer in group.offers]


def test_everything_that_is_offered_can_be_made(library: Library) -> None:
    room = make_room(library)
    themes.add_theme(library, project_id=room.project_id, title="어두운 길")
    ideas.add_idea(library, session_id=room.session_id, text="가로등")
    follow_ups.add_follow_up(
        library, project_id=room.project_id, kind=FollowUpKind.ACTION, text="현장을 본다", department="교통과"
    )
    service = city_services.add_service(
        library, project_id=room.project_id, title="보행신호", kind=ServiceKind.USED_BY_CITIZENS
    ).record
    evaluations.make_form(library, session_id=room.session_id, instrument="sus", language=KO, service_id=service.id)
    poll = open_poll(room)
    cast(room, poll, 0, 1, 2)
    polls.close_poll(library, poll_id=poll.id)
    kept_back = _all(list_offers(library, project_id=room.project_id))
    assert "poll" not in {offer.kind.name for offer in kept_back}  # until it is revealed
    polls.reveal_poll(library, poll_id=poll.id)
    still_open = open_poll(room)
    offers = _all(list_offers(library, project_id=room.project_id))
    assert {offer.kind.name for offer in offers} == {
        "session", "phase", "project", "poll", "evaluation", "attendance", "name-tags", "consent", "handout", "ballots",
        "department", "brief", "certificate",
    }  # fmt: skip
    for offer in offers:
        assert gather_report(library, kind=offer.kind, target=offer.target, options=ReportOptions()).record
    assert [offer.target.of for offer in offers if offer.kind.name == "poll"] == [poll.id]
    assert [offer.target.of for offer in offers if offer.kind.name == "ballots"] == [still_open.id]
    assert (
        len({offer.key for offer in offers if offer.kind.name != "consent"}) == len(offers) - 2 - 1
    )  # stands in both lists


def test_a_project_in_which_nothing_was_done_offers_its_plan(library: Library) -> None:
    offers = list_offers(library, project_id=make_project(library))
    names = [offer.kind.name for offer in _all(offers)]
    assert names == ["project", "phase", "phase", "phase", "phase", "consent"]
    assert offers.sessions == ()
    assert offers.groups(None) == offers.whole
