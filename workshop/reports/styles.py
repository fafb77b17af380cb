"""The one style table of all reports: sizes, colours by role, spaces. Lengths are points, colours `#rrggbb`."""

from dataclasses import dataclass, replace

from workshop.models.enums import PhaseKind
from workshop.reports.fonts import BOLD, REGULAR, SEMIBOLD, TABULAR

INK = "#1E2226"
MUTED = "#666A70"
RULE = "#DAD5CA"
HAIRLINE = "#E9E5DC"
BAR = "#1F6F60"
BAR_SOFT = "#A9C6BE"
PAPER = "#FFFFFF"
PHASES = {
    PhaseKind.PREPARATION: "#A86E14",
    PhaseKind.PLANNING: "#2F5F9E",
    PhaseKind.OPERATION: "#3C7A3F",
    PhaseKind.EVALUATION: "#7C4A72",
}
# From disagreement over the middle to agreement; dark enough at both ends to be told apart in a grey copy.
LIKERT = ("#B4541A", "#E0AE88", "#E9E5DC", "#A9C6BE", "#1F6F60")


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, in points."""

    width: float
    height: float

    def turned(self) -> "Paper":
        """The same sheet the other way round."""
        return Paper(self.height, self.width)


A4 = Paper(595.276, 841.89)
LETTER = Paper(612.0, 792.0)
MARGIN = 51.0
HEADER_TOP = 52.0
BODY_TOP = 88.0
FOOTER_RULE = 59.0
BODY_BOTTOM = 80.0
ROW_PADDING = 5.6
STRONG_LINE = 0.75
THIN_LINE = 0.5


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a run of text looks; `leading` is the distance of its lines."""

    font: str
    size: float
    leading: float
    colour: str = INK

    def tabular(self) -> "TextStyle":
        """The same with figures of equal width, where the weight has them."""
        return replace(self, font=TABULAR) if self.font == REGULAR else self

    def in_colour(self, colour: str) -> "TextStyle":
        """The same in another colour."""
        return replace(self, colour=colour)


TEXT = TextStyle(REGULAR, 9.5, 15.5)
STRONG = TextStyle(SEMIBOLD, 9.5, 15.5)
QUIET = TextStyle(REGULAR, 9.5, 15.5, MUTED)
SMALL = TextStyle(REGULAR, 8, 12.5, MUTED)
SMALL_STRONG = TextStyle(SEMIBOLD, 8, 12.5, INK)
EYEBROW = TextStyle(SEMIBOLD, 9.5, 15.5)
TITLE = TextStyle(BOLD, 20, 27)
HEADING = TextStyle(BOLD, 11, 17)
SUBHEADING = TextStyle(SEMIBOLD, 9.5, 15.5)
FIGURE = TextStyle(BOLD, 20, 26)

BEFORE_HEADING = 26.0
AFTER_HEADING = 8.0
AFTER_SUBHEADING = 3.0
BEFORE_SUBHEADING = 16.0
SUMMARY = 8 * TEXT.leading  # a summary of so few lines stands on one page
