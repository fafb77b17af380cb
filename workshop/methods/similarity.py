"""How much two texts are alike in their letters: Korean syllables count by the letters (jamo) they are put together from.

The ratio is 100 · 2M / T, with M the length of the longest common subsequence of letters and T the letters of both: the
normalised indel similarity of rapidfuzz. It is taken twice, of the letters as they follow each other and of the words in
alphabetical order, and the better one counts, since a sentence said in another order is still the same idea. It knows nothing
of meaning: 확대 and 축소 in the same sentence are alike. So it is good for a suggestion, never for merging by itself.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

CUT_OFF = 62.0  # measured in tests/methods/test_similarity.py: nothing else is as much alike, 9 of 10 rewordings are
LEAST_SYLLABLES = 4
_MOST_LETTERS = 1_000  # of each text; what comes later is not compared
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The letters of a text without blanks and marks: in their order, and with the words in alphabetical order."""

    letters: str
    by_word: str


def spell(text: str) -> Spelling:
    """The letters of a text; the same for NFC and NFD, for small letters and capitals, for full and half width."""
    whole = unicodedata.normalize("NFKD", text).casefold()
    words = ["".join(sign for sign in word if sign.isalnum()) for word in _WORD.findall(_without_marks(whole))]
    return Spelling("".join(words)[:_MOST_LETTERS], "".join(sorted(words))[:_MOST_LETTERS])


def similarity(one: str, other: str) -> float:
    """How much two texts are alike, from 0 to 100; texts with the same letters have 100, whatever their order of words."""
    from rapidfuzz import fuzz

    a, b = spell(one), spell(other)
    return max(fuzz.ratio(a.letters, b.letters), fuzz.ratio(a.by_word, b.by_word))


def syllables(text: str) -> float:
    """How much a text says, in Korean syllables: two letters of an alphabet, or two digits, count as one.

    A Korean letter that is still alone counts as half a syllable too.
    """
    signs = [sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum()]
    return sum(1.0 if _is_whole(sign) else 0.5 for sign in signs)


def closest(
    words: Spelling, letters: Sequence[str], by_word: Sequence[str], *, limit: int = 3, cut_off: float = CUT_OFF
) -> list[tuple[int, float]]:
    """The places of the texts most alike with their ratios, the best first; of equal ones the earlier.

    `letters` and `by_word` are the two halves of the spellings of the texts, in the same order.
    """
    from rapidfuzz import fuzz, process

    best: dict[int, float] = {}
    if not words.letters:
        return []
    for asked, known in ((words.letters, letters), (words.by_word, by_word)):
        for _text, ratio, place in process.extract_iter(asked, known, scorer=fuzz.ratio, score_cutoff=cut_off):
            best[place] = max(ratio, best.get(place, 0.0))
    return sorted(best.items(), key=lambda found: (-found[1], found[0]))[:limit]


def _without_marks(text: str) -> str:
    """Without what is set above and below letters, so that an accent that is left out does not part a word."""
    return "".join(sign for sign in text if not unicodedata.combining(sign))


def _is_whole(sign: str) -> bool:
    """Whether a sign is a syllable or a word of its own: Hangul, Hanja, Kana."""
    return unicodedata.category(sign) == "Lo" and not "\u3131" <= sign <= "\u318e" and not "\u1100" <= sign <= "\u11ff"
