"""How a command says no."""

from __future__ import annotations


class Refusal(Exception):
    """Something asked for cannot be done: one line for the user, and an exit code."""

    def __init__(self, line: str, code: int = 2) -> None:
        super().__init__(line)
        self.code = code
