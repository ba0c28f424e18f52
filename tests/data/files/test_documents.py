"""Files for people: whole or not there, and in the first place that takes them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.data.files import documents


def test_a_file_goes_into_the_first_folder_that_takes_it(tmp_path: Path) -> None:
    (tmp_path / "no-folder").write_text("a file", encoding="utf-8")
    saved = documents.save("a.txt", "text", [tmp_path / "no-folder", tmp_path / "good", tmp_path / "never"])
    assert saved == tmp_path / "good" / "a.txt" and saved.read_text(encoding="utf-8") == "text"
    assert not (tmp_path / "never").exists()


def test_where_no_folder_takes_it_the_first_ones_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    with pytest.raises(FileExistsError):
        documents.save("a.txt", "text", [tmp_path / "file", tmp_path / "file" / "below"])
    with pytest.raises(FileNotFoundError, match=r"no folder for a\.txt"):
        documents.save("a.txt", "text", [])


def test_a_file_half_written_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        documents.write(tmp_path / "a.txt", "whole, then half a letter: " + 9000 * "x" + "\ud800")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "before"


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    names = [documents.save("a.b.txt", text, [tmp_path]).name for text in "123"]
    assert names == ["a.b.txt", "a.b-2.txt", "a.b-3.txt"]
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in names] == ["1", "2", "3"]


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_what_is_saved_is_for_its_owner_alone(tmp_path: Path) -> None:
    saved = documents.save("a.txt", "a nickname", [tmp_path])
    assert saved.stat().st_mode & 0o777 == 0o600


def test_files_that_belong_together_are_all_new_or_none_is(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.bin"
    documents.write_all({first: "one", second: b"\x00\xff"})
    with pytest.raises(UnicodeEncodeError):
        documents.write_all({first: "two", second: "half a letter: \ud800"})
    assert (first.read_text(encoding="utf-8"), second.read_bytes()) == ("one", b"\x00\xff")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.bin"]
