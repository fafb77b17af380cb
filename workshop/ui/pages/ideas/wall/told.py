"""What a screen reader says of a card of the wall."""

from workshop.language import Language
from workshop.ui.pages.ideas.wall.plan import Column


def told_card(language: Language, column: Column, row: int, *, chosen: bool) -> str:
    """The words of a card, what is marked on it, and its place in its column."""
    say, card = language.say, column.cards[row]
    idea, theme = card.idea, column.theme.title if column.theme else say("Not yet sorted")
    parts = [card.told or idea.text]
    if idea.hidden:
        parts.append(say("hidden from the room"))
    if idea.people > 1:
        parts.append(language.say_many("{n} person behind it", "{n} people behind it", n=idea.people))
    if idea.notes:
        parts.append(language.say_many("{n} note", "{n} notes", n=idea.notes))
    parts.append(say("{theme}: {n} of {all}", theme=theme, n=row + 1, all=len(column.cards)))
    if chosen:
        parts.append(say("marked"))
    return ", ".join(parts)
