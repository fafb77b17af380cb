"""Gathering short texts into groups that are about the same: suggestions for themes, each with the words it rests on.

The texts become vectors of their stems and of the pairs and triples of syllables or letters in them, weighted by TF-IDF. A text
that is much nearer to an existing theme than to any other is put there; the rest is clustered by average linkage on the cosine
distance (UPGMA; Sokal and Michener 1958), cut where the groups are no longer alike. The same texts give the same groups.
"""

from collections import Counter, defaultdict
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.methods.theming_words import Word, words_of

LEAST = 6  # texts; fewer are sorted faster by hand
SMALLEST = 3  # texts of a new theme
MOST = 2_000  # texts that are clustered with each other; the others join the groups that were found
CUT_OFF = 0.86  # cosine distance at which groups are no longer joined
_NEAR, _AHEAD = 0.16, 1.25  # likeness to an existing theme, and how many times that of the next one
_STRONG = 0.22  # mean likeness of the members of a group
_TITLE, _WHY = 2, 4  # words


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that belong together, by their places; `theme` is the place of an existing theme, None for a new one.

    `words` are shared by them, the most telling first; `likeness` is between 0 and 1.
    """

    members: tuple[int, ...]
    theme: int | None
    words: tuple[str, ...]
    strong: bool
    likeness: float

    @property
    def title(self) -> tuple[str, ...]:
        """The words that a new theme can be called by."""
        return self.words[:_TITLE]


def gather(
    texts: Sequence[str], themes: Sequence[Sequence[str]] = ()
) -> Generator[float, None, tuple[tuple[Group, ...], int]]:
    """Groups of texts, the best first, and how many of the texts were clustered with each other.

    `themes` are the texts that stand for each existing theme. Yields between its steps which part is done, so that it can be
    stopped there.
    """
    if len(texts) < LEAST:
        return (), len(texts)
    every = [*texts, *(text for theme in themes for text in theme)]
    words = words_of(every)
    yield 0.15
    vectors = _vectors(words)
    yield 0.35
    groups, rest = _into_themes(vectors, words, len(texts), [len(theme) for theme in themes])
    yield 0.45
    close = _evenly(rest, MOST)
    clusters = _clusters(vectors[close]) if len(close) >= SMALLEST else []
    yield 0.85
    members = [[close[place] for place in cluster] for cluster in clusters]
    _join(vectors, members, [place for place in rest if place not in set(close)])
    yield 0.95
    groups += [group for each in members if (group := _new_group(vectors, words, each)) is not None]
    groups.sort(key=lambda group: (not group.strong, group.theme is None, -group.likeness, group.members))
    return tuple(groups), len(texts) - len(rest) + len(close)


def _vectors(words: Sequence[Sequence[Word]]) -> Any:
    """One row of unit length for each text, sparse."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # pyright: ignore[reportMissingTypeStubs]

    untyped: Any = TfidfVectorizer
    weigher = untyped(analyzer=_features, sublinear_tf=True, max_df=max(0.5, 3 / max(1, len(words))))
    try:
        return weigher.fit_transform(words).astype("float32")
    except ValueError:  # no words at all, or the same in all texts
        from scipy.sparse import csr_matrix  # pyright: ignore[reportMissingTypeStubs]

        return csr_matrix((len(words), 1), dtype="float32")


def _features(words: Sequence[Word]) -> list[str]:
    """The stems, and what each of them is made of: two syllables, or three and four letters."""
    found: list[str] = []
    for word in words:
        found += [f"={word.stem}"] * (2 if word.names else 1)
        is_korean = "가" <= word.stem[0] <= "힣"
        for size in (2,) if is_korean else (4, 5):
            if len(word.stem) > size:
                found += [word.stem[place : place + size] for place in range(len(word.stem) - size + 1)]
            elif len(word.stem) == size and is_korean:
                found.append(word.stem)
    return found


