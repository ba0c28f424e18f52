"""Blocks as one self-contained page of HTML: nothing is fetched, the type is in it, and a printer gives A4.

What is a table here is a table to who listens to the page; charts say in words what they show.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from html import escape

from game.print.charts import curve_card, share_bar, week_bars
from game.print.document import (
    AnswerLines,
    Blank,
    Block,
    Bullets,
    Cell,
    CurveCard,
    Curves,
    Document,
    EmptyBox,
    Figures,
    Heading,
    Masthead,
    NewLine,
    Piece,
    Run,
    RunningText,
    ShareBar,
    Split,
    Tabular,
    TickBox,
    WeekBars,
    texts_of,
)
from game.print.layout import CELL, WIDTH, title_setting
from game.print.mirrored import in_reading_order
from game.print.sheet import BOLD, REGULAR, Mark, Sheet
from game.print.svg import WEIGHTS, direction, svg
from game.print.typeset import Type

FAMILY = "Nunito,'Segoe UI',Arial,sans-serif"
STYLE = """
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact;background:#fff}
body{font:600 9.2pt/1.32 FAMILY;color:#1d1720;max-width:190mm;margin:0 auto;padding:11mm 3mm}
@page{size:A4;margin:11mm 13mm 9mm}
@media print{body{max-width:none;padding:0}}
@media (max-width:150mm){h1{white-space:normal!important}}
b,th,h1,h2{font-weight:800}
h1{line-height:1.2;white-space:nowrap}
h2{font-size:10.2pt;margin:1.6mm 0 .7mm;break-after:avoid}
.dim,.small,footer{color:#55485a}
.small{font-size:8.2pt;margin-top:.6mm}
footer{font-size:7.2pt;line-height:1.25;margin-top:1.6mm;break-inside:avoid}
header{display:flex;justify-content:space-between;align-items:flex-end;gap:2mm}
header{border-bottom:.6mm solid #1d1720;padding-bottom:1.2mm;margin-bottom:1.6mm}
header aside{text-align:end;font-size:8.4pt;line-height:1.75;white-space:nowrap}
.boxes{display:flex;gap:2.4mm;margin:1.6mm 0}
.boxes div{flex:1;border:.3mm solid #1d1720;border-radius:2mm;padding:1.1mm 2.4mm;font-size:8.6pt}
.boxes b{display:block;font-size:15pt;line-height:1.2}
.two{display:grid;gap:6mm;break-inside:avoid;margin-top:2mm}
.two h2:first-child{margin-top:0}
svg{display:block;width:100%}
ul{list-style:none}
li{padding-inline-start:3.4mm;text-indent:-3.4mm;margin-bottom:.5mm;break-inside:avoid}
li:before{content:"\\2013";display:inline-block;width:3.4mm;text-indent:0}
table{border-collapse:collapse;width:100%;font-size:8.6pt;line-height:1.22}
thead{display:table-header-group}
tr{break-inside:avoid}
th{text-align:start;padding:.6mm 1mm}
thead th{font-size:7.8pt;line-height:1.2;vertical-align:bottom;border-bottom:.3mm solid #1d1720}
tbody>tr>*{border-bottom:.2mm solid #aaa;padding:.6mm 1mm;vertical-align:middle}
.n{text-align:end}
.curves{display:grid;grid-template-columns:repeat(3,1fr);gap:5mm;break-inside:avoid}
.box{border:.5mm solid #1d1720;border-radius:2.4mm;padding:2.2mm 3.4mm 1.8mm;margin-top:2.3mm;break-inside:avoid}
.box h2{margin-top:0}
.fields{display:flex;flex-wrap:wrap;gap:1.6mm 3mm;margin:1mm 0;font-size:8.2pt;align-items:end}
.fields span,.box td span{white-space:nowrap}
.box table{font-size:8.2pt}
.box th{white-space:nowrap}
.box th[scope=row]{font-weight:400}
.box tbody>tr>*{height:4.3mm;padding:0 .6mm;line-height:1.1}
.box td .blank{height:3.4mm}
.tick{display:inline-block;width:3.4mm;height:3.4mm;border:.35mm solid #1d1720;border-radius:.7mm}
.tick{vertical-align:-.6mm;margin-inline-end:.8mm}
.tick:not(:first-child){margin-inline-start:1.5mm}
.line{border-bottom:.25mm solid #777;height:6mm}
.blank{display:inline-block;border-bottom:.25mm solid #777;height:4.2mm;vertical-align:bottom;margin:0 1mm}
"""


def html(document: Document, type_: Type) -> str:
    """The page, with those letters of the type that it uses."""
    writer = _Writer(type_, document.is_rtl)
    body = "".join(writer.block(block) for block in document.blocks)
    said = f'lang="{escape(document.language)}"{direction(document.is_rtl)}'
    return (
        f'<!doctype html><html {said}><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(document.title)}</title>'
        f"<style>{_faces(document, type_)}{STYLE.replace('FAMILY', FAMILY)}</style></head>"
        f"<body>{body}<footer>{escape(document.foot)}</footer></body></html>\n"
    )


def _faces(document: Document, type_: Type) -> str:
    letters = sorted(set(texts_of(document)) | set("0123456789 \u2013/"))
    return "".join(
        f"@font-face{{font-family:Nunito;font-weight:{WEIGHTS[weight]};"
        f"src:url(data:font/ttf;base64,{b64encode(type_.fonts[weight].subset(letters)).decode('ascii')})}}"
        for weight in (REGULAR, BOLD)
    )


class _Writer:
    """Writes blocks one after another."""

    def __init__(self, type_: Type, is_rtl: bool) -> None:
        self.type, self.is_rtl = type_, is_rtl

    def block(self, block: Block) -> str:
        match block:
            case Masthead(title, lines, blanks):
                about = "".join(f'<p class="dim">{escape(line)}</p>' for line in lines)
                by_hand = "<br>".join(f"{escape(text)} {_blank(44)}" for text in blanks)
                size = title_setting(self.type, block, WIDTH).size
                head = f'<h1 style="font-size:{size:.1f}pt">{escape(title)}</h1>'
                return f"<header><div>{head}{about}</div><aside>{by_hand}</aside></header>"
            case Heading(text):
                return f"<h2>{escape(text)}</h2>"
            case RunningText(pieces, is_small):
                return f"<p{' class=small' if is_small else ''}>{_runs(pieces)}</p>"
            case Bullets(items):
                return "<ul>" + "".join(f"<li>{_runs(item)}</li>" for item in items) + "</ul>"
            case Figures(boxes):
                inside = "".join(f"<div><b>{escape(value)}</b>{escape(text)}</div>" for value, text in boxes)
                return f'<div class="boxes">{inside}</div>'
            case WeekBars():
                return self._drawing(lambda width: week_bars(self.type, block, width), WIDTH * 0.52, block.said)
            case Curves(cards):
                return '<div class="curves">' + "".join(map(self._card, cards)) + "</div>"
            case Tabular():
                return self._grid(block)
            case AnswerLines(many):
                return '<div class="line"></div>' * many
            case TickBox():
                return _tick_box(block)
            case Split(left, right, share, rest):
                columns = f"grid-template-columns:{share:.2f}fr {1 - share:.2f}fr"
                first, second = ("".join(map(self.block, column)) for column in (left, (*right, *rest)))
                return f'<div class="two" style="{columns}"><section>{first}</section><section>{second}</section></div>'

    def _card(self, card: CurveCard) -> str:
        return self._drawing(lambda width: curve_card(self.type, card, width), WIDTH / 3 - 10, card.said)

    def _drawing(self, draw: Callable[[float], tuple[list[Mark], float]], width: float, said: str) -> str:
        marks, height = draw(width)
        sheet = in_reading_order(Sheet(width, height, tuple(marks)), self.type, self.is_rtl)
        return svg(sheet, FAMILY, said)

    def _grid(self, grid: Tabular) -> str:
        whole = sum(column.width for column in grid.columns)
        widths = "".join(f'<col style="width:{100 * column.width / whole:.1f}%">' for column in grid.columns)
        heads = "".join(
            f'<th scope="col"{" class=n" if column.is_number else ""}>{escape(column.head)}</th>'
            for column in grid.columns
        )
        rows = "".join(f"<tr>{''.join(self._cells(grid, row))}</tr>" for row in grid.rows)
        return f"<table><colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

    def _cells(self, grid: Tabular, row: Sequence[Cell]) -> Iterator[str]:
        whole = sum(column.width for column in grid.columns)
        for column, cell in zip(grid.columns, row, strict=True):
            match cell:
                case ShareBar(planned, done, most):
                    wide = column.width / whole * WIDTH - 3 * CELL
                    marks = share_bar(planned, done, most, wide, 6.4)
                    bar = in_reading_order(Sheet(wide, 6.8, tuple(marks)), self.type, self.is_rtl)
                    yield f"<td>{svg(bar, FAMILY, f'{done} / {planned}')}</td>"
                case Run(text, is_bold):
                    yield f'<th scope="row">{escape(text)}</th>' if is_bold else f"<td>{escape(text)}</td>"
                case text:
                    yield f"<td{' class=n' if column.is_number else ''}>{escape(text)}</td>"


def _runs(pieces: Sequence[Run]) -> str:
    return "".join(f"<b>{escape(run.text)}</b>" if run.is_bold else escape(run.text) for run in pieces)


def _tick_box(block: TickBox) -> str:
    fields = f'<div class="fields">{"".join(map(_pieces, block.fields))}</div>' if block.fields else ""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (block.name, *block.heads))
    rows = "".join(
        f'<tr><th scope="row">{_runs(row.name)}</th>{"".join(f"<td>{_pieces(cell)}</td>" for cell in row.cells)}</tr>'
        for row in block.rows
    )
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if block.rows else ""
    note = f'<p class="small">{escape(block.note)}</p>' if block.note else ""
    end = f'<div class="fields">{_pieces(block.end)}</div>' if block.end else ""
    return f'<div class="box"><h2>{escape(block.title)}</h2>{fields}{table}{note}{end}</div>'


def _pieces(pieces: Sequence[Piece]) -> str:
    out = ""
    for piece in pieces:
        match piece:
            case EmptyBox():
                out += '<i class="tick"></i>'
            case NewLine():
                out += "<br>"
            case Blank(width):
                out += _blank(width)
            case text:
                out += escape(text)
    return f"<span>{out}</span>"


def _blank(width: float) -> str:
    return f'<i class="blank" style="width:{width:g}mm"></i>'
