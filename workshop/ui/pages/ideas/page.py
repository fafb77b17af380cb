"""The page of ideas: written down, changed in place, sorted under themes, merged, chosen, withdrawn."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from workshop.models.enums import IdeaState
from workshop.ui.desk import Desk
from workshop.ui.page import BAR, Page, Place
from workshop.ui.pages.ideas.acts import Acts
from workshop.ui.pages.ideas.board import Collection, Filter, load_collection, wall_content
from workshop.ui.pages.ideas.view import IdeasView
from workshop.ui.widgets.empty_state import EmptyState


class IdeasPage(Page):
    """Wall and list show the same ideas; what is chosen in one can be worked on in the same way in the other."""

    name = "ideas"
    widest = 0  # takes the whole width

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.collection = Collection()
        self._filter = Filter()
        self._mode = "wall"
        self._loading = self._again = self._later = False
        self._project: UUID | None = None
        self._wanted: UUID | None = None  # the idea that somebody was led to
        self.acts = Acts(self)
        self.view = IdeasView(desk)
        self._no_project = EmptyState(
            desk, "lightbulb", self.say("Choose a project first"), self.say("Ideas belong to the sessions of a project."),
            self.say("To the projects"),
        )  # fmt: skip
        self._no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        self._no_project.hide()
        self.content.setContentsMargins(32, 28, 32 - BAR, 24)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self._no_project, 1)
        self._connect()
        self.view.show_chosen(0, mergeable=False)

    @property
    def chosen(self) -> list[UUID]:
        """The ids of the ideas that are chosen now."""
        return self.view.wall.chosen if self._mode == "wall" else self.view.table.chosen_ideas

    def open(self, place: Place) -> None:
        """Show the ideas of the project; at an idea where the place names one."""
        if place.project_id != self._project:
            self._project, self._filter = place.project_id, Filter()
        if place.item_id is not None:
            self._lead_to(place.item_id)
        super().open(place)

    def reload(self) -> None:
        """Read the ideas anew, but not under the hands of somebody who is changing words."""
        if self.view.wall.is_editing or self.view.table.is_editing:
            self._later = True
            return
        if self._loading:
            self._again = True
            return
        self._loading = True
        library, place, session = self.desk.library, self.place, self._filter.session_id
        self.desk.tasks.run(
            lambda: load_collection(library, place, session), self._show, self._loading_failed, owner=self
        )

    def focus_first(self) -> None:
        """The keyboard begins where ideas are written down."""
        self.view.entry.field.setFocus()

    @property
    def takes_ideas(self) -> bool:
        """Where there is a session that new ideas go to."""
        return not self.view.entry.isHidden() and not self.view.isHidden()

    def focus_quick_idea(self) -> None:
        """The same, for the shortcut that works on every page."""
        self.view.entry.field.setFocus()

    def draft(self) -> dict[str, Any]:
        """What is typed and not kept, and how the page was set."""
        shown = self._filter
        return {"entry": self.view.entry.draft(), "mode": self._mode, "filter": shown}

    def restore(self, draft: dict[str, Any]) -> None:
        """Put it back."""
        self.view.entry.restore(draft.get("entry", {}))
        self._filter = draft.get("filter", self._filter)
        self.view.search.setText(self._filter.words)
        self.view.withdrawn_button.setChecked(self._filter.withdrawn)
        self.view.mode.set_chosen(draft.get("mode", "wall"))
        self._set_mode(draft.get("mode", "wall"))
        self.reload()

    def edit_in_place(self, idea_id: UUID) -> None:
        """Let the words of an idea be changed where they stand."""
        if self._mode == "wall":
            self.view.wall.choose(idea_id, edit=True)
        else:
            self.view.table.choose(idea_id)
            self.view.table.edit_row(idea_id)

    def shown_under(self, theme_id: UUID | None) -> list[UUID]:
        """The ids of the cards that are shown under a theme."""
        return next(
            (
                [card.idea.id for card in column.list.cards.cards]
                for column in self.view.wall.columns
                if column.theme_id == theme_id
            ),
            [],
        )

    def _connect(self) -> None:
        view, wall, table, acts = self.view, self.view.wall, self.view.table, self.acts
        view.entry.given.connect(acts.keep)
        view.mode.chosen.connect(self._set_mode)
        view.search.searched.connect(lambda words: self._set_filter(words=words))
        view.sessions.activated.connect(lambda _index: self._set_session(view.sessions.currentData()))
        view.withdrawn_button.toggled.connect(lambda on: self._set_filter(withdrawn=on))
        view.new_theme.given.connect(acts.add_theme)
        view.nothing.otherChosen.connect(self._show_all)
        for name, button in view.tools.items():
            button.clicked.connect(lambda _=False, name=name: acts.do(name))
        for side in (wall, table):
            side.selectionMoved.connect(self._show_chosen)
            side.menuAsked.connect(acts.offer)
            side.verbAsked.connect(acts.do)
            side.ideaEdited.connect(acts.change_words)
            side.editingEnded.connect(self._catch_up)
        wall.ideasPlaced.connect(acts.place)
        wall.themeMenuAsked.connect(acts.offer_theme)
        wall.themeRenamed.connect(acts.rename_theme)
        self.add_command(self.say("Find in the ideas"), ["Ctrl+F"], self._find, icon="search")
        for name, keys in (("merge", "Ctrl+M"), ("choose", "Ctrl+D")):
            tool = view.tools[name]
            self.add_command(
                tool.text(), [keys], lambda name=name: acts.do(name), icon={"merge": "merge", "choose": "star"}[name],
                possible=tool.isEnabled, waits=True,
            )  # fmt: skip

    def _find(self) -> None:
        self.view.search.setFocus()
        self.view.search.selectAll()

    def _lead_to(self, idea_id: UUID) -> None:
        """Mark an idea once it is shown; what would hide it is taken away."""
        if self._filter != Filter():
            self._filter = Filter()
            self.view.search.setText("")
            self.view.withdrawn_button.setChecked(False)
        self._wanted = idea_id

    def _show_all(self) -> None:
        """Take away what hides ideas."""
        self._filter = Filter(withdrawn=self._filter.withdrawn)
        self.view.search.empty()
        self._show_board()
        self.view.focus_ideas()
        self.reload()

    def _set_mode(self, mode: str) -> None:
        self._mode = mode
        self._show_board()

    def _set_session(self, session_id: UUID | None) -> None:
        self._set_filter(session_id=session_id)
        self.reload()  # new ideas go to another session

    def _set_filter(self, **values: Any) -> None:
        kept = {name: getattr(self._filter, name) for name in ("session_id", "words", "withdrawn")}
        self._filter = Filter(**(kept | values))
        self._show_board()

    def _show(self, collection: Collection) -> None:
        self._loading = False
        if self.view.wall.is_editing or self.view.table.is_editing:
            self._later = True
            return
        self.collection = collection
        known = self.place.project_id is not None
        self.view.setVisible(known)
        self._no_project.setVisible(not known)
        self.view.show_sessions(collection.sessions, self._filter.session_id)
        self.view.show_target(collection.target)
        self._show_board()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            side = self.view.wall if self._mode == "wall" else self.view.table
            side.setFocus()
            side.choose(wanted)
            QTimer.singleShot(0, side, lambda: side.choose(wanted))  # once more, when the cards have their heights
        if self._again:
            self._again = False
            self.reload()

    def _show_board(self) -> None:
        language, board = self.desk.language, self.collection.board
        content = wall_content(language, self.collection, self._filter)
        count = sum(not card.withdrawn for _theme, cards in content for card in cards)
        self.view.header.set_count(language.number(count))
        withdrawn = sum(idea.state is IdeaState.WITHDRAWN for idea in board.ideas)
        self.view.withdrawn_button.setVisible(withdrawn > 0)
        self.view.withdrawn_button.setText(language.say("Withdrawn {n}", n=withdrawn))
        if self._mode == "wall":
            self.view.wall.show_content(content)
        else:
            self.view.table.show_content(self.collection, self._filter)
        nothing = not any(cards for _theme, cards in content) and bool(board.ideas) and self._filter.narrows
        self.view.show_mode(self._mode, empty=not board.ideas and not board.themes, nothing=nothing)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = [idea for idea in map(self.collection.idea, self.chosen) if idea is not None]
        live = sum(idea.state is not IdeaState.WITHDRAWN for idea in chosen)
        self.view.show_chosen(len(chosen), chosen[0].text if chosen else "", mergeable=live > 1)

    def _catch_up(self) -> None:
        if self._later:
            self._later = False
            self.reload()

    def _loading_failed(self, error: Exception) -> None:
        self._loading = self._again = False
        self.desk.tasks.failed.emit(error)
