"""Code that is measured in a process of its own, and says what it found as one line of JSON, its last."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

Found = TypeVar("Found")


def said_by(found: Callable[..., Found], code: str, *args: str, env: Mapping[str, str]) -> Found:
    """What `found` makes of the values the code said, in that environment. RuntimeError where it ended badly."""
    done = subprocess.run(
        [sys.executable, "-c", code, *args], env={**env, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}, stdout=subprocess.PIPE
    )
    if done.returncode:
        raise RuntimeError(f"a measured process ended with {done.returncode}")
    return found(*json.loads(done.stdout.decode().splitlines()[-1]))


def say(found: tuple[object, ...]) -> None:
    """For that process."""
    sys.stdout.write(json.dumps(found) + "\n")
