"""The line below the title of a ballot: the rule, or in its place why something was refused."""

from collections.abc import Sequence

from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import Words, announce, text_height


class Hint(Words):
    """As high as the longest of what it may say, so that no card moves when it is said."""

    def __init__(self, look: Look, rule: str, refusals: Sequence[str]) -> None:
        super().__init__(rule, "small")
        self._rule = rule
        room = min(look.px(BASE_WIDTH - 112), self.maximumWidth())
        font = look.font("small")
        self.setMinimumHeight(max(text_height(text, font, room) for text in (rule, *refusals)))

    def tell_rule(self) -> None:
        """All is well."""
        self.setText(self._rule)
        self.set_role("")

    def refuse(self, words: str) -> None:
        """Say why something was refused."""
        self.setText(words)
        self.set_role("danger")
        announce(self, words)
