"""What SDL sends for a press of a key, by layout: recorded from real keys under X11, text input being off.

A key is named by what stands on it on a US keyboard; "kp1" is on the numeric keypad, which sends the same whether Num
Lock is on or off. Without text input pygame leaves `unicode` empty for what is not ASCII.
"""

from __future__ import annotations

import pygame

LETTERS = "ocpgrnehusli"
# What the layout has at the places of these letters of a US keyboard; the last three only where they were recorded.
LAYOUTS: dict[str, str] = {
    "us": "ocpgrnehu",
    "de": "ocpgrnehu",
    "fr": "ocpgrnehu",
    "dvorak": "rjlipb.dgonc",
    "ru": "щсзпктург",
    "bg": "дъзжихеги",
    "gr": "οψπγρνεηθ",
    "ara": "خؤحلقىثاع",
    "il": "םבפעראקיו",
    "th": "นแยเพืำ้ี",
}
PLACES = {**{chr(ord("a") + i): pygame.KSCAN_A + i for i in range(26)}, **{str(n): 29 + n for n in range(1, 10)},
          "0": 39, **{f"kp{n}": 88 + n for n in range(1, 10)}, "kp0": 98}  # fmt: skip
NAMED = {
    "space": (pygame.K_SPACE, pygame.KSCAN_SPACE, " "),
    "enter": (pygame.K_RETURN, pygame.KSCAN_RETURN, "\r"),
    "kp enter": (pygame.K_KP_ENTER, pygame.KSCAN_KP_ENTER, "\r"),
    "escape": (pygame.K_ESCAPE, pygame.KSCAN_ESCAPE, "\x1b"),
    "tab": (pygame.K_TAB, pygame.KSCAN_TAB, "\t"),
    "backspace": (pygame.K_BACKSPACE, pygame.KSCAN_BACKSPACE, "\x08"),
    "left": (pygame.K_LEFT, pygame.KSCAN_LEFT, ""),
    "right": (pygame.K_RIGHT, pygame.KSCAN_RIGHT, ""),
    "up": (pygame.K_UP, pygame.KSCAN_UP, ""),
    "down": (pygame.K_DOWN, pygame.KSCAN_DOWN, ""),
    "f1": (pygame.K_F1, pygame.KSCAN_F1, ""),
    "f5": (pygame.K_F5, pygame.KSCAN_F5, ""),
    "f11": (pygame.K_F11, pygame.KSCAN_F11, ""),
}


def pressed(key: str, layout: str = "us", mod: int = 0) -> pygame.event.Event:
    """The KEYDOWN of a key at its place on the keyboard; KeyError for a key nobody recorded."""
    if key in NAMED:
        code, place, char = NAMED[key]
    elif key.startswith("kp"):
        code, place, char = PLACES[key] | 1 << 30, PLACES[key], ""
    else:
        place = PLACES[key]
        own = dict(zip(LETTERS, LAYOUTS[layout])).get(key, key)
        code, char = ord(own), own if own.isascii() else ""
    return pygame.event.Event(pygame.KEYDOWN, key=code, scancode=place, unicode=char, mod=mod)


def place_of(char: str, layout: str) -> str:
    """The key somebody presses who means a letter or a digit: by what is printed on it where the layout is Latin."""
    own = LAYOUTS[layout]
    return LETTERS[own.index(char)] if char in own else char
