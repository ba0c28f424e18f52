"""The certificate of the end of the journey: one page of HTML, complete in itself, printed by the browser."""

from __future__ import annotations

from html import escape

from game.core.history.history import Child
from game.scenes.screen.context import Context
from game.scenes.screen.printout import made_up

STYLE = """
@page { size: A4 landscape; margin: 12mm }
body { margin: 0; font-family: Nunito, "Segoe UI", sans-serif; color: #43304A; text-align: center }
main { border: 3mm solid #FFC94D; border-radius: 10mm; padding: 10mm; background: #FFF9EC; min-height: 160mm }
h1 { font-size: 15mm; margin: 4mm 0 } p { font-size: 7mm; margin: 4mm 0 } .small { font-size: 5mm; color: #7A6278 }
.row svg { width: 14mm; height: 19mm; margin: 0 1.5mm } .friends svg { width: 26mm; height: 26mm; margin: 0 2mm }
.faint { opacity: .25 } hr { width: 80mm; border: 0; border-top: .5mm solid #7A6278; margin: 16mm auto 2mm }
"""


def certificate(ctx: Context, child: Child, bloom: int) -> str:
    """The page for a child with so many weeks in bloom."""
    texts, weeks = ctx.texts, ctx.catalogue.rules.graduation_weeks
    flowers = "".join(_picture(ctx, "bg/flower_coral", "" if week < bloom else "faint") for week in range(weeks))
    friends = "".join(_picture(ctx, f"cast/{animal}") for animal in ("pippa", "tik", "bo", child.animal, "koko", "fay"))
    title = escape(texts("graduation_banner"))
    return (
        f'<!doctype html><html lang="{escape(ctx.language)}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main>"
        f'<div class="friends">{friends}</div><h1>{title}</h1>'
        f"<p>{escape(texts('graduation_certificate', name=child.nickname))}</p>"
        f'<div class="row">{flowers}</div><p class="small">{escape(texts("graduation_weeks", n=bloom))}</p>'
        f"<p>{escape(texts('graduation_signed'))}</p>"
        f'<hr><p class="small">{escape(texts.date(ctx.today, "year"))}</p>'
        f'<p class="small">{escape(texts("graduation_after"))}</p><p class="small">{escape(made_up(ctx))}</p>'
        "</main></body></html>\n"
    )


def _picture(ctx: Context, part: str, look: str = "") -> str:
    w, h = ctx.art.library.drawing_size(part)
    return f'<svg viewBox="0 0 {w} {h}" class="{look}">{ctx.art.library.shapes(part)}</svg>'
