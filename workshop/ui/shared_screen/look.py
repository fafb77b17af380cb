"""The look of the shared screen: dark for the room, bright at a booth, grown with the display and the reader's wish."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QFont, QPixmap

from workshop.language import Language, load_language
from workshop.ui.fonts import make_font
from workshop.ui.icons import Icons
from workshop.ui.theme import Theme, load_theme

BASE_WIDTH, BASE_HEIGHT = 1366, 768
TEXT_SIZES = (100, 150, 200)
TOUCH = 64  # pixels: the least side of anything that is touched
_MOST = {"small": 200, "body": 200, "title": 150, "display": 125}  # large type needs to grow less to be read


@dataclass(frozen=True, eq=False)
class Look:
    """Words, colours and sizes of one state; a participant's own wishes make another one of it.

    `zoom` is the size of the display against 1366x768, `text` a participant's text size in percent, `bright` the colours
    of the booth.
    """

    language: Language
    theme: Theme
    zoom: float = 1.0
    text: int = 100
    bright: bool = False

    @property
    def icons(self) -> Icons:
        """The icons in these colours."""
        return Icons(self.theme)

    def wished(self, *, code: str | None = None, text: int | None = None, contrast: bool | None = None) -> "Look":
        """The same with what a participant wishes."""
        theme = self.theme if contrast is None else load_theme("high-contrast")
        return replace(
            self,
            language=load_language(code) if code else self.language,
            text=text or self.text,
            theme=theme,
        )

    def role(self, name: str) -> str:
        """The role of the theme that a colour of the booth or of the stage is: `ink`, `muted`, `line` …"""
        return f"{'booth' if self.bright else 'stage'}-{name}"

    def color(self, name: str) -> QColor:
        """A colour of the booth or of the stage."""
        return self.theme.color(self.role(name))

    def hex(self, name: str) -> str:
        """A colour of the booth or of the stage as `#RRGGBB`."""
        return self.theme.hex(self.role(name))

    @property
    def ground(self) -> str:
        """The colour of the ground as `#RRGGBB`."""
        return self.theme.hex("booth" if self.bright else "stage")

    def px(self, pixels: float) -> int:
        """A length that grows with the display alone."""
        return round(pixels * self.zoom)

    def size(self, name: str) -> int:
        """A size of type in pixels: small, body, title, display."""
        base = {"small": 19, "body": 24, "title": 36, "display": 56}[name]
        return round(base * self.zoom * min(self.text, _MOST[name]) / 100)

    def font(self, name: str, weight: int = 400) -> QFont:
        """A font of the scale."""
        return make_font(self.size(name), weight)

    def pixmap(self, icon: str, size: int, name: str) -> QPixmap:
        """An icon tinted in a colour of the booth or of the stage."""
        return self.icons.pixmap(icon, size, self.role(name))


def style_sheet(look: Look) -> str:
    """The style sheet of a state: words by `look`, buttons, fields; what paints itself asks the look."""
    accent, accent_ink = ("accent", "accent-ink") if look.bright else ("first", "first-ink")
    card = look.hex("card") if look.bright else look.hex("raised")
    danger = look.hex("danger" if look.bright else "warn")
    big, body, small = look.size("title"), look.size("body"), look.size("small")
    bar = round(19 * look.zoom * min(look.text, 130) / 100)  # the bar at the top has to stay on one line
    key = look.px(30)
    touch = look.px(TOUCH)
    high = max(touch, round(body * 1.9))  # larger words need a larger button
    wide = max(3, look.px(3))
    ring = f"border: {wide}px solid {look.hex('ink')}; padding: {5 - wide}px {look.px(28) + 2 - wide}px;"
    ink, muted, line = look.hex("ink"), look.hex("muted"), look.hex("line")
    return f"""
    QWidget#scene {{ background: {look.ground}; }}
    QScrollArea, QWidget[look="bare"] {{ background: transparent; border: none; }}
    QLabel {{ color: {ink}; background: transparent; font-size: {body}px; }}
    QLabel[look="stage-small"] {{ font-size: {small}px; color: {muted}; }}
    QLabel[look="stage-body"] {{ font-size: {body}px; }}
    QLabel[look="stage-strong"] {{ font-size: {body}px; font-weight: 700; }}
    QLabel[look="stage-title"] {{ font-size: {big}px; font-weight: 700; letter-spacing: -0.5px; }}
    QLabel[look="stage-display"] {{ font-size: {look.size("display")}px; font-weight: 700; letter-spacing: -1px; }}
    QLabel[look="stage-clock"] {{ font-size: {look.px(110)}px; font-weight: 700; letter-spacing: -2px; }}
    QLabel[role="ink"] {{ color: {ink}; }}
    QLabel[role="muted"] {{ color: {muted}; }}
    QLabel[role="accent"] {{ color: {look.hex(accent)}; }}
    QLabel[role="danger"], QLabel[role="warn"] {{ color: {danger}; }}
    QFrame[look="stage-card"] {{ background: {card}; border: 2px solid {line}; border-radius: {look.px(10)}px; }}
    QFrame[look="stage-soft"] {{ background: {look.hex("accent-soft" if look.bright else "raised")}; border: none;
        border-radius: {look.px(10)}px; }}
    QPushButton {{ background: {card}; color: {ink}; border: 2px solid {line}; border-radius: {look.px(9)}px;
        font-size: {body}px; font-weight: 600; padding: 3px {look.px(28)}px; min-height: {high - 10}px;
        min-width: {touch - 4}px; }}
    QPushButton:hover {{ background: {card}; border-color: {look.hex(accent)}; }}
    QPushButton:pressed {{ background: {look.hex("accent-soft" if look.bright else "line")}; }}
    QPushButton:focus {{ {ring} }}
    QPushButton:disabled {{ color: {muted}; background: transparent; border: 2px solid {line}; }}
    QPushButton[look="stage-primary"] {{ background: {look.hex(accent)}; color: {look.hex(accent_ink)};
        border-color: {look.hex(accent)}; padding: 3px {look.px(40)}px; min-height: {max(look.px(72), high) - 12}px; }}
    QPushButton[look="stage-primary"]:focus {{ border: {wide}px solid {ink}; padding: {5 - wide}px {
        look.px(40) + 2 - wide
    }px; }}
    QPushButton[look="stage-primary"]:disabled {{ background: transparent; color: {muted}; border: 2px solid {line}; }}
    QPushButton[look="stage-quiet"] {{ min-height: {max(look.px(72), high) - 12}px; }}
    QPushButton[look="stage-icon"] {{ padding: 0; min-height: {touch - 4}px; max-width: {touch - 4}px; }}
    QPushButton[look="stage-count"] {{ font-size: {look.px(40)}px; padding: 0; min-height: {look.px(92)}px;
        min-width: {look.px(112)}px; }}
    QPushButton[look="stage-wish"] {{ font-size: {bar}px; font-weight: 400; color: {muted};
        padding: 2px {look.px(18)}px; min-height: {touch - 6}px; }}
    QPushButton[look="stage-wish"]:checked {{ color: {ink}; font-weight: 600; background: {
        look.hex("accent-soft" if look.bright else "raised")
    }; border: 2px solid {look.hex(accent)}; }}
    QPushButton[look="stage-wish"]:focus {{ border: {wide}px solid {ink}; padding: {4 - wide}px {
        look.px(18) + 2 - wide
    }px; }}
    QPushButton[look="stage-key"] {{ font-size: {key}px; padding: 0; min-height: {look.px(72)}px; min-width: {
        look.px(104)
    }px; }}
    QPushButton[look="stage-key"][primary="true"] {{ background: {look.hex(accent)}; color: {look.hex(accent_ink)};
        border-color: {look.hex(accent)}; }}
    QPushButton[look="stage-key"]:disabled {{ color: {muted}; background: transparent; border: 2px solid {line}; }}
    QLineEdit, QPlainTextEdit {{ background: {card}; color: {ink}; border: 2px solid {line}; font-size: {body}px;
        border-radius: {look.px(9)}px; padding: {look.px(14)}px {look.px(18)}px; min-height: {look.px(36)}px;
        placeholder-text-color: {muted}; selection-background-color: {look.hex(accent)};
        selection-color: {look.hex(accent_ink)}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border: {wide}px solid {ink}; padding: {look.px(14) + 2 - wide}px
        {look.px(18) + 2 - wide}px; }}
    QPlainTextEdit[look="stage-large"] {{ font-size: {max(body, look.px(32))}px; }}
    QLineEdit[look="stage-number"] {{ font-size: {max(body, look.px(44))}px; font-weight: 700; min-height: {
        look.px(64)
    }px; }}
    QScrollBar:vertical {{ width: {look.px(14)}px; background: transparent; border: none; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {muted}; border-radius: {look.px(4)}px; margin: 3px; min-height: {
        touch
    }px; }}
    """
