"""Let changed lines wait for their clips: `python assets/build/put_off.py`.

Every clip ever committed stays in the repository's history, so lines are not spoken each time somebody turns a sentence,
but all at once before a release, by `build_voice.py`. Until then a line whose words are others than its clip's leaves the
list of lengths, and the game takes it for one nobody recorded: the computer's own voice says it, or it is only written.
Needs neither the model nor any package but the game's own.
"""

from __future__ import annotations

import json
from pathlib import Path

import lines

ASSETS = Path(__file__).resolve().parent.parent


def waiting(folder: Path, texts: Path) -> set[str]:
    """The lines below `texts` that the clips in `folder` do not say as they are written now."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    return {
        key
        for key, line in lines.spoken(texts).items()
        if manifest.get(key, {}).get("text") != line["text"] or not (folder / f"{key}.ogg").exists()
    }


def main() -> None:
    folder = ASSETS / "voice" / "en"
    late = waiting(folder, ASSETS / "text" / "en")
    seconds = json.loads((folder / "seconds.json").read_text("utf-8"))
    kept = {key: length for key, length in seconds.items() if key not in late}
    (folder / "seconds.json").write_text(json.dumps(kept, indent=0) + "\n", "utf-8")
    print(f"{len(late)} lines wait: {', '.join(sorted(late)) or 'none'}")


if __name__ == "__main__":
    main()
