"""What a fault test did, what went wrong, and what its control got wrong on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """`did` counts the work and must reach `at_least`, `wrong` must be 0 everywhere, `control` more than 0 everywhere:
    a test that does nothing or cannot fail proves nothing."""

    name: str
    did: Mapping[str, int]
    wrong: Mapping[str, int]
    control: Mapping[str, int]
    at_least: Mapping[str, int]

    def faults(self) -> list[str]:
        """Everything that is not as promised."""
        found = [f"{n} {what}" for what, n in self.wrong.items() if n]
        found += [f"only {self.did[what]} {what} of {n}" for what, n in self.at_least.items() if self.did[what] < n]
        found += [
            f"the control did not fail, the test sees nothing: 0 {what}" for what, n in self.control.items() if not n
        ]
        if not self.control or not self.at_least:
            found.append("a control and a count of the work are missing")
        return found

    def line(self) -> str:
        """All of it in one line."""
        parts = [self._counts(self.did), "wrong: " + self._counts(self.wrong), "control: " + self._counts(self.control)]
        verdict = "; ".join(self.faults())
        return f"{self.name}: {' | '.join(parts)} -> {'FAILED: ' + verdict if verdict else 'as promised'}"

    @staticmethod
    def _counts(counts: Mapping[str, int]) -> str:
        return ", ".join(f"{n:,} {what}" for what, n in counts.items())
