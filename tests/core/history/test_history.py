"""Records folded as they were told, less what was taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.core.events import Retracted, SessionStarted
from game.core.history.fold import fold, whole_telling
from game.core.history.history import empty_family
from game.core.history.persistent import MANY, AppendOnly, Records
from tests.diary import START, lived


def test_records_grow_without_changing_what_they_were() -> None:
    versions = [Records[int]()]
    for n in range(3 * MANY):
        versions.append(versions[-1].having({f"k{n}": n, "k0": -n}))
    for n, version in enumerate(versions):
        assert len(version) == n and list(version) == [f"k{i}" for i in range(n)]
    assert versions[5]["k0"] == -4 and versions[-1]["k0"] == -(3 * MANY - 1)
    assert "k9" not in versions[5] and versions[5] == {f"k{i}": i or -4 for i in range(5)}


def test_taking_a_play_back_takes_what_hangs_on_it() -> None:
    robin = lived("+0 morning * finished well right\n+0 morning bear_walk ouch 2", 1).robin
    bear = next(a for a in robin.child.attempts.values() if a.exercise == "bear_walk")
    robin.record(START, 21, Retracted(bear.event))
    assert bear.id not in robin.child.attempts
    assert robin.child.stars == 6  # its own three are gone, and the one for the whole quest


def test_taking_a_session_back_takes_all_its_plays() -> None:
    robin = lived("+0 morning * finished well right", 1).robin
    begun = next(e for e in robin.events if isinstance(e.fact, SessionStarted))
    robin.record(START, 21, Retracted(begun.id))
    assert (dict(robin.child.attempts), robin.child.stars) == ({}, 0)


def test_the_whole_telling_is_kept_in_its_order() -> None:
    robin = lived(
        "+0 morning * finished well right\n+1 retract +0 morning *\n+1 morning * finished well right", 2
    ).robin
    assert whole_telling(robin.child) == robin.events


def test_stars_of_a_word_said_anew_count_once() -> None:
    robin = lived(
        "+0 morning * finished well right\n+1 retract +0 morning *\n+1 hold\n+0 morning * finished helped right",
        3,
        late=True,
    ).robin
    assert robin.child.stars == 3 * 2 + 1


def test_what_was_told_about_a_play_that_was_taken_back_stays_without_effect() -> None:
    robin = lived("+0 morning * finished well right", 1).robin
    bear = next(a for a in robin.child.attempts.values() if a.exercise == "bear_walk")
    late = [e for e in robin.events if getattr(e.fact, "attempt", getattr(e.fact, "about", "")) == bear.id][1:]
    first = [e for e in robin.events if e not in late]
    family = fold(empty_family(), first)
    robin.family = family
    robin.record(START, 21, Retracted(bear.event))
    again = fold(robin.family, late)
    assert again.children["robin"].stars == robin.child.stars
    assert bear.id not in again.children["robin"].attempts


def test_a_telling_grows_without_changing_what_it_was() -> None:
    first = AppendOnly("ab")
    longer, other = first.and_then("cd"), first.and_then("xy")
    assert [*first] == ["a", "b"] and [*longer] == [*"abcd"] and [*other] == [*"abxy"]
    assert (longer[-1], longer[1:3], len(other), longer[0]) == ("d", ("b", "c"), 4, "a")
    assert longer.begins_with(first) and other.begins_with(first) and not first.begins_with(longer)
    assert longer != other and longer == AppendOnly("abcd") and [*reversed(longer)] == [*"dcba"]
    assert [*longer.and_then("e")] == [*"abcde"] and [*longer.and_then("f")] == [*"abcdf"]


class Between(tuple[str, ...]):
    """Facts in whose middle another thread has its turn."""

    then: Callable[[], object]

    def __iter__(self) -> Iterator[str]:
        self.then()
        return super().__iter__()


def test_whoever_goes_on_from_a_row_while_another_does_has_a_row_of_its_own() -> None:
    """Whoever works beside the loop folds from the same family: none of it may ever stand in the one that is shown."""
    row: AppendOnly[str] = AppendOnly(["a"])
    others: list[AppendOnly[str]] = []
    facts = Between(("b", "c"))
    facts.then = lambda: others.append(row.and_then(("other",)))
    mine = row.and_then(facts)
    assert (list(row), list(mine)) == (["a"], ["a", "b", "c"])
    assert others and all(list(other) == ["a", "other"] for other in others)
    assert list(mine.and_then(("d",))) == ["a", "b", "c", "d"]


def test_a_row_grows_in_place_once_and_is_copied_for_another_continuation() -> None:
    row: AppendOnly[int] = AppendOnly([1])
    one = row.and_then((2,))
    other = row.and_then((3,))
    assert one._all is row._all and other._all is not row._all
    assert (list(row), list(one), list(other), list(row.and_then(()))) == ([1], [1, 2], [1, 3], [1])
    assert not row._claims or set(row._claims) == {1}, "claims do not pile up"
    for n in range(100):
        one = one.and_then((n,))
    assert len(one._claims) <= 1 and one._all is row._all
