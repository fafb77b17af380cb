"""Photos three in a row with what they belong to; one that is missing or cannot be read says so in its place."""

from collections.abc import Sequence

from workshop.models.records.reports import ChosenPhoto, ReportPhoto
from workshop.models.telling.photo_answers import gone_words, times_words
from workshop.reports import styles
from workshop.reports.blocks import Block, Columns, Paragraph
from workshop.reports.pictures import Picture
from workshop.reports.sections.wording import Words

_ACROSS = 3
_TALLEST = 130.0
_SMALL_ACROSS = 5
_SMALL_TALLEST = 76.0


def photo_blocks(photos: Sequence[ReportPhoto], words: Words) -> list[Block]:
    """All photos, and how many could not be shown."""
    if not photos:
        return []
    line = words.say_many("{n} photo", "{n} photos", len(photos))
    lost = sum(not photo.data for photo in photos)
    if lost:
        line += " · " + words.say_many(
            "{n} of them is missing or cannot be read", "{n} of them are missing or cannot be read", lost
        )
    pictures = [_picture(photo, words, _belongs(photo, words), tallest=_TALLEST) for photo in photos]
    return [Paragraph(line, style=styles.SMALL, keeps=True), *_grid(pictures, _ACROSS)]


def chosen_photo_blocks(photos: Sequence[ChosenPhoto], words: Words) -> list[Block]:
    """Photos that were chosen as answers, small, with how often; then what became of those that are gone."""
    pictures = [
        _picture(each.picture, words, times_words(words.language, each.times), tallest=_SMALL_TALLEST)
        for each in photos
        if each.picture is not None
    ]
    gone = [Paragraph(text, style=styles.SMALL, before=4) for text in gone_words(words.language, photos)]
    return [*_grid(pictures, _SMALL_ACROSS), *gone]


def _grid(pictures: Sequence[Picture], across: int) -> list[Block]:
    rows = [pictures[at : at + across] for at in range(0, len(pictures), across)]
    return [Columns(*row, places=across, gap=14, before=10 if at else 6) for at, row in enumerate(rows)]


def _picture(photo: ReportPhoto, words: Words, told: str, *, tallest: float) -> Picture:
    caption = " · ".join(filter(None, (told, photo.caption)))
    return Picture(
        photo.data,
        alt=caption or words.say("Photo of the session"),
        missing_words=words.say("This photo is missing or cannot be read."),
        caption=caption,
        tallest=tallest,
        before=0,
    )


def _belongs(photo: ReportPhoto, words: Words) -> str:
    if photo.idea is not None:
        return words.say("Idea no. {n}", n=words.language.number(photo.idea))
    if photo.issue is not None:
        return words.say("Local issue no. {n}", n=words.language.number(photo.issue))
    return ""
