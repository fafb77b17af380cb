"""How the window tells what an archive holds and what taking it in does."""

from collections.abc import Mapping

from workshop.language import Language
from workshop.models.records.archives import MergeReport

MOST_TOLD = 40  # lines of one kind; what is more is counted


def content_words(language: Language, rows: Mapping[str, int]) -> str:
    """Rows by table as people count them: 94 ideas · 32 participants; what nobody counts is left out."""
    say_many = language.say_many
    told = {
        "lab_session": say_many("{n} session", "{n} sessions", rows.get("lab_session", 0)),
        "participant": say_many("{n} participant", "{n} participants", rows.get("participant", 0)),
        "idea": say_many("{n} idea", "{n} ideas", rows.get("idea", 0)),
        "local_issue": say_many("{n} local issue", "{n} local issues", rows.get("local_issue", 0)),
        "proposal": say_many("{n} proposal", "{n} proposals", rows.get("proposal", 0)),
        "discussion_note": say_many("{n} note", "{n} notes", rows.get("discussion_note", 0)),
        "picture": say_many("{n} photo", "{n} photos", rows.get("picture", 0)),
        "poll": say_many("{n} vote", "{n} votes", rows.get("poll", 0)),
        "answer": say_many("{n} answer", "{n} answers", rows.get("answer", 0)),
        "observation": say_many("{n} observation", "{n} observations", rows.get("observation", 0)),
        "follow_up": say_many("{n} follow-up", "{n} follow-ups", rows.get("follow_up", 0)),
    }
    found = [words for table, words in told.items() if rows.get(table)]
    rest = sum(count for table, count in rows.items() if table not in told)
    if not found and rest:
        return say_many("{n} further entry", "{n} further entries", rest)
    return " · ".join(found)


def outcome_words(language: Language, report: MergeReport, *, done: bool) -> list[str]:
    """What taking an archive in will do, or did, in a few sentences."""
    say = language.say
    if report.changes_nothing:
        return [say("Everything in this archive is here already. Taking it in again changes nothing.")]
    sentences: list[str] = []
    if not done:
        sentences.append(
            say("This project is not here yet. It comes in whole.")
            if report.is_new
            else say("This project is here already. What is in the archive is put to it; nothing is lost.")
        )
    if report.added:
        new = content_words(language, report.added)
        sentences.append(say("Added: {what}", what=new) if done else say("New: {what}", what=new))
    if report.updated:
        changed = content_words(language, report.updated)
        sentences.append(say("Changed: {what}", what=changed) if done else say("Will change: {what}", what=changed))
    return sentences


def shortened(language: Language, lines: list[str]) -> list[str]:
    """No more lines than can be read, and how many there are besides."""
    more = len(lines) - MOST_TOLD
    if more <= 0:
        return lines
    return [*lines[:MOST_TOLD], language.say_many("{n} further line", "{n} further lines", more)]
