"""What has become of a try at the gate before any PIN is looked at."""

from __future__ import annotations

from enum import Enum, auto


class Try(Enum):
    """No PIN is looked at but for a noted try, so that pulling the plug gives no free one."""

    NOTED = auto()  # on the disk
    AT_WORK = auto()  # a slow disk has not answered yet
    REFUSED = auto()  # the disk takes nothing
