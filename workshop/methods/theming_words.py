"""The words of short Korean and English texts that say what they are about, without particles where that is safe.

There is no dictionary. A particle that might as well be the end of the noun (보도, 어린이) is taken off only where the
syllable before it allows it and the rest is met elsewhere in the same texts, alone or with another particle.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop.methods.theming_lists import NOUNS, SHORT, STOP_ENGLISH, STOP_KOREAN, WHOLE

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HANGUL = re.compile(r"[가-힣]+")
_FIRST, _FINALS = 0xAC00, 28

# Particles that are no end of a noun, longest first; two of them may follow each other.
_SURE = (
    *(
        "에서부터",
        "으로부터",
        "에서는",
        "에서도",
        "에게는",
        "에게도",
        "으로는",
        "으로도",
        "으로만",
        "께서는",
        "께는",
        "에서만",
        "까지는",
        "까지도",
        "마다",
    ),
    *("이라도", "에서", "에게", "한테", "께서", "에는", "에도", "에만", "으로", "까지", "부터", "처럼", "보다", "조차"),
    *("이랑", "이나", "이란", "들이", "들은", "들을", "들도", "들의", "들과", "들에", "들"),
)
# Particles that may be the end of a noun: after a consonant, after a vowel (로: or ㄹ), after both.
_AFTER_FINAL, _AFTER_VOWEL, _AFTER_ANY = "은이을과", "는가를와랑나로", "의도만에"
_CERTAIN = "이은을가를에"  # these are hardly ever anything else after two syllables

# How verbs and adjectives end, and the nouns that end in the same way.
_ENDINGS = re.compile(
    "(?:니다|시다|세요|까요|군요|네요|아요|어요|여요|해요|돼요|워요|와요|려요|져요|겨요|켜요|지요|죠|요"
    "|한다|된다|는다|린다|하다|되다|이다|있다|없다|싶다|같다|좋다|[했였았었]다|하자|되자|보자|두자|가자|쓰자|들자"
    "|서|면|려고|라고|다고|자고|고|며|게|기를|지만|[는은인던한]데|니까|도록|지|니"
    "|는|던|한|된|인|할|될|운|울|어|아|여|워|져|쳐|려|해|돼|와)$"
)

_PLURALS = (("ies", "y"), ("buses", "bus"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its stem, by which it is compared, and whether it can be part of a title."""

    stem: str
    names: bool


def words_of(texts: Sequence[str]) -> list[tuple[Word, ...]]:
    """The words of each text that say something, in order; all texts are looked at together to know where nouns end."""
    split = [_split(text) for text in texts]
    bases = _bases(token for tokens in split for token in tokens)
    return [tuple(word for token in tokens if (word := _word(token, bases)) is not None) for tokens in split]


def _split(text: str) -> list[str]:
    whole = unicodedata.normalize("NFKC", text).casefold()
    return [found.group().replace("'", "").replace("’", "") for found in _WORD.finditer(whole)]


def _word(token: str, bases: Counter[str]) -> Word | None:
    if _HANGUL.fullmatch(token):
        return _korean(token, bases)
    if len(token) < 3 or token in STOP_ENGLISH or not any(sign.isalpha() for sign in token):
        is_sign = bool(token) and unicodedata.category(token[0]) == "Lo" and len(token) > 1
        return Word(token, names=True) if is_sign else None
    return Word(_english(token), names=True)


def _korean(token: str, bases: Counter[str]) -> Word | None:
    stem = noun_of(token, bases)
    if token in STOP_KOREAN or stem in STOP_KOREAN:
        return None
    if stem in SHORT:
        return Word(stem, names=True)
    if len(stem) < 2:
        return None
    if stem != token or stem.endswith(NOUNS) or not _ENDINGS.search(stem):
        return Word(stem, names=True)
    if stem[:2] in STOP_KOREAN:
        return None
    return Word(stem[:2], names=False)  # what follows the first two syllables of a verb is mostly ending


def noun_of(token: str, bases: Counter[str]) -> str:
    """A token without the particles that can safely be taken off; `bases` counts with how many endings each rest is met."""
    if token.endswith(WHOLE):
        return token
    for particle in _SURE:
        rest = token.removesuffix(particle)
        if rest != token and (len(rest) > 1 or rest in SHORT):
            return rest if particle.startswith("들") else noun_of(rest, bases)
    last, rest = token[-1:], token[:-1]
    known = rest in SHORT or (len(rest) > 1 and (last in _CERTAIN or bases[rest] > 1))
    if known and _may_follow(last, rest):
        return noun_of(rest, bases) if rest.endswith("들") else rest
    return token


def _bases(tokens: Iterable[str]) -> Counter[str]:
    """With how many different endings, none among them, each possible rest of a token is met."""
    met: defaultdict[str, set[str]] = defaultdict(set)
    for token in set(tokens):
        if not _HANGUL.fullmatch(token):
            continue
        met[token].add("")
        if _may_follow(token[-1], token[:-1]):
            met[token[:-1]].add(token[-1])
        for particle in _SURE:
            if token.endswith(particle):
                met[token.removesuffix(particle)].add(particle)
    return Counter({rest: len(endings) for rest, endings in met.items()})


def _may_follow(particle: str, rest: str) -> bool:
    if not rest:
        return False
    final = (ord(rest[-1]) - _FIRST) % _FINALS
    if particle in _AFTER_ANY:
        return True
    if particle == "로":
        return final in (0, 8)
    return particle in (_AFTER_FINAL if final else _AFTER_VOWEL)


def _english(token: str) -> str:
    """Without the ending of a plural: benches and bench are one word."""
    for ending, put in _PLURALS:
        if token.endswith(ending) and len(token) >= len(ending):
            return token.removesuffix(ending) + put
    if token.endswith("s") and not token.endswith(("ss", "us", "is")) and len(token) > 3:
        return token[:-1]
    return token
