"""Finding among many ideas: the filters of the page against a list comprehension, similar ideas against rapidfuzz alone."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from random import Random

from workshop.bench.benchmark import Benchmark, Ground, Pair
from workshop.bench.keeping import make_session
from workshop.language import load_language, mark
from workshop.models.records.finds import Filters
from workshop.services.ideas import ideas, similar
from workshop.services.keeping.library import open_library

_WHO = (
    "아이들이",
    "어르신이",
    "학생이",
    "주민이",
    "상인이",
    "휠체어를 탄 사람이",
    "밤에 일하는 사람이",
    "처음 온 사람이",
)
_WHERE = (
    "횡단보도에서",
    "버스 정류장에서",
    "시장 골목에서",
    "공원 입구에서",
    "학교 앞에서",
    "도서관에서",
    "하천 산책로에서",
)
_WHAT = (
    "잠시 앉아 쉴 수 있게",
    "다음 버스를 알 수 있게",
    "길을 물을 수 있게",
    "비를 피할 수 있게",
    "어둡지 않게",
    "안전하게 건너게",
)
_HOW = ("안내판을 답니다", "의자를 놓습니다", "불을 밝힙니다", "시간을 늘립니다", "그늘막을 칩니다", "턱을 낮춥니다")


def _texts(number: int) -> list[str]:
    chance = Random(7)
    return [" ".join(map(chance.choice, (_WHO, _WHERE, _WHAT, _HOW))) + f" {place}" for place in range(number)]


def _filters(ground: Ground) -> Generator[Pair]:
    from workshop.ui.pages.ideas.board import Collection, Shown, cards_of, passing

    with closing(open_library(ground.folder / "library.workshop")) as library:
        project_id, session_id, _people = make_session(library, people=1)
        ideas.add_ideas(library, session_id=session_id, texts=["첫 생각"])
        board = ideas.idea_board(library, project_id=project_id)
    model = board.ideas[0]
    many = tuple(replace(model, text=text) for text in _texts(ground.size(10_000, 200)))
    cards = cards_of(load_language("ko"), replace(board, ideas=many), ())
    collection, shown = Collection(cards=cards), Shown(Filters(words="횡단보도"))
    yield Pair(
        lambda: passing(collection, shown),
        lambda: [card for card in cards if "횡단보도" in card.idea.text],
        amount=len(cards),
        rounds=9,
    )


def _near(ground: Ground) -> Generator[Pair]:
    from rapidfuzz import fuzz, process

    texts = _texts(ground.size(1_000, 100))
    asked = "아이들이 학교 앞에서 안전하게 건너게 시간을 더 늘립니다"
    with closing(open_library(ground.folder / "library.workshop")) as library:
        project_id, session_id, _people = make_session(library, people=1)
        for start in range(0, len(texts), 100):
            ideas.add_ideas(library, session_id=session_id, texts=texts[start : start + 100])
        yield Pair(
            lambda: similar.similar_ideas(library, project_id=project_id, text=asked),
            lambda: process.extract(asked, texts, scorer=fuzz.ratio, limit=3),
            amount=len(texts),
            rounds=9,
        )


BENCHMARKS = (
    Benchmark(
        "filter", mark("ideas narrowed down to a word"), mark("a list comprehension over the same ideas"), _filters
    ),
    Benchmark("similar", mark("the ideas most like a new one"), mark("rapidfuzz alone on the same texts"), _near),
)
