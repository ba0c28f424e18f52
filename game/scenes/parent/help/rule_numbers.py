"""Every number of the rules for a parent: what it is, how much, why, and where it comes from.

The list is that of `game.core.numbers`, so a number that is added there is read here.
"""

from __future__ import annotations

from game.core.content import AgeBand
from game.core.numbers import Group, Quantity, Rules, bounds_of
from game.scenes.parent.area import age_key
from game.scenes.screen.context import Context
from game.scenes.screen.outside import TextSource
from game.scenes.screen.reading_sheet import Paragraph

# Days of play, which need not follow one another: so many of them are no weeks.
ONE_BY_ONE = (
    "good_days_for_growth", "good_days_for_new", "easy_days_for_set", "no_good_days", "ouch_stop_days",
    "surgery_half_days", "streak_days", "streak_days_strong", "bloom_days",
)  # fmt: skip


def pieces(ctx: Context) -> list[Paragraph]:
    """A paragraph for each number, under the headings of their groups."""
    words, rules, why = ctx.texts, ctx.catalogue.rules, ctx.catalogue.why
    rows = {group: [] if group is not Group.SESSION else _ages(ctx) for group in Group}
    for name, bounds in bounds_of(Rules).items():
        value = _amount(words, bounds.measure, getattr(rules, name), is_one_by_one=name in ONE_BY_ONE)
        reason, source = why[name].reason, why[name].source
        said = words("rules_number", what=words(f"rule_{name}"), value=value, why=reason, source=source)
        rows[bounds.group].append(said)
    return [
        Paragraph(said, words(f"rules_{group}") if i == 0 else "")
        for group in Group
        for i, said in enumerate(rows[group])
    ]


def _ages(ctx: Context) -> list[str]:
    """How long a session may be, by age."""
    words, out = ctx.texts, []
    for age in AgeBand:
        rule, why = ctx.catalogue.rules.ages[age], ctx.catalogue.why[age]
        first, most = (_amount(words, Quantity.SECONDS, n) for n in (rule.first_budget, rule.cap))
        out.append(
            words("rules_age", age=words(age_key(age)), first=first, most=most, why=why.reason, source=why.source)
        )
    return out


def _amount(words: TextSource, measure: Quantity, n: int, *, is_one_by_one: bool = False) -> str:
    """A number with what it counts, as people say it: whole weeks and minutes, but for days counted one by one."""
    match measure:
        case Quantity.OCLOCK:
            return f"{n:02}:00"
        case Quantity.PERCENT:
            return words.locale.per_cent(n)
        case Quantity.COUNT:
            return words.number(n)
        case _:
            return words.amount(measure, n) if is_one_by_one else words.counted(measure, n)
