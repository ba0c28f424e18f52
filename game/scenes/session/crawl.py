"""Where a foot stands that comes further with every bridge it makes: the caterpillar. Design units.

There is room for a few bridges. After the last of them the foot steps back to where it began, lifted as a foot is, and
the next bridge follows.
"""

from __future__ import annotations

from game.frozen import dataclass
from game.ui.art.puppet_view import PuppetView

AHEAD = 40.0  # of its usual ground point a foot begins: its trail lies beside the button below it
BRIDGES = 5  # until it steps back
TOES_REACH = 396  # rig units from a foot's ground point to the tips of its toes
HEEL_REACHES = 78  # and back to the end of its heel
COMES = 0.42  # of a bridge: the heel has come to the toes
STEP_BACK = "caterpillar_back"  # the clip; it does in place what the way below moves
BACK = 0.2  # of a bridge's time
UP, DOWN = 0.2, 0.8  # of the step: off the floor in between


@dataclass(frozen=True, slots=True)
class Crawled:
    """One moment: which pictures at which phase, how far from the usual ground point."""

    view: PuppetView
    phase: float
    x: float


@dataclass(frozen=True, slots=True)
class Crawl:
    """`bridge` goes on by its own advance, `back` is the step back; `scale` is that of the pictures."""

    bridge: PuppetView
    back: PuppetView
    scale: float
    is_mirrored: bool

    def at(self, loops: float) -> Crawled:
        """The moment after so many bridges, the present one being part of the last."""
        done, phase = int(loops), loops % 1.0
        here = self._way(done % BRIDGES)
        if done == 0 or done % BRIDGES:
            return Crawled(self.bridge, phase, here)
        if phase < BACK:
            share, there = phase / BACK, self._way(BRIDGES)
            gone = min(1.0, max(0.0, (share - UP) / (DOWN - UP)))
            return Crawled(self.back, share, there + (here - there) * gone * gone * (3 - 2 * gone))
        return Crawled(self.bridge, (phase - BACK) / (1 - BACK), here)

    def marks(self, x: float, amount: int) -> tuple[float, ...]:
        """Where the toes lie at first and after each of so many bridges, of a foot whose usual ground point is `x`."""
        ahead = TOES_REACH * self.scale
        toes = x + (-ahead if self.is_mirrored else ahead)
        return tuple(toes + self._way(n) for n in range(min(BRIDGES, amount) + 1))

    def trail(self, x: float, loops: float) -> tuple[float, float] | None:
        """From where to where the heel has come since it last began, of a foot whose usual ground point is `x`: nothing
        before its first bridge, and nothing while the foot is on its way back."""
        done, phase = int(loops), loops % 1.0
        share = (phase - BACK) / (1 - BACK) if done and done % BRIDGES == 0 else phase
        come = done % BRIDGES + (share >= COMES)
        if not come:
            return None
        heel = x + (HEEL_REACHES if self.is_mirrored else -HEEL_REACHES) * self.scale
        return heel + self._way(0), heel + self._way(come)

    def _way(self, bridges: int) -> float:
        way = bridges * self.bridge.advance + AHEAD
        return -way if self.is_mirrored else way
