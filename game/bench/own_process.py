"""Code that is measured in a process of its own, and says what it found as one line of JSON, its last."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any


def said_by(code: str, *args: str, env: Mapping[str, str]) -> Any:
    """What the code printed last, in that environment. RuntimeError where it ended badly."""
    done = subprocess.run(
        [sys.executable, "-c", code, *args], env={**env, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}, stdout=subprocess.PIPE
    )
    if done.returncode:
        raise RuntimeError(f"a measured process ended with {done.returncode}")
    return json.loads(done.stdout.decode().splitlines()[-1])


def say(found: object) -> None:
    """For that process."""
    sys.stdout.write(json.dumps(found) + "\n")
