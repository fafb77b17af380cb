"""The page of local issues: written down in a line, placed on a map, sorted, and led on to ideas and departments."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QWidget

from workshop.models.errors import NotFoundError
from workshop.models.records.local_issues import LocalIssueRecord, MapPlace
from workshop.services.ideas import pictures
from workshop.ui.desk import Desk
from workshop.ui.page import BAR, Page, Place
from workshop.ui.pages.issues.acts import Acts
from workshop.ui.pages.issues.collection import Collection, load_collection
from workshop.ui.pages.issues.sorting import Filter, shown_issues
from workshop.ui.pages.issues.view import IssuesView
from workshop.ui.widgets.empty_state import NoProject


class IssuesPage(Page):
    """Map, list and panel show the same issues; what is chosen in one is chosen in all."""

    name = "issues"
    widest = 0  # takes the whole width

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.collection = Collection()
        self.chosen: UUID | None = None
        self._is_open = False  # whether the panel of the chosen issue is
        self._map_id: UUID | None = None
        self._loaded: UUID | None = None  # the map whose picture is shown or asked for
        self._mark: MapPlace | None = None  # where the issue that is being written is
        self._filter = Filter()
        self._shown: list[LocalIssueRecord] = []
        self.view = IssuesView(desk)
        self.no_project = NoProject(desk, "map-pin", self.say("Local issues belong to a project. Open one first."))
        self.content.setContentsMargins(32, 28, 32 - BAR, 24)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self.no_project, 1)
        self.no_project.hide()
        self.view.hide()  # the title would move when its project is known
        self.acts = Acts(self)
        self._connect()

    @property
    def filter(self) -> Filter:
        """What is wanted now."""
        return self._filter

    def open(self, place: Place) -> None:
        """Show the issues of the project, and one of them where the place names one."""
        if place.project_id != self.place.project_id:
            self.chosen, self._is_open, self._map_id, self._mark = None, False, None, None
            self.set_filter(Filter())
        if place.item_id is not None:
            self.chosen, self._is_open = place.item_id, True
            self.set_filter(Filter())
        super().open(place)

    def reload(self) -> None:
        """Read them anew."""
        library, project_id = self.desk.library, self.place.project_id
        if project_id is None:
            self._show_none()
            return
        self.desk.tasks.run(
            lambda: load_collection(library, project_id), self._show,
            lambda error: self._not_read(error, project_id), owner=self,
        )  # fmt: skip

    def focus_first(self) -> None:
        """The keyboard begins where issues are written down."""
        super().focus_first()
        self.view.entry.field.setFocus()

    def draft(self) -> dict[str, Any]:
        """What is typed and not kept, and how the page was set."""
        self.view.panel.save()
        return {
            "entry": self.view.entry.draft(), "filter": self._filter, "chosen": self.chosen, "open": self._is_open,
            "map": self._map_id, "mark": self._mark,
        }  # fmt: skip

    def restore(self, draft: dict[str, Any]) -> None:
        """Put it back."""
        self.view.entry.restore(draft["entry"])
        self.set_filter(draft["filter"])
        self.chosen, self._is_open, self._map_id = draft["chosen"], draft["open"], draft["map"]
        self._mark = draft["mark"]
        self.reload()

    def choose(self, issue_id: UUID | None, *, show: bool | None = None) -> None:
        """Choose an issue in all views; `show` opens or closes its panel."""
        issue = self.collection.issue(issue_id)
        if self.chosen != issue_id:
            self.view.panel.save()
        self.chosen = issue.id if issue else None
        if show is not None:
            self._is_open = show
        if issue is not None and issue.on_map is not None and self.collection.map(issue.on_map.map_id):
            self._map_id = issue.on_map.map_id
        self._show_chosen()

    def close_panel(self) -> None:
        """Close the panel; the list has the keyboard."""
        self.view.panel.save()
        self._is_open = False
        self._show_chosen()
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_map(self, map_id: UUID) -> None:
        """Show another map."""
        self._map_id = map_id
        self._show_map()

    def set_filter(self, wanted: Filter) -> None:
        """Want something else."""
        self._filter = wanted
        self.view.filters.set_value(wanted)
        if self.view.search.value != wanted.words:
            self.view.search.set_value(wanted.words)

    def reveal(self, issue: LocalIssueRecord) -> None:
        """Take filters away that would hide an issue that was just written down."""
        if not self._filter.keeps(issue):
            self.set_filter(Filter())
            self.reload()

    def take_mark(self) -> MapPlace | None:
        """The place of the issue that was written, given away."""
        mark, self._mark = self._mark, None
        self._show_mark()
        return mark

    def put_mark(self, mark: MapPlace | None) -> None:
        """Mark a place for the issue that is being written."""
        self._mark = mark
        self._show_mark()

    def _connect(self) -> None:
        view, acts, panel = self.view, self.acts, self.view.panel
        self.no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        view.entry.given.connect(acts.keep)
        for button in (view.map_button.clicked, view.empty.otherChosen, view.map_card.addRequested):
            button.connect(acts.ask_map)
        view.filters.changed.connect(self._filter_changed)
        view.search.searched.connect(lambda _words: self._filter_changed())
        view.nothing.otherChosen.connect(self._want_all)
        view.list.issueChosen.connect(self.choose)
        view.list.issueOpened.connect(self._open_panel)
        view.list.removeRequested.connect(acts.remove)
        view.list.left.connect(lambda: self.choose(None, show=False))
        self._connect_map()
        panel.closeRequested.connect(self.close_panel)
        panel.undoOffered.connect(self.undoOffered)
        panel.saved.connect(acts.save)
        panel.stateRequested.connect(acts.set_state)
        panel.placeRequested.connect(self._place_chosen)
        panel.ideaRequested.connect(acts.make_idea)
        panel.followUpRequested.connect(acts.hand_on)
        panel.removeRequested.connect(acts.remove)
        panel.linkFollowed.connect(self._follow)
        self.add_command(self.say("Find in the local issues"), ["Ctrl+F"], self._find, icon="search")
        self.add_command(self.say("Write down a local issue"), ["Ctrl+N"], self.focus_first, icon="map-pin")

    def _connect_map(self) -> None:
        view, acts = self.view, self.acts
        card, shown = view.map_card, view.map_card.map
        card.mapChosen.connect(self.show_map)
        card.filesDropped.connect(acts.add_maps)
        card.renameRequested.connect(acts.rename_map)
        card.removeRequested.connect(acts.remove_map)
        shown.pointed.connect(self._point)
        shown.pinMoved.connect(self._move_pin)
        shown.pinChosen.connect(self.choose)
        shown.pinOpened.connect(self._open_panel)
        shown.left.connect(self._leave)

    # What is shown.

    def _show(self, collection: Collection) -> None:
        project = collection.project
        if project is None or project.id != self.place.project_id:
            return  # somebody has gone on in the meantime
        self.collection = collection
        self.view.show()
        self.no_project.hide()
        self.view.show_collection(collection)
        if self.chosen is not None and collection.issue(self.chosen) is None:
            self.chosen, self._is_open = self._neighbour(), False
        chosen = collection.issue(self.chosen)
        if self._map_id is None and chosen is not None and chosen.on_map is not None:
            self._map_id = chosen.on_map.map_id
        self._show_shown()
        self._show_chosen()

    def _show_none(self) -> None:
        self.collection = Collection()
        self.view.hide()
        self.no_project.show()

    def _show_shown(self) -> None:
        shown = shown_issues(self.collection.issues, self._filter)
        self.view.show_shown(self.collection, shown, self.chosen)
        self._shown = shown

    def _neighbour(self) -> UUID | None:
        """The issue that takes the place of the chosen one, which is gone, in the list."""
        before = [issue.id for issue in self._shown]
        place = before.index(self.chosen) if self.chosen in before else 0
        after = [*before[place + 1 :], *reversed(before[:place])]
        return next((key for key in after if self.collection.issue(key) is not None), None)

    def _show_chosen(self) -> None:
        """Show the panel of the chosen issue, its row and its pin."""
        view, collection = self.view, self.collection
        issue = collection.issue(self.chosen)
        held, lost = view.list.hasFocus(), view.panel.isAncestorOf(self.focusWidget() or self)
        if issue is not None and self._is_open:
            picture = collection.map(issue.on_map.map_id) if issue.on_map is not None else None
            view.panel.show_issue(
                issue, collection.links_of(issue.id), collection.sessions_by_id, maps=len(collection.maps),
                map_name=view.map_card.name_of(picture) if picture is not None else None,
            )  # fmt: skip
        view.body.show_parts(chart=bool(collection.maps), panel=issue is not None and self._is_open)
        if held and not view.list.isVisible():
            view.panel.form.focus_first()
        elif lost and not view.panel.isVisible():
            view.list.setFocus(Qt.FocusReason.OtherFocusReason)
        view.list.choose(self.chosen)
        self._show_map()

    def _show_map(self) -> None:
        collection, card = self.collection, self.view.map_card
        picture = collection.map(self._map_id) or (collection.maps[0] if collection.maps else None)
        self._map_id = picture.id if picture is not None else None
        card.show_maps(collection.maps, picture)
        card.map.show_issues(self._on_map(), self._map_id)
        card.map.choose(self.chosen)
        self._show_mark()
        if picture is not None and picture.id != self._loaded:
            self._loaded = map_id = picture.id
            library = self.desk.library
            self.desk.tasks.run(
                lambda: QImage.fromData(pictures.picture_bytes(library, picture_id=map_id)),
                lambda image: self._show_picture(map_id, image), owner=self,
            )  # fmt: skip

    def _on_map(self) -> list[LocalIssueRecord]:
        """Those of the list, and the chosen one wherever the filters leave it out."""
        chosen = self.collection.issue(self.chosen)
        return self._shown if chosen is None or chosen in self._shown else [*self._shown, chosen]

    def _show_picture(self, map_id: UUID, image: QImage) -> None:
        if map_id == self._map_id:
            self.view.map_card.show_picture(image)
            self.view.map_card.map.choose(self.chosen)

    def _show_mark(self) -> None:
        mark = self._mark if self._mark is not None and self._mark.map_id == self._map_id else None
        self.view.map_card.map.set_mark((mark.x, mark.y) if mark is not None else None)
        self.view.entry.show_note(self.say("marked on the map") if self._mark is not None else "")

    # What is asked for.

    def _filter_changed(self) -> None:
        chosen = self.view.filters.value
        self._filter = Filter(chosen.category, chosen.source, chosen.state, chosen.session, self.view.search.value)
        self._show_shown()
        self._show_chosen()

    def _want_all(self) -> None:
        self.set_filter(Filter())
        self._show_shown()
        self._show_chosen()
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_panel(self, issue_id: UUID) -> None:
        self.choose(issue_id, show=True)
        self.view.panel.form.focus_first()

    def _point(self, x: int, y: int) -> None:
        """A place on the map: of the issue that is being written, else of the chosen one, else of one to be written."""
        if self._map_id is None:
            return
        place = MapPlace(self._map_id, x, y)
        if self.chosen is not None and not self.view.entry.is_writing:
            self.acts.put(self.chosen, place)
            return
        self.put_mark(place)
        self.view.entry.field.setFocus()

    def _move_pin(self, issue_id: UUID, x: int, y: int) -> None:
        if self._map_id is not None:
            self.acts.put(issue_id, MapPlace(self._map_id, x, y))

    def _place_chosen(self, issue_id: UUID, wanted: bool) -> None:
        """Put an issue into the middle of what is seen of the map, or take it off."""
        place = MapPlace(self._map_id, *self.view.map_card.map.middle) if self._map_id is not None else None
        self.acts.put(issue_id, place if wanted else None)

    def _leave(self) -> None:
        self.put_mark(None)
        if self._is_open:
            self.close_panel()
        else:
            self.choose(None)

    def _follow(self, page: str, session_id: UUID | None, key: UUID) -> None:
        self.pageRequested.emit(page, self.place.with_(session_id=session_id or self.place.session_id, item_id=key))

    def _find(self) -> None:
        if self.view.search.isVisible():
            self.view.search.setFocus()
            self.view.search.selectAll()

    def _not_read(self, error: Exception, project_id: UUID) -> None:
        """The project may have been deleted: nobody should be led to it any more."""
        if not isinstance(error, NotFoundError):
            self.desk.tasks.failed.emit(error)
        elif self.place.project_id == project_id:
            self.place = Place()
            self._show_none()
            if self.isVisible():
                self.pageRequested.emit(self.name, Place())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the mark off the map."""
        if event.key() == Qt.Key.Key_Escape and self._mark is not None:
            self.put_mark(None)
        else:
            super().keyPressEvent(event)
