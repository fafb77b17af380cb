"""The page of ideas: written down, changed in place, sorted under themes, merged, chosen, withdrawn."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from workshop.models.enums import IdeaState
from workshop.ui.desk import Desk
from workshop.ui.page import BAR, Page, Place
from workshop.ui.pages.ideas.acts import Acts
from workshop.ui.pages.ideas.board import Collection, Shown, load_collection, wall_content
from workshop.ui.pages.ideas.more import More
from workshop.ui.pages.ideas.narrowing import ask_filters, narrowed_words
from workshop.ui.pages.ideas.panel.acts import PanelActs
from workshop.ui.pages.ideas.view import IdeasView
from workshop.ui.pictures.shelf import shelf_of
from workshop.ui.widgets.empty_state import NoProject


class IdeasPage(Page):
    """Wall and list show the same ideas; what is chosen in one can be worked on in the same way in the other."""

    name = "ideas"
    widest = 0  # takes the whole width

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.collection = Collection()
        self.shown = Shown()
        self._mode = "wall"
        self._loading = self._again = self._later = False
        self._project: UUID | None = None
        self._wanted: UUID | None = None  # the idea that somebody was led to
        self.acts = Acts(self)
        self.view = IdeasView(desk)
        self._no_project = NoProject(desk, "lightbulb", self.say("Ideas belong to the sessions of a project."))
        self._no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        self.view.no_session.chosen.connect(lambda: self.pageRequested.emit("prepare", None))
        self._no_project.hide()
        self.content.setContentsMargins(32, 28, 32 - BAR, 24)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self._no_project, 1)
        self.panel = PanelActs(self)
        self.more = More(self)
        self._connect()
        self.view.show_chosen(0, mergeable=False)

    @property
    def chosen(self) -> list[UUID]:
        """The ids of the ideas that are chosen now."""
        return self.view.wall.chosen if self._mode == "wall" else self.view.table.chosen_ideas

    def open(self, place: Place) -> None:
        """Show the ideas of the project; at an idea where the place names one."""
        if place.project_id != self._project:
            self._project, self.shown = place.project_id, Shown()
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
        library, language, place = self.desk.library, self.desk.language, self.place
        session = self.shown.filters.session_id
        self.desk.tasks.run(
            lambda: load_collection(library, language, place, session), self._show, self._loading_failed, owner=self
        )

    def focus_first(self) -> None:
        """The keyboard begins where ideas are written down."""
        super().focus_first()
        if self.takes_ideas:
            self.view.entry.field.setFocus()

    @property
    def is_known(self) -> bool:
        """Whether there is a project whose ideas are shown."""
        return not self.view.isHidden()

    @property
    def takes_ideas(self) -> bool:
        """Where there is a session that new ideas go to."""
        return not self.view.entry.isHidden() and not self.view.isHidden()

    def focus_quick_idea(self) -> None:
        """The same, for the shortcut that works on every page."""
        self.view.entry.field.setFocus()

    def draft(self) -> dict[str, Any]:
        """What is typed and not kept, and how the page was set."""
        details = self.view.line.details_button.isChecked()
        scale = self.view.wall.canvas.zoom
        return {
            "entry": self.view.entry.draft(), "mode": self._mode, "shown": self.shown, "details": details, "scale": scale,
        }  # fmt: skip

    def restore(self, draft: dict[str, Any]) -> None:
        """Put it back."""
        self.view.entry.restore(draft.get("entry", {}))
        self.shown = draft.get("shown", self.shown)
        self.view.search.setText(self.shown.filters.words)
        self.view.line.withdrawn_button.setChecked(self.shown.withdrawn)
        self.view.wall.canvas.set_zoom(draft.get("scale", 1.0))
        self.view.mode.set_chosen(draft.get("mode", "wall"))
        self.view.line.details_button.setChecked(draft.get("details", False))
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
        return self.view.wall.shown_under(theme_id)

    def _connect(self) -> None:
        view, wall, table, acts = self.view, self.view.wall, self.view.table, self.acts
        view.entry.given.connect(acts.keep)
        view.entry.pasted.connect(self.more.take_in_lines)
        view.entry.field.edited.connect(lambda text: view.similar.look_for(text, self.place.project_id))
        view.similar.shown.connect(self._see)
        view.similar.supported.connect(acts.support_instead)
        view.similar.declare(self)
        view.mode.chosen.connect(self._set_mode)
        view.search.searched.connect(lambda words: self.narrow(words=words))
        view.line.sessions.activated.connect(lambda _index: self._set_session(view.line.sessions.currentData()))
        view.line.withdrawn_button.toggled.connect(self._show_withdrawn)
        view.line.filter_button.clicked.connect(lambda: ask_filters(self))
        view.line.all_button.clicked.connect(self._show_all)
        view.line.new_theme.given.connect(acts.add_theme)
        view.nothing.otherChosen.connect(self._show_all)
        for name, button in view.line.verbs.items():
            button.clicked.connect(lambda _=False, name=name: acts.do(name))
        for side in (wall, table):
            side.selectionMoved.connect(self._show_chosen)
            side.menuAsked.connect(acts.offer)
            side.verbAsked.connect(acts.do)
            side.ideaEdited.connect(acts.change_words)
            side.editingEnded.connect(self._catch_up)
        view.line.details_button.toggled.connect(lambda on: self.panel.open(shown=on))
        view.panel.closeRequested.connect(lambda: view.line.details_button.setChecked(False))
        view.panel.verbAsked.connect(acts.do)
        wall.ideasPlaced.connect(acts.place)
        shelf = shelf_of(self.desk)
        wall.show_photos(lambda content, size: shelf.pixmap(content, max(size.width(), size.height())))
        shelf.arrived.connect(wall.photo_arrived)
        wall.themeMenuAsked.connect(acts.offer_theme)
        wall.themeRenamed.connect(acts.rename_theme)
        self.add_command(self.say("Find in the ideas"), ["Ctrl+F"], self._find, icon="search")
        self.add_command(
            self.say("Filter the ideas"), ["Ctrl+Shift+F"], lambda: ask_filters(self), icon="funnel",
            possible=view.line.filter_button.isVisible,
        )  # fmt: skip
        self.add_command(
            view.line.details_button.text(), ["Ctrl+E"], view.line.details_button.toggle, icon="eye",
            possible=view.line.details_button.isVisible,
        )  # fmt: skip
        for name, keys in (("merge", "Ctrl+M"), ("choose", "Ctrl+D")):
            tool = view.line.verbs[name]
            self.add_command(
                tool.text(), [keys], lambda name=name: acts.do(name), icon={"merge": "merge", "choose": "star"}[name],
                possible=tool.isEnabled, waits=True,
            )  # fmt: skip

    def _find(self) -> None:
        self.view.search.setFocus()
        self.view.search.selectAll()

    def _see(self, idea_id: UUID) -> None:
        """Show an idea that says nearly the same as what is being written; what is written stays."""
        self._lead_to(idea_id)
        self._show_board()
        self._put_wanted()

    def _lead_to(self, idea_id: UUID) -> None:
        """Mark an idea once it is shown; what would hide it is taken away."""
        if self.shown != Shown():
            self.shown = Shown()
            self.view.search.setText("")
            self.view.line.withdrawn_button.setChecked(False)
        self._wanted = idea_id

    def _show_all(self) -> None:
        """Take away what hides ideas."""
        self.shown = Shown(withdrawn=self.shown.withdrawn)
        self.view.search.empty()
        self._show_board()
        self.view.focus_ideas()
        self.reload()

    def _set_mode(self, mode: str) -> None:
        self._mode = mode
        self._show_board()

    def _set_session(self, session_id: UUID | None) -> None:
        self.narrow(session_id=session_id)
        self.reload()  # new ideas go to another session

    def narrow(self, **values: Any) -> None:
        """Change some of the filters."""
        self.shown = self.shown.but(**values)
        self._show_board()

    def _show_withdrawn(self, on: bool) -> None:
        self.shown = Shown(self.shown.filters, on)
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
        if not known:
            self._no_project.focus_first()  # the field that had the keyboard was hidden with the rest
        self.view.line.show_sessions(collection.sessions, self.shown.filters.session_id)
        self.view.show_target(collection.target)
        self._show_board()
        self._put_wanted()
        if self._again:
            self._again = False
            self.reload()

    def _shown_as(self, idea_id: UUID) -> UUID:
        """The card on which an idea is found: its own, or that of the one it was merged into; a withdrawn one is shown."""
        idea = self.collection.idea(idea_id)
        if idea is not None and idea.merged_into_id is not None:
            return idea.merged_into_id
        if idea is not None and idea.state is IdeaState.WITHDRAWN:
            self.view.line.withdrawn_button.setChecked(True)
        return idea_id

    def _put_wanted(self) -> None:
        """Put the keyboard on the idea that somebody was led to."""
        if self._wanted is not None:
            wanted, self._wanted = self._shown_as(self._wanted), None
            side = self.view.wall if self._mode == "wall" else self.view.table
            side.setFocus()
            side.choose(wanted)
            QTimer.singleShot(0, side, lambda: side.choose(wanted))  # once more, when the cards have their heights

    def _show_board(self) -> None:
        language, board = self.desk.language, self.collection.board
        content = wall_content(self.collection, self.shown)
        count = sum(not card.withdrawn for _theme, cards in content for card in cards)
        self.view.header.set_count(language.number(count))
        withdrawn = sum(idea.state is IdeaState.WITHDRAWN for idea in board.ideas)
        self.view.line.withdrawn_button.setVisible(withdrawn > 0)
        self.view.line.withdrawn_button.setText(language.say("Withdrawn {n}", n=withdrawn))
        self.view.line.show_narrowed(narrowed_words(language, self.collection, self.shown.filters))
        if self._mode == "wall":
            self.view.wall.show_content(content)
        else:
            self.view.table.show_content(self.collection, self.shown)
        nothing = not any(cards for _theme, cards in content) and bool(board.ideas) and self.shown.filters.narrows
        if self.collection.sessions:
            self.view.show_mode(self._mode, empty=not board.ideas and not board.themes, nothing=nothing)
        elif self.place.project_id is not None:
            self.view.show_no_session()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = [idea for idea in map(self.collection.idea, self.chosen) if idea is not None]
        live = sum(idea.state is not IdeaState.WITHDRAWN for idea in chosen)
        self.view.show_chosen(len(chosen), chosen[0].text if chosen else "", mergeable=live > 1)
        self.panel.idea_chosen()

    def _catch_up(self) -> None:
        if self._later:
            self._later = False
            self.reload()

    def _loading_failed(self, error: Exception) -> None:
        self._loading = self._again = False
        self.desk.tasks.failed.emit(error)
