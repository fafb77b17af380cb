"""Which role lies on which, for everything that paints itself; what the style sheet says is read from the style sheet.

Text and what is not text apart: WCAG 2.2 asks 4.5 to 1 of the first (1.4.3) and 3 to 1 of the second (1.4.11).
"""

Pairs = list[tuple[str, str]]

SURFACES = ("paper", "card", "card-hover")
CHOSEN = "accent-soft"  # the row that is chosen
PHASES = tuple(f"phase-{n}" for n in range(1, 5))
NOTES = tuple(f"note-{n}" for n in range(8))

READ: Pairs = [
    *((ink, ground) for ink in ("ink", "muted", "accent", "warn", "danger", "ok", "info") for ground in SURFACES),
    *((ink, CHOSEN) for ink in ("ink", "muted", "accent", "danger", "ok", "accent-soft-ink")),
    *((ink, ground) for ink in ("ink", "muted", "nav-ink", "accent") for ground in ("navigation", "navigation-hover")),
    *((f"{phase}-ink", ground) for phase in PHASES for ground in (*SURFACES, CHOSEN, f"{phase}-soft")),
    *((ink, f"{name}-soft") for name in (*PHASES, *NOTES) for ink in ("ink", "muted")),
    *((f"{note}-ink", ground) for note in NOTES for ground in ("paper", "card", f"{note}-soft")),
    *((f"likert-{n}-ink", f"likert-{n}") for n in range(1, 6)),
    *(("accent-ink", ground) for ground in ("accent", "accent-hover", "accent-press")),
    *(("danger-ink", ground) for ground in ("danger", "danger-hover")),
    ("quiet-ink", "quiet"), ("ink", "quiet"), ("muted", "quiet"),
    ("warn-soft-ink", "warn-soft"), ("ink", "warn-soft"), ("muted", "warn-soft"), ("accent", "warn-soft"),
    ("danger", "danger-soft"), ("ok", "ok-soft"), ("info", "info-soft"), ("warn-soft-ink", "card"),
    ("selection-ink", "selection"), ("toast-ink", "toast"), ("toast-link", "toast"), ("muted", "track"),
]  # fmt: skip

# What the room reads from the last row and a participant at the booth: 7 to 1 in every theme.
READ_FROM_AFAR: Pairs = [
    ("stage-ink", "stage"), ("stage-muted", "stage"), ("stage-first", "stage"), ("stage-warn", "stage"),
    ("stage-ink", "stage-raised"), ("stage-muted", "stage-raised"), ("stage-first", "stage-raised"),
    ("stage-warn", "stage-raised"), ("stage-first-ink", "stage-first"),
    *((ink, ground) for ink in ("booth-ink", "booth-muted", "booth-danger") for ground in ("booth", "booth-card")),
    ("booth-ink", "booth-accent-soft"),
]  # fmt: skip
# Words in the accent and on it are 24 px and bold there: large text, of which the standard asks a step less.
READ_LARGE: Pairs = [
    ("booth-accent-ink", "booth-accent"), ("booth-accent", "booth"), ("booth-accent", "booth-card"),
    ("booth-accent", "booth-accent-soft"),
]  # fmt: skip

# What is not read but has to be seen: borders of fields and boxes, what has the keyboard, marks of charts, icons beside words.
SEEN: Pairs = [
    *(("focus", ground) for ground in (*SURFACES, "navigation", CHOSEN, "quiet", *(f"{note}-soft" for note in NOTES))),
    *(("control-line", ground) for ground in SURFACES),
    *(("accent", ground) for ground in (*SURFACES, "track", CHOSEN)),
    *((mark, ground) for mark in ("bar", "warn") for ground in ("card", "paper")), ("warn", "track"),
    *((phase, ground) for phase in PHASES for ground in ("paper", "card", f"{phase}-soft")),
    *((note, "paper") for note in NOTES),
    *((end, "card") for end in ("likert-1", "likert-5")),
    ("toast-ink", "toast"),
    ("stage-bar", "stage"), ("stage-first", "stage"), ("stage-first", "stage-raised"),
    ("booth-accent", "booth"), ("booth-accent", "booth-card"), ("booth-accent", "booth-accent-soft"),
    ("booth-muted", "booth-card"),
]  # fmt: skip

# Nothing is to be understood from these alone.
LEFT_OUT = {
    "disabled": "what cannot be used now may be faint (1.4.3)",
    "line": "parts surfaces, and is drawn around buttons that are known by their words",
    "line-strong": "the same under the pointer",
    "accent-line": "surrounds a ground that is told apart by its words",
    "warn-line": "surrounds a ground that is told apart by its words",
    "halo": "lies beside the border of a field, which is measured",
    "shade": "shadows",
    "likert-2": "carries its figure, and its neighbours are told by place",
    "likert-3": "carries its figure, and its neighbours are told by place",
    "likert-4": "carries its figure, and its neighbours are told by place",
    "stage-line": "parts surfaces of the shared screen",
    "booth-line": "surrounds cards that are known by their words",
}


def measured() -> set[str]:
    """Every role that is in a pair."""
    return {role for pair in (*READ, *READ_FROM_AFAR, *READ_LARGE, *SEEN) for role in pair}
