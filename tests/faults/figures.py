"""What a fault test did, what went wrong, and what its control got wrong on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figures:
    """`did` counts the work, `wrong` must be 0 everywhere, `control` must be more than 0 somewhere: a test that cannot
    fail proves nothing."""

    name: str
    did: Mapping[str, int]
    wrong: Mapping[str, int]
    control: Mapping[str, int] = field(default_factory=dict)
    at_least: Mapping[str, int] = field(default_factory=dict)

    def faults(self) -> list[str]:
        """Everything that is not as promised."""
        found = [f"{n} {what}" for what, n in self.wrong.items() if n]
        found += [f"only {self.did[what]} {what} of {n}" for what, n in self.at_least.items() if self.did[what] < n]
        if self.control and not any(self.control.values()):
            found.append("the control did not fail: the test sees nothing")
        return found

    def line(self) -> str:
        """All of it in one line."""
        parts = [self._counts(self.did), "wrong: " + self._counts(self.wrong)]
        if self.control:
            parts.append("control: " + self._counts(self.control))
        verdict = "; ".join(self.faults())
        return f"{self.name}: {' | '.join(parts)} -> {'FAILED: ' + verdict if verdict else 'as promised'}"

    @staticmethod
    def _counts(counts: Mapping[str, int]) -> str:
        return ", ".join(f"{n:,} {what}" for what, n in counts.items())
