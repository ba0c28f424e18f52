"""A sheet of paper: a page of HTML that the family's own browser shows and prints. Nothing is fetched from anywhere."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from html import escape

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


def printed(ctx: Context, name: str, page: str) -> str:
    """Saves a page in the family's documents and shows it with the computer's own program, which prints it; its path.
    OSError when it cannot be saved; where no program shows it, it is there all the same."""
    path = ctx.files.save_file(name, page)
    try:
        ctx.files.open(path)
    except OSError as error:
        log.warning("%s is saved, but no program shows it: %s", path, error)
    return path
