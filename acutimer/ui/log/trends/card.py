"""A chart on its ground: what it shows, what is told of one column, and what all of it says."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QWidget

from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.trends.chart import Chart

ACROSS_PX, DOWN_PX = 28, 20
BESIDE_PX = 36  # between the chart and the words beside it


class ChartCard(Card):
    """`told` stands above the chart and follows it; `words` below it, or beside it. `note` is the small print."""

    def __init__(self, title: str, chart: Chart, keys: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self.chart = chart
        self.title = Text(title, "head")
        self.told = Text("", "body", "ink2", wrap=True, tabular=True)
        self.words = Text("", "body", "ink2", wrap=True)
        self.note = Text("", "small", "ink3", wrap=True)
        head = flow(self.title, row(*keys, spacing=12), gap=14, line_gap=2) if keys else self.title
        self._keys = keys
        self._drawn = column(self.told, (chart, 1), spacing=6)
        self._said = column(self.words, self.note, None, spacing=8)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.addWidget(self._drawn, 1)
        self._body.addWidget(self._said)
        column(head, 4, (self._body, 1), margins=(ACROSS_PX, DOWN_PX), parent=self)
        chart.told.connect(self.told.setText)
        self.set_beside(False)

    def set_beside(self, is_beside: bool) -> None:
        """Let the words stand beside the chart, or below it."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if is_beside else down)
        self._body.setSpacing(BESIDE_PX if is_beside else 10)
        self._body.setStretch(0, 5 if is_beside else 1)
        self._body.setStretch(1, 3 if is_beside else 0)

    @property
    def has_chart(self) -> bool:
        """Whether there is a chart to be seen, and not its words alone."""
        return not self._drawn.isHidden()

    def say(self, words: str, note: str = "", *, has_chart: bool) -> None:
        """Say what the chart says, or without one why there is none."""
        for part in (*self._keys, self._drawn):
            part.setVisible(has_chart)
        self.words.setText(words)
        self.note.setText(note)
        self.note.setVisible(bool(note))
