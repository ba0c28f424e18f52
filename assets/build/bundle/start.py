"""What a bundle starts."""

import sys

from game.__main__ import run

sys.exit(run())
