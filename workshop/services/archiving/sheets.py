"""What an archive tells people in tables: ideas, results of votes, local issues, follow-ups, consents; as `.csv` files."""

from collections import Counter
from collections.abc import Iterable

from workshop.exchange.sheets import Sheet, Value
from workshop.language import Language
from workshop.models.enums import ConsentPurpose
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.votes import PollResult
from workshop.models.titles import title_of
from workshop.services.archiving.subjects import Subject
from workshop.services.ideas import local_issues
from workshop.services.ideas.idea_sheets import idea_sheets
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import follow_ups
from workshop.services.voting import polls, results


def people_sheets(library: Library, language: Language, subject: Subject) -> tuple[Sheet, ...]:
    """The tables of a project or session for people; participants by number."""
    project_id = subject.project.id
    session_id = subject.session.id if subject.session else None
    over = [
        results.poll_result(library, poll_id=poll.id)
        for poll in polls.list_polls(library, session_id=session_id, project_id=None if session_id else project_id)
        if poll.is_counted
    ]
    found = (
        *idea_sheets(library, language, project_id=project_id, session_id=session_id),
        results_sheet(language, over),
        issues_sheet(language, local_issues.list_issues(library, project_id=project_id, session_id=session_id)),
        follow_ups_sheet(language, follow_ups.list_follow_ups(library, project_id=project_id, session_id=session_id)),
    )
    return tuple(sheet for sheet in found if sheet.rows)


def results_sheet(language: Language, over: Iterable[PollResult]) -> Sheet:
    """The results of votes that are over, an option a row, in the order in which they came out."""
    say = language.say
    rows: list[tuple[Value, ...]] = [
        (result.poll.title, line.rank, line.option.text, language.number(line.points), say("yes") if line.chosen else "",
         result.ballots, result.entitled)
        for result in over
        for line in result.lines
    ]  # fmt: skip
    header = (
        say("Vote"), say("Rank"), say("Option"), say("Points"), say("Chosen"), say("Ballots"), say("Entitled"),
    )  # fmt: skip
    return Sheet(say("Results"), header, tuple(rows))


def issues_sheet(language: Language, found: Iterable[LocalIssueRecord]) -> Sheet:
    """Local issues by number."""
    say, tell = language.say, language.tell
    rows: list[tuple[Value, ...]] = [
        (issue.number, issue.text, tell(title_of(issue.category)), issue.place, tell(title_of(issue.source)),
         tell(title_of(issue.state)), issue.pictures)
        for issue in found
    ]  # fmt: skip
    header = (
        say("No."), say("Local issue"), say("Category"), say("Place"), say("Source"), say("State"), say("Photos"),
    )  # fmt: skip
    return Sheet(say("Local issues"), header, tuple(rows))


def follow_ups_sheet(language: Language, found: Iterable[FollowUpRecord]) -> Sheet:
    """Decisions and actions."""
    say, tell = language.say, language.tell
    rows: list[tuple[Value, ...]] = [
        (tell(title_of(item.kind)), item.text, item.department, item.due_on.isoformat() if item.due_on else "",
         tell(title_of(item.state)), item.told_back)
        for item in found
    ]  # fmt: skip
    header = (
        say("Kind"), say("Text"), say("Department"), say("Due"), say("State"), say("Told to citizens"),
    )  # fmt: skip
    return Sheet(say("Follow-ups"), header, tuple(rows))


def consent_counts(library: Library, subject: Subject) -> dict[str, object]:
    """How many participants of the project agreed, refused, or were not asked, purpose by purpose."""
    people = [
        person
        for person in participants.list_people(library, project_id=subject.project.id)
        if not person.participant.practice
    ]
    given = Counter((consent.purpose, consent.given) for person in people for consent in person.consents)
    return {
        "participants": len(people),
        "purposes": {
            purpose.value: {
                "given": given[purpose, True],
                "refused": given[purpose, False],
                "not asked": len(people) - given[purpose, True] - given[purpose, False],
            }
            for purpose in ConsentPurpose
        },
    }
