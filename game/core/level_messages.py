"""What is told of a mistake in a level file: English as it is, and by key and values in any other language.

`check` and the log tell it in English. A page takes `key` and `values` and asks the catalogue of texts for `level_KEY`,
where the same English stands; a value may be told of itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MESSAGES: Mapping[str, str] = MappingProxyType({
    # what is found instead
    "nothing": "nothing",
    "a_list": "a list",
    "a_table": "a table",
    "word": "{text}",
    "meant": "{problem} (did you mean {word}?)",
    # a field by itself
    "text": "expected text, found {found}",
    "text_empty": "the text is empty",
    "text_long": "has {n} characters, at most {most} are possible",
    "language": "expected a language in two or three letters, like en, found {found}",
    "table_empty": "the table is empty",
    "name": "expected a name of small letters, digits and _, found {found}",
    "name_only": "expected a name of small letters, digits and _",
    "name_quotes": "expected a name of small letters, digits and _, found {found}; write it in quotes if it is meant",
    "clip": "expected a clip as puppet/clip, e.g. bo_side/bear_walk, found {found}",
    "clip_quotes": "expected a clip as puppet/clip, e.g. bo_side/bear_walk, found {found}; write it in quotes if it is "
                   "meant",
    "one_of": "expected one of {words}, found {found}",
    "whole": "expected a whole number, {range}, found {found}",
    "range": "{low} to {high}",
    "range_of": "{low} to {high} {unit}",
    "outside": "{value} is outside {range}",
    "number": "expected a number, found {found}",
    "flag": "expected true or false, found {found}",
    "list": "expected a list, found {found}",
    "list_size": "needs {least} to {most} items, has {n}",
    "list_twice": "{found} is in the list twice",
    "unknown": "is not a known field",
    "missing": "is missing",
    "fields": "expected a table of fields, found {found}",
    "fields_many": "has {n} fields, at most {most} are possible",
    # one field and another
    "id_is_file": "the file is named {stem}, so the id must be {stem}, found {id}",
    "id_is_ours": "{stem} is shipped with the game and stays as it is; choose another id",
    "swap": "{thing} is not among the equipment",
    "below_start": "{cap} is below the start, {start}",
    "steps": "steps of {step} from {start} do not meet the cap, {cap}",
    "work": "with {name} {each} one set at the cap is {seconds} seconds of work, at most {work} are possible",
    "work_both": "with {name} {each} one set at the cap, both feet, is {seconds} seconds of work, at most {work} are "
                 "possible",
    "no_clip": "there is no clip {name}",
    "no_place": "there is no place {name}",
    "no_thing": "the game has no name for {name}",
    "no_thing_do": "{problem}; give it one under words.things",
    "no_exercise": "there is no exercise {name}",
    "place_twice": "{name} has a place in this programme already",
    "below": "{value} is below {name}, {least}; it must be at least as much",
    "product": "{many} x {seconds} seconds are more than {name}, {most}; lower one or raise the other",
    "budget_cap": "{cap} is below the first budget, {first}",
    "budget_first": "{first} is below {longest}, one exercise: change_seconds and work_seconds_most",
    # the file as a whole
    "not_looked": "cannot be looked into: {error}",
    "not_read": "cannot be read: {error}",
    "not_regular": "cannot be read: it is no regular file",
    "rules": "is not read: the numbers of the rules are those the game came with",
    "large": "the file is larger than {n} KiB",
    "not_utf8": "the file is not UTF-8 text (byte {n})",
    "character": "the character U+{code} may not be here",
    "character_unseen": "the character U+{code} cannot be seen and may not be here",
    "empty": "the file is empty",
    "second": "a second document (---) begins here; one file holds one",
    "events": "more than {most} words, lists and tables",
    "alias": "aliases (*) are not used here; write it out",
    "anchor": "anchors (&) are not used here; write it out",
    "tag": "tags (!) are not used here",
    "deep": "more than {most} lists and tables inside each other",
    "key": "a key must be a word",
    "key_twice": "{key} is written twice, first in line {line}",
    "yaml": "this is not YAML: {said}",
    "yaml_colon": "a colon stands where none may be; a text with a colon in it is written in quotes",
    "yaml_no_colon": "a colon and a blank are missing after a name",
    "yaml_tab": "a tab stands where blanks must be",
    "yaml_quote": "a quote is opened and not closed",
    "yaml_bracket": "a bracket is opened and not closed, or a comma is missing",
    "yaml_indent": "this line is moved in otherwise than those it belongs to",
    "yaml_of": "this is not YAML ({said})",
})  # fmt: skip


class Told(str):
    """A message: English as a string, and what it is made of."""

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, object]


def told(key: str, /, **values: object) -> Told:
    """A message of `MESSAGES`.

    >>> told("below_start", cap=5, start=10)
    '5 is below the start, 10'
    """
    said = Told(MESSAGES[key].format(**values))
    said.key, said.values = key, values
    return said


def in_other_words(text: str, message: Told) -> Told:
    """A message that `check` tells in the words of a program which found it; a page has the message's own."""
    said = Told(text)
    said.key, said.values = message.key, message.values
    return said
