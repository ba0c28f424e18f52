"""What the cards of trouble say, and which ways on each offers; nothing of it throws anything away."""

from __future__ import annotations

from game.frozen import dataclass
from game.scenes.screen.outside import TextSource
from game.ui.controls import Command


@dataclass(frozen=True, slots=True)
class TroubleButton:
    """One button; `command` also presses it from the keyboard or a pad."""

    name: str
    label: str
    line: str | None = None
    command: Command | None = None


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """What a card says; the first choice is the recommended one."""

    kind: str
    glyph: str
    title: str
    line: str
    tag: str
    choices: tuple[TroubleButton, ...]
    foot: str = ""


def damaged(
    words: TextSource, whole: int, gone: int, missing: str = "", copy: tuple[str, int] | None = None, *,
    can_look: bool = True, has_pin: bool = True, since: str = "", from_copy: str = "", unseen: int = 0,
) -> TroubleWords:  # fmt: skip
    """The diary is not whole: `missing` names the days of what is gone, `copy` the newest good copy (its date, its
    entries); `has_pin`: the PIN could be read. `since`: how many are gone cannot be known, because nothing told after
    that moment can be read; `gone` are then those that can be counted. `from_copy`: all that is whole is in the copy
    of that date. `unseen`: copies that could not be looked at; then nobody begins anew. Choices: go_on, copy, again or
    anew (only when nothing is left to go on with), look."""
    choices = []
    if whole:
        line = words("damaged_missing", when=missing) if missing else None
        if from_copy:
            line = words("damaged_from_copy", date=from_copy)
        choices.append(TroubleButton("go_on", words("damaged_go_on", n=whole), line))
    if copy:
        date, n = copy
        choices.append(TroubleButton("copy", words("damaged_copy"), words("damaged_copy_line", date=date, n=n)))
    if unseen and not choices:
        choices.append(TroubleButton("again", words("diskfull_again")))
    if not choices:
        choices.append(TroubleButton("anew", words("damaged_no_copy"), words("damaged_no_copy_line")))
    if can_look:
        choices.append(TroubleButton("look", words("damaged_look"), words("damaged_look_line")))
    title = words("damaged_title", n=gone) if gone else words("damaged_title_all")
    key = "damaged_line" if gone else "damaged_line_all"
    if since:
        title = words("damaged_title_least", n=gone) if gone else words("damaged_title_since")
        key = "damaged_line_since"
    if not (whole or copy):
        key = "damaged_line_unseen" if unseen else "damaged_line_none"
    line = words(key, whole=whole, all=whole + gone, when=since, n=unseen)
    if not has_pin:
        foot = words("damaged_no_pin")
    else:
        said = ["damaged_again"] * bool(gone or since) + ["damaged_asks_pin"] * bool(copy)
        foot = " ".join(words(key) for key in said)
    if unseen and (whole or copy):
        foot = words("damaged_unseen", n=unseen)
    return TroubleWords("damaged", "disk", title, line, words("trouble_nothing_thrown"), tuple(choices), foot)


def second_window(words: TextSource) -> TroubleWords:
    """Another window has the diary. Choices: look, close."""
    choices = (
        TroubleButton("look", words("second_look"), words("second_look_line")),
        TroubleButton("close", words("second_close")),
    )
    return TroubleWords(
        "second", "win", words("second_title"), words("second_line"), words("trouble_nothing_lost"), choices,
        words("second_wait"),
    )  # fmt: skip


def newer_diary(words: TextSource, newer: str, version: str, folder: str = "") -> TroubleWords:
    """A newer game wrote the diary. Choices: close, guest."""
    choices = (
        TroubleButton("close", words("newer_close"), words("newer_close_line")),
        TroubleButton("guest", words("newer_guest"), words("newer_guest_line")),
    )
    line = words("newer_line", newer=newer, version=version)
    return TroubleWords("newer", "up", words("newer_title"), line, words("trouble_nothing_lost"), choices, folder)


def disk_full(words: TextSource, unsaved: int, *, is_full: bool = True, is_end: bool = False) -> TroubleWords:
    """While playing, or at the end: `unsaved` facts are only in memory. Choices: again, elsewhere, go_on or close."""
    go_on = TroubleButton("go_on", words("diskfull_go_on"), words("diskfull_go_on_line"), Command.BACK)
    close = TroubleButton("close", words("diskfull_close"), words("diskfull_close_line", n=unsaved))
    choices = (
        TroubleButton("again", words("diskfull_again"), words("diskfull_again_line") if is_full else None),
        TroubleButton("elsewhere", words("diskfull_elsewhere"), words("diskfull_elsewhere_line")),
        close if is_end else go_on,
    )
    title = words("diskfull_title" if is_full else "diskfull_read_only")
    tag = words("diskfull_kept", n=unsaved)
    return TroubleWords("disk_full", "disk", title, words("diskfull_line"), tag, choices, words("diskfull_wait"))


def unwritable(words: TextSource, folder: str, *, is_full: bool = False) -> TroubleWords:
    """At the start: nothing could be kept in `folder`. Choices: again, guest, close."""
    choices = (
        TroubleButton("again", words("diskfull_again"), words("diskfull_again_line") if is_full else None),
        TroubleButton("guest", words("unwritable_guest"), words("unwritable_guest_line")),
        TroubleButton("close", words("stumbled_close")),
    )
    title = words("diskfull_title" if is_full else "diskfull_read_only")
    line = words("unwritable_line", folder=folder)
    return TroubleWords(
        "unwritable", "disk", title, line, words("trouble_nothing_lost"), choices, words("unwritable_foot")
    )


def replaced(words: TextSource, how: str, missing: int, new: int = 0, kept: str = "") -> TroubleWords:
    """The diary's file was replaced or removed, and nothing is lost: `how` it was mended (joined, anew, beside), how
    many entries were `missing` from the other file and `new` in it, and where what lay there is `kept`. Choices:
    go_on."""
    line = words(f"replaced_{how}", missing=missing, new=new)
    if kept and how == "anew":
        line += " " + words("replaced_kept", file=kept)
    title = words("replaced_title_beside" if how == "beside" else "replaced_title")
    choices = (TroubleButton("go_on", words("replaced_go_on"), command=Command.BACK),)
    return TroubleWords("replaced", "disk", title, line, words("trouble_nothing_lost"), choices, words("replaced_foot"))
