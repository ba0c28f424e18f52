"""Small drawings of what comes out of the printer, for the page that prints."""

from __future__ import annotations

from game.print.handouts import CARDS, CHART, KIT, PRESCRIPTION
from game.ui.paper import Paper
from game.ui.view import Box

PAGE, LYING = (84, 118), (112, 79)
EDGE, LINE, FACE, TICKED = "#B9A98C", "#D8CBB2", "#C98F4E", "#1F7F79"


def thumbnail(paper: Paper, kind: str, x: float, y: float) -> None:
    """What the kind looks like, about 112 x 130 design units from (x, y) on."""
    draw = {CARDS: _cards, CHART: _chart, PRESCRIPTION: _prescription, KIT: _kit}[kind]
    paper.shape(f'<g transform="translate({x} {y})">{draw()}</g>', Box(x - 4, y - 4, 124, 140), 5, 40, 2)


def _sheet(x: float, y: float, w: float, h: float, fill: str = "#FFFFFF") -> str:
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="4" fill="{fill}" stroke="{EDGE}" stroke-width="1.6"/>'


def _bar(x: float, y: float, w: float, colour: str = LINE, h: float = 4) -> str:
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{h / 2}" fill="{colour}"/>'


def _cards() -> str:
    w, h = PAGE
    body = _sheet(14, 0, w, h)
    cut = f'stroke="{EDGE}" stroke-width="1.2" stroke-dasharray="4 3"'
    body += f'<path d="M56 4V{h - 4}M18 {h / 2}H{10 + w}" fill="none" {cut}/>'
    for x, y in ((20, 6), (62, 6), (20, 65), (62, 65)):
        body += f'<rect x="{x}" y="{y}" width="30" height="26" rx="4" fill="#EFEAE0"/>'
        body += f'<circle cx="{x + 15}" cy="{y + 13}" r="8" fill="{FACE}"/>' + _bar(x, y + 31, 30) + _bar(x, y + 39, 22)
    return body


def _chart() -> str:
    w, h = LYING
    body = _sheet(0, 20, w, h)
    for y in (38, 52, 66, 80):
        body += _bar(7, y + 2, 22)
        for n in range(7):
            done = n * y % 5 < 2
            box = f'x="{34 + 10.6 * n:.1f}" y="{y}" width="8" height="8" rx="2"'
            body += f'<rect {box} fill="{TICKED if done else "#FFFFFF"}" stroke="{EDGE}" stroke-width="1.2"/>'
    return body + '<circle cx="100" cy="29" r="4.5" fill="#FFC94D"/>' + _bar(7, 26, 40, FACE)


def _prescription() -> str:
    w, h = PAGE
    body = _sheet(14, 0, w, h) + _bar(22, 9, 46, FACE) + _bar(22, 20, 30) + _bar(58, 20, 32)
    for n in range(6):
        y = 34 + 11 * n
        body += _bar(22, y, 26)
        for k, x in enumerate((56, 68, 80)):
            fill = TICKED if k == n % 3 else "#FFFFFF"
            body += f'<rect x="{x}" y="{y - 2}" width="7" height="7" rx="2" fill="{fill}" stroke="{EDGE}"/>'
    return body + _bar(22, 105, 40, EDGE, 2)


def _kit() -> str:
    """Three sheets, one behind the other."""
    body = _sheet(26, 0, 72, 100) + _sheet(17, 9, 72, 100) + _sheet(8, 18, 72, 100)
    for n in range(4):
        y = 32 + 15 * n
        body += f'<circle cx="20" cy="{y}" r="5" fill="#43304A"/>' + _bar(30, y - 2, 40)
    return body + f'<rect x="15" y="90" width="58" height="20" rx="4" fill="none" stroke="{FACE}" stroke-width="2"/>'
