"""The paragraph that tells a session in a few plain sentences, made from its data."""

from workshop.models.enums import CountingRule, FollowUpKind, IdeaState, PollState
from workshop.models.records.reports import PollReport, ProjectReport, SessionReport
from workshop.models.records.votes import PollResult
from workshop.models.telling.standings import BUDGETS, POINTS, VOTES, leads, points_told, voters
from workshop.reports.sections.wording import Words


def session_at_a_glance(record: SessionReport, words: Words) -> str:
    """What happened, in sentences; says so where nothing has been recorded."""
    sentences = [*_people(record, words), *_ideas(record, words), *_votes(record, words), *_evaluations(record, words),
                 *_outcome(record, words)]  # fmt: skip
    if not sentences:
        return words.say(
            "Nothing has been recorded for this session yet: no attendance, no ideas, no votes and no evaluation. "
            "What was planned is shown below as far as it is known."
        )
    return " ".join(sentences)


def _people(record: SessionReport, words: Words) -> list[str]:
    attended = record.attendance.attended
    return [words.say_many("{n} person took part.", "{n} people took part.", attended)] if attended else []


def _ideas(record: SessionReport, words: Words) -> list[str]:
    ideas = record.board.ideas
    if not ideas:
        return []
    used = {idea.theme_id for idea in ideas if idea.theme_id is not None}
    merged = sum(idea.state is IdeaState.MERGED for idea in ideas)
    chosen = sum(idea.state is IdeaState.CHOSEN for idea in ideas)
    sentences = [words.say_many("They contributed {n} idea.", "They contributed {n} ideas.", len(ideas))]
    if used:
        sentences.append(
            words.say_many("The ideas were sorted into {n} theme.", "The ideas were sorted into {n} themes.", len(used))
        )
    if merged:
        sentences.append(
            words.say_many(
                "{n} idea was merged with a similar one.", "{n} ideas were merged with similar ones.", merged
            )
        )
    if chosen:
        sentences.append(words.say_many("{n} idea was chosen.", "{n} ideas were chosen.", chosen))
    return sentences


def _votes(record: SessionReport, words: Words) -> list[str]:
    return [sentence for poll in record.polls for sentence in vote_sentences(poll, words)]


def vote_sentences(poll: PollReport, words: Words) -> list[str]:
    """How many took part in a vote and what came first, or why there is no result."""
    result, title = poll.result, words.quoted(poll.poll.title)
    if poll.poll.state is PollState.ANNULLED:
        return [words.say("The vote {title} was annulled.", title=title)]
    if result is None:
        return [words.say("The vote {title} has not been closed.", title=title)]
    values = {"title": title, "ballots": voters(result), "entitled": result.entitled}
    if poll.poll.secret:
        took_part = words.say("In the secret vote {title}, {ballots} of {entitled} entitled took part.", **values)
    else:
        took_part = words.say("In the vote by name {title}, {ballots} of {entitled} entitled took part.", **values)
    return [took_part, *_winners(result, words)]


def _winners(result: PollResult, words: Words) -> list[str]:
    first = [line for line in result.lines if leads(result, line)]
    names = words.names([line.option.text for line in first])
    if result.rule is CountingRule.MAJORITY:
        return [words.say("Carried: {names}.", names=names) if first else words.say("No proposal was carried.")]
    if not first:
        return []
    if result.rule in BUDGETS or result.rule is CountingRule.STV or result.poll.seats is not None:
        return [words.say("Chosen: {names}.", names=names)]
    shared = len(first) > 1
    n = words.language.number(first[0].points)
    points = points_told(words.language, result.rule, first[0].points)
    if result.rule in POINTS | VOTES and shared:
        return [words.say("{names} share the first place with {points} each.", names=names, points=points)]
    if result.rule in POINTS | VOTES:
        return [words.say("The proposal {names} had the most support with {points}.", names=names, points=points)]
    if result.rule is CountingRule.SCORE and not shared:
        return [words.say("The proposal {names} had the best average grade, {n}.", names=names, n=n)]
    if shared:
        return [words.say("{names} share the first place.", names=names)]
    return [words.say("The proposal {names} came first.", names=names)]


def _evaluations(record: SessionReport, words: Words) -> list[str]:
    sentences: list[str] = []
    for report in record.forms:
        result = report.result
        if result is None or not result.respondents:
            continue
        title = words.quoted(report.form.service_title or report.form.title)
        told = words.say_many(
            "{n} person filled in the evaluation of {title}.", "{n} people filled in the evaluation of {title}.",
            result.respondents, title=title,
        )  # fmt: skip
        sentences.append(told)
        if result.score_name and result.score:
            sentences.append(words.say("Its {name} score is {score}.", name=result.score_name, score=result.score))
    return sentences


def _outcome(record: SessionReport, words: Words) -> list[str]:
    decisions = sum(item.kind is FollowUpKind.DECISION for item in record.follow_ups)
    actions = sum(item.kind is FollowUpKind.ACTION for item in record.follow_ups)
    sentences: list[str] = []
    if decisions:
        sentences.append(words.say_many("{n} decision was taken.", "{n} decisions were taken.", decisions))
    if actions:
        sentences.append(words.say_many("{n} follow-up was agreed.", "{n} follow-ups were agreed.", actions))
    return sentences


def project_at_a_glance(record: ProjectReport, words: Words) -> str:
    """Where the project stands, in sentences."""
    figures = record.figures
    held = [each.session for phase in record.phases for each in phase.sessions if each.session.opened_at]
    if not held and not figures.participants:
        return words.say(
            "Nothing has been recorded for this project yet. Its phases and services are shown as planned."
        )
    sentences: list[str] = []
    if held:
        sentences.append(words.say_many("{n} session has been held.", "{n} sessions have been held.", len(held)))
    if figures.participants:
        sentences.append(
            words.say(
                "Of {registered} registered participants, {attended} attended at least once and {returning} came back.",
                registered=figures.participants, attended=figures.attended, returning=figures.returning,
            )
        )  # fmt: skip
    if record.retention.moved:
        sentences.append(
            words.say_many(
                "{n} participant later ran a service as an operator.",
                "{n} participants later ran a service as operators.", record.retention.moved,
            )
        )  # fmt: skip
    if figures.ideas:
        sentences.append(
            words.say_many(
                "Citizens gave {n} idea; chosen: {chosen}.",
                "Citizens gave {n} ideas; chosen: {chosen}.",
                figures.ideas,
                chosen=figures.chosen_ideas,
            )
        )
    if figures.follow_ups:
        sentences.append(
            words.say(
                "Decisions and follow-ups: {all}; still open: {open}; overdue: {overdue}.",
                all=figures.follow_ups, open=figures.open_follow_ups, overdue=figures.overdue,
            )
        )  # fmt: skip
    if figures.sus_mean and figures.sus_respondents:
        sentences.append(
            words.say_many(
                "Services scored {score} on the usability scale SUS ({n} respondent); that is not a percentage.",
                "Services scored {score} on the usability scale SUS ({n} respondents); that is not a percentage.",
                figures.sus_respondents, score=figures.sus_mean,
            )
        )  # fmt: skip
    return " ".join(sentences)
