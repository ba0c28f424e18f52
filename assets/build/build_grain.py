"""Makes the paper's grain, a tile of 256 pixels with brightness 251 +- 1.9, seamless both ways.

python build_grain.py ../grain.png      (needs numpy and pygame-ce; the game needs only the picture)
"""

from __future__ import annotations

import sys

import numpy as np
import pygame


def octave(rng: np.random.Generator, n: int, k: int) -> np.ndarray:
    """Noise of cells k pixels wide, softened around the seam as well."""
    a = np.kron(rng.standard_normal((n // k, n // k)), np.ones((k, k)))
    for axis in (0, 1):
        for _ in range(2 if k > 1 else 0):
            a = (a + np.roll(a, 1, axis) + np.roll(a, -1, axis)) / 3
    return a / a.std()


def grain(n: int = 256, seed: int = 3) -> np.ndarray:
    """n x n x 3 bytes: four octaves and short fibres."""
    rng = np.random.default_rng(seed)
    noise = octave(rng, n, 1) + octave(rng, n, 2) * 1.3 + octave(rng, n, 4) * 0.8 + octave(rng, n, 16) * 0.7
    fibre = rng.standard_normal((n, n))
    for _ in range(9):
        fibre = (fibre + np.roll(fibre, 1, 1)) / 2
    noise = noise / noise.std() + fibre / fibre.std() * 0.7
    value = np.clip(251 + noise / noise.std() * 1.9, 238, 255).astype("uint8")
    return np.stack([value, value, np.clip(value.astype(int) - 2, 0, 255).astype("uint8")], -1)


if __name__ == "__main__":
    pygame.image.save(pygame.surfarray.make_surface(grain()), sys.argv[1])
