"""`python -m game` is the same program as `barefoot-trail`, and what a bundle starts."""

import sys


def run() -> int:
    """The command asked for; or a device is tried, where a bundle was started for that. The exit code."""
    from game.ui.audio import device_tries

    if sys.argv[1:2] == [device_tries.TRY]:
        device_tries.run(sys.argv[2])
        return 0
    from game.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(run())
