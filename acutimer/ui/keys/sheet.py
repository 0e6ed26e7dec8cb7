"""The sheet of all keys, over whatever is shown."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from acutimer.language.joining import things
from acutimer.ui.keys.key_cap import KeyCap
from acutimer.ui.keys.words import Chapter, Told, chapters, shown
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.reading_scroll import ReadingScroll
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.text import Text
from acutimer.ui.preferences.columns import Columns

SIDE_PX, TOP_PX, KEYS_PX = 20, 12, 172
HEARD = (Qt.Key.Key_F1, Qt.Key.Key_Question, Qt.Key.Key_F11)
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def show_keys(window: QWidget) -> None:
    """Lay the sheet over `window`, or take it away if it is there."""
    there = window.findChild(KeysSheet, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if there is not None:
        there.leave()
    else:
        KeysSheet(window).open()


class KeysSheet(QWidget):
    """Covers its window and takes the keyboard; what is below goes on by itself. It is gone when it is left."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("Keys"))
        self.setAutoFillBackground(True)
        self._came_from: QWidget | None = None
        self.close_button = IconButton(self.tr("Close the keys"), "close", 48)
        self.close_button.clicked.connect(self.leave)
        made = [_card(chapter) for chapter in chapters()]
        half = (len(made) - 1) // 2
        self._columns = Columns(tuple(made[:half]), tuple(made[half:]))
        head = row((Text(self.tr("Keys"), "title"), 1), self.close_button, margins=(SIDE_PX, TOP_PX, SIDE_PX, 8))
        content = row((self._columns, 1), margins=(SIDE_PX, 4, 0, SIDE_PX))
        beside = content.layout()
        assert isinstance(beside, QHBoxLayout)
        beside.addStretch(0)
        self.reading = ReadingScroll(SIDE_PX + BAR_PX, content, 12)
        self.reading.left.connect(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.reading, 1)

    def open(self) -> None:
        """Cover the window and take the keyboard."""
        window = self.window()
        self._came_from = QApplication.focusWidget()
        window.installEventFilter(self)
        self.resize(window.size())
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Give the keyboard back and be gone."""
        self.window().removeEventFilter(self)
        if self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.setParent(None)
        self.deleteLater()

    # -- Qt --------------------------------------------------------------------------------------

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab stays here."""
        scrolls = self.reading.focusPolicy() != Qt.FocusPolicy.NoFocus
        goes_to = self.reading if scrolls and self.close_button.hasFocus() else self.close_button
        goes_to.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        """The keys told of here are not to work through it, but those that close it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() not in HEARD:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it; whatever else is pressed stays here."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """It asks the window for nothing."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        self._columns.set_width(event.size().width())
        super().resizeEvent(event)


def _card(chapter: Chapter) -> Card:
    card = Card("surface", 20)
    lines = [_line(told) for told in chapter.told]
    listing = Listing()
    listing.setAccessibleName(chapter.title)
    spaced: list[Item] = [part for line in lines for part in (8, line)]
    column(*spaced[1:], parent=listing)
    listing.set_order(lines)
    column(Text(chapter.title, "head"), 10, listing, margins=(22, 18, 22, 20), parent=card)
    return card


def _line(told: Told) -> QWidget:
    keys = [shown(key) for key in told.keys]
    caps = flow(*(KeyCap(key) for key in keys), gap=6, line_gap=6)
    caps.setFixedWidth(KEYS_PX)
    made = row((caps, MIDDLE), 14, (Text(told.does, "body", wrap=True, align=MIDDLE), 1))
    made.setAccessibleName(QCoreApplication.translate("Keys", "{0}: {1}").format(things(keys), told.does))
    return made