def _into_themes(
    vectors: Any, words: Sequence[Sequence[Word]], count: int, sizes: Sequence[int]
) -> tuple[list[Group], list[int]]:
    """Groups of the texts that are near one existing theme, and the places of the others."""
    import numpy

    if not sizes:
        return [], list(range(count))
    likeness = numpy.zeros((count, len(sizes)))
    begin = count
    for theme, size in enumerate(sizes):
        near = (vectors[:count] @ vectors[begin : begin + size].T).toarray()
        nearest = -numpy.sort(-near, axis=1)[:, :3]  # a theme may be wide: what counts is the nearest in it
        likeness[:, theme] = nearest.mean(axis=1) if size else 0
        begin += size
    order = numpy.argsort(-likeness, axis=1, kind="stable")
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(count):
        best = int(order[place, 0])
        second = float(likeness[place, order[place, 1]]) if len(sizes) > 1 else 0.0
        if likeness[place, best] >= _NEAR and likeness[place, best] >= _AHEAD * second:
            joined[best].append(place)
    groups: list[Group] = []
    for theme, members in sorted(joined.items()):
        begin = count + sum(sizes[:theme])
        known = {word.stem for other in words[begin : begin + sizes[theme]] for word in other if word.names}
        members = [place for place in members if any(w.stem in known and len(w.stem) > 1 for w in words[place])]
        shared = _shared(words, members, among=known)
        if shared:
            mean = float(likeness[members, theme].mean())
            groups.append(Group(tuple(members), theme, shared, mean >= _STRONG, mean))
    taken = {place for group in groups for place in group.members}
    return groups, [place for place in range(count) if place not in taken]


def _clusters(vectors: Any) -> list[list[int]]:
    """The groups of rows that average linkage joins below the cut-off, those that are large enough."""
    import numpy
    from sklearn.cluster import AgglomerativeClustering  # pyright: ignore[reportMissingTypeStubs]

    untyped: Any = AgglomerativeClustering
    distances = 1.0 - (vectors @ vectors.T).toarray()
    numpy.clip(distances, 0.0, 1.0, out=distances)
    numpy.fill_diagonal(distances, 0.0)
    linking = untyped(n_clusters=None, metric="precomputed", linkage="average", distance_threshold=CUT_OFF)
    labels: list[int] = linking.fit_predict(distances).tolist()
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        found[label].append(place)
    return [members for members in found.values() if len(members) >= SMALLEST]


def _join(vectors: Any, groups: list[list[int]], others: Sequence[int]) -> None:
    """Put texts that were not clustered into the group they are nearest to, where they are near enough."""
    import numpy

    if not groups or not others:
        return
    likeness = numpy.stack(
        [numpy.asarray((vectors[others] @ vectors[group].T).mean(axis=1)).ravel() for group in groups], axis=1
    )
    for row, place in enumerate(others):
        best = int(likeness[row].argmax())
        if likeness[row, best] >= 1 - CUT_OFF:
            groups[best].append(place)


def _new_group(vectors: Any, words: Sequence[Sequence[Word]], members: list[int]) -> Group | None:
    """A group with the words that make it; none where nothing can be said of what its texts share."""
    members = sorted(members)
    shared = _shared(words, members)
    if not shared:
        return None
    rows = vectors[members[:200]]
    count = rows.shape[0]
    mean = float(((rows @ rows.T).sum() - count) / (count * (count - 1)))
    return Group(tuple(members), None, shared, mean >= _STRONG, mean)


def _shared(words: Sequence[Sequence[Word]], members: Sequence[int], among: set[str] | None = None) -> tuple[str, ...]:
    """The words that most of the texts share with each other, or with what is known of a theme.

    A word counts by how many of the texts have it; of equals the longer one says more.
    """
    counts: Counter[str] = Counter()
    for place in members:
        counts.update({word.stem for word in words[place] if word.names and (among is None or word.stem in among)})
    least = 1 if among is not None else max(2, (len(members) + 2) // 3)
    found = [stem for stem, count in counts.items() if count >= least]
    found.sort(key=lambda stem: (-counts[stem], -len(stem), stem))
    return tuple(found[:_WHY])


def _evenly(places: Sequence[int], most: int) -> list[int]:
    """At most so many of the places, evenly spread over them."""
    if len(places) <= most:
        return list(places)
    return [places[number * len(places) // most] for number in range(most)]
