"""Somebody's words inside a sentence: shortened, in the language's quotation marks."""

from collections.abc import Sequence

from workshop.language import Language


def shortened(text: str, longest: int = 60) -> str:
    """The first line of a text, cut at a word's end where it is longer."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    at = line.rfind(" ", longest // 2, longest)
    return line[: at if at > 0 else longest] + "…"


def quoted(language: Language, text: str) -> str:
    """The first words of somebody's text in quotation marks."""
    short = shortened(text)
    return f"「{short}」" if language.code == "ko" else f"“{short}”"


def listed(language: Language, texts: Sequence[str]) -> str:
    """Several quoted texts after one another."""
    return ", ".join(quoted(language, text) for text in texts)


def sentence(text: str) -> str:
    """Somebody's reason with the full stop it may lack."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?…。" else f"{text}."
