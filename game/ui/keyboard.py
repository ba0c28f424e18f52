"""Which character a key means, whatever keyboard layout is chosen.

Shortcuts are letters and digits of the Latin alphabet. A layout that has them (also Dvorak, AZERTY) keeps its own
places; one that has none (Cyrillic, Greek, Arabic) means the letter printed at that place of a Latin keyboard. The
row of digits and the numeric keypad mean their digits under every layout, with and without Shift and Num Lock.
Text that is typed never comes this way: it is what the layout or the input method makes of it.
"""

from __future__ import annotations

import unicodedata

import pygame

A, Z = pygame.KSCAN_A, pygame.KSCAN_Z
ROWS = ((pygame.KSCAN_1, pygame.KSCAN_0), (pygame.KSCAN_KP_1, pygame.KSCAN_KP_0))  # nine digits, then the nought
NAMED = 1 << 30  # SDL's key codes from here on are names of keys that have no character


def char_of(event: pygame.event.Event) -> str:
    """The lower case character a KEYDOWN means, "" for a key without one. Digits are always 0 to 9."""
    place = getattr(event, "scancode", 0)
    own = _own(event)
    if "0" <= own <= "9":
        return own
    if digit := _digit_at(place):
        return digit if not ("a" <= own <= "z") else own
    if own and (own.isascii() or _is_latin(own)):
        return own
    if A <= place <= Z and event.key < NAMED:
        return chr(ord("a") + place - A)
    return own


def name_of(event: pygame.event.Event) -> str:
    """By which a family may choose the key of a KEYDOWN: its character, else what SDL calls it, in lower case."""
    char = char_of(event)
    return char if char.strip() else pygame.key.name(event.key).lower()


def _own(event: pygame.event.Event) -> str:
    """What the layout itself says; without text input pygame leaves `unicode` empty for whatever is not ASCII."""
    if 0x20 <= event.key < 0x7F or 0x80 < event.key < NAMED:
        return chr(event.key).lower()
    return event.unicode.lower() if event.unicode.isprintable() else ""


def _digit_at(place: int) -> str:
    for first, last in ROWS:
        if first <= place <= last:
            return str((place - first + 1) % 10)
    return ""


def _is_latin(char: str) -> bool:
    return all(unicodedata.name(c, "").startswith("LATIN") for c in char)
