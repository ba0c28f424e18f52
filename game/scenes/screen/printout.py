"""A sheet of paper: a page that the family's own browser or reader shows and prints. Nothing is fetched from anywhere.

What is shown for printing is gone again in two minutes. Where no program shows it, it is kept among the family's
documents, to be printed elsewhere, and the page says where; only a new recovery code is not.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from html import escape

from game.scenes.routes import Next
from game.scenes.screen.background_task import BackgroundTaskPage
from game.scenes.screen.context import Context

STYLE = (
    "@page{size:A4;margin:22mm}body{font:14pt/1.5 sans-serif;color:#222;max-width:170mm;margin:auto}"
    "h1{font-size:20pt}li{margin:.4em 0}ul{list-style:none;padding:0}.big{font-size:26pt;font-weight:bold}"
)
log = logging.getLogger(__name__)


def sheet(title: str, *parts: str | Sequence[str], language: str = "en", big: str = "") -> str:
    """A title and what follows it: texts are paragraphs, sequences are lists; `big` stands large below the title.

    >>> "<li>1 &lt; 2</li>" in sheet("Sums", ["1 < 2"])
    True
    """
    body = f'<p class="big">{escape(big)}</p>' if big else ""
    for part in parts:
        if isinstance(part, str):
            body += f"<p>{escape(part)}</p>"
        else:
            body += "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in part) + "</ul>"
    return (
        f'<!doctype html><html lang="{escape(language)}"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style><h1>{escape(title)}</h1>{body}</html>\n"
    )


def made_up(ctx: Context) -> str:
    """What every page of the made-up family says of itself; "" for a real one."""
    return ctx.texts("paper_made_up") if ctx.is_demo else ""


def said_of_print(ctx: Context, kept: str) -> str:
    """What a grown-up reads of a page: that it is shown, or that no program shows it and where it is kept."""
    return ctx.texts("doctor_saved_closed", file=kept) if kept else ctx.texts("first_signs_shown")


def shown_or_kept(ctx: Context, name: str, page: str | bytes) -> str:
    """A small page, shown for printing, else kept: its path then, or "". OSError when it can be neither."""
    try:
        ctx.files.show(name, page)
    except OSError as error:
        log.warning("%s is not shown, so it is kept: %s", name, error)
        return ctx.files.save_file(name, page)
    return ""


class PrintsOut(BackgroundTaskPage):
    """Pages that take their time: made beside the loop, then shown or kept as above, or kept as was asked for."""

    def print_out(self, name: str, make: Callable[[], bytes], *, keeps: bool = False) -> Next | None:
        """Begins; `was_printed` says later how it went."""
        ctx = self.ctx

        def kept(path: str) -> None:
            self.was_printed(ctx.texts("print_kept", file=path) if keeps else said_of_print(ctx, path), is_good=True)

        def shown(_: str) -> None:
            self.was_printed(said_of_print(ctx, ""), is_good=True)

        def refused(why: str) -> None:
            self.was_printed(why, is_good=False)

        def not_shown(_: str) -> None:
            self.begin(ctx.files.print_out(name, make, keeps=True), kept, refused)

        task = ctx.files.print_out(name, make, keeps=keeps)
        return self.begin(task, kept if keeps else shown, refused if keeps else not_shown)

    def was_printed(self, said: str, *, is_good: bool) -> None:
        """What became of it, in the family's words."""


def printed(ctx: Context, name: str, page: str) -> str:
    """Saves a page in the family's documents and shows it with the computer's own program, which prints it; its path.
    OSError when it cannot be saved; where no program shows it, it is there all the same."""
    path = ctx.files.save_file(name, page)
    try:
        ctx.files.open(path)
    except OSError as error:
        log.warning("%s is saved, but no program shows it: %s", path, error)
    return path
