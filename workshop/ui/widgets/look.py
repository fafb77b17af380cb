"""How widgets tell the style sheet what they are."""

from PySide6.QtWidgets import QLabel, QLayout, QStyle, QStyleOption, QStylePainter, QWidget


def set_look(widget: QWidget, **properties: object) -> None:
    """Change properties that the style sheet selects by, and let it look again."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed and widget.style() is not None:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def paint_surface(widget: QWidget) -> None:
    """Paint what the style sheet says of a widget that is no frame; called from its paint event."""
    option = QStyleOption()
    option.initFrom(widget)
    QStylePainter(widget).drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and dispose of it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)


def words_of(widget: QWidget) -> str:
    """The texts of the labels inside, in order, for an accessible name."""
    texts = (label.text() for label in widget.findChildren(QLabel))
    return ", ".join(text for text in texts if text)
