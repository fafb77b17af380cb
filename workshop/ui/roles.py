"""The roles that every theme gives a colour, and what stands in for one whose colour is missing or makes no sense."""

from collections.abc import Mapping
from types import MappingProxyType

# What is left when no theme file can be read: few colours, by day, all of them readable on one another.
_PLAIN = {
    "paper": "#FAF8F4", "ink": "#1E2226", "accent": "#1F6F60", "accent-ink": "#FFFFFF", "control-line": "#6F6A5F",
    "toast": "#24302D", "toast-ink": "#F6F3EC", "shade": "#1E2226",
    "stage": "#1B2B28", "stage-ink": "#F6F3EC",
    "booth": "#FBFAF6", "booth-ink": "#1E2226", "booth-accent": "#1B5F52", "booth-accent-ink": "#FFFFFF",
}  # fmt: skip

# Every other role, behind the one of those that stands in for it: a ground for grounds, an ink for inks.
_LIKE = {
    "paper": "navigation navigation-hover card card-hover quiet track accent-soft warn-soft danger-soft ok-soft info-soft"
    " selection halo",
    "ink": "nav-ink muted quiet-ink disabled warn warn-soft-ink ok info accent-soft-ink selection-ink",
    "accent": "accent-hover accent-press danger danger-hover bar focus",
    "accent-ink": "danger-ink",
    "control-line": "line line-strong accent-line warn-line",
    "toast-ink": "toast-link",
    "stage": "stage-raised stage-first-ink",
    "stage-ink": "stage-muted stage-line stage-bar stage-first stage-warn",
    "booth": "booth-card booth-accent-soft",
    "booth-ink": "booth-muted booth-line booth-danger",
}


def _substitutes() -> Mapping[str, str]:
    """For each role the role that stands in for it; the plain ones stand for themselves."""
    table = {role: role for role in _PLAIN}
    table |= {role: plain for plain, roles in _LIKE.items() for role in roles.split()}
    for name in (*(f"phase-{n}" for n in range(1, 5)), *(f"note-{n}" for n in range(8))):
        table |= {name: "accent", f"{name}-soft": "paper", f"{name}-ink": "ink"}
    for answer in range(1, 6):
        table |= {f"likert-{answer}": "paper", f"likert-{answer}-ink": "ink"}
    return MappingProxyType(table)


SUBSTITUTES = _substitutes()
ROLES = frozenset(SUBSTITUTES)


def completed(found: Mapping[str, str]) -> dict[str, str] | None:
    """A colour for every role, from those of a theme that were found; None where it lacks one that nothing stands in for."""
    if not _PLAIN.keys() <= found.keys():
        return None
    return {**{role: found[plain] for role, plain in SUBSTITUTES.items()}, **found}


def plain_colours() -> dict[str, str]:
    """A colour for every role without any file."""
    return {role: _PLAIN[plain] for role, plain in SUBSTITUTES.items()}
