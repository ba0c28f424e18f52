"""What files are called that a family saves: one way for all of them, safe on any disk, in the family's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.scenes.screen.file_names import LONGEST, file_name
from tests.player import Player

ROOT = Path(__file__).parents[3]
NICKNAMES = ("../Mia", "Зоя", "a/b\\c:d*e?", "  Jo  Lou ", "CON", "\U0001f43b", "Zoë", "Zoe\u0308")


def test_a_name_has_the_game_the_kind_the_child_and_the_day(player: Player) -> None:
    ctx = player.ctx
    assert (
        file_name(ctx, "Wall chart", "pdf", nickname="Anna") == f"Barefoot Trail - Wall chart - Anna - {ctx.today}.pdf"
    )
    assert file_name(ctx, "Diary", "jsonl") == f"Barefoot Trail - Diary - {ctx.today}.jsonl"


@pytest.mark.parametrize("nickname", NICKNAMES)
def test_no_nickname_makes_a_name_that_a_disk_refuses(player: Player, nickname: str, tmp_path: Path) -> None:
    name = file_name(player.ctx, "Heel/toe: over time", "png", nickname=nickname)
    assert not set(name) & set('/\\:*?"<>|') and name == name.strip() and "  " not in name and name.count(".") == 1
    (tmp_path / name).touch()


def test_two_ways_to_write_one_letter_are_one_name(player: Player) -> None:
    first, second = (file_name(player.ctx, "Diary", "txt", nickname=name) for name in ("Zoë", "Zoe\u0308"))
    assert first == second


def test_a_long_kind_is_cut_and_the_day_stays(player: Player) -> None:
    name = file_name(player.ctx, "Очень длинное упражнение " * 20, "png", nickname="Зоя")
    assert len(name.encode()) <= LONGEST + len(".png") and name.endswith(f" - Зоя - {player.ctx.today}.png")


def test_no_other_way_to_name_a_file_is_left() -> None:
    """Whoever saves or shows something asks for its name: none is written where it is used."""
    written = re.compile(r"\.(pdf|html|txt|ics|png|jsonl|csv|json)\b")
    saves = re.compile(r"\b(save_file|save_files|print_out|shown_or_kept|printed|files\.show)\(([^)]*)")
    for folder in ("scenes", "app"):
        for path in (ROOT / "game" / folder).rglob("*.py"):
            for found in saves.finditer(path.read_text(encoding="utf-8")):
                assert not written.search(found[2]), f"{path.name}: {found[0]}"
