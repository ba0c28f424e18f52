"""Every small change that could be made to a module and would most likely be a mistake.

The text is changed and not the tree, so that a survivor can be looked at in its own line.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

COMPARED = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}  # fmt: skip
REACHED = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "+"), ast.FloorDiv: ("//", "*"),
           ast.Div: ("/", "*"), ast.BitOr: ("|", "&"), ast.BitAnd: ("&", "|"), ast.Mod: ("%", "*")}  # fmt: skip
TURNED = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, slots=True)
class Change:
    """In `line` (from 1) `before` becomes `after`; `source` is the whole text with it.

    `lines` are those of its statement, of an `if` or a loop the head alone; none where it is done at the import.
    """

    line: int
    column: int
    before: str
    after: str
    source: str
    lines: range

    @property
    def text(self) -> str:
        """The changed line."""
        return self.source.splitlines()[self.line - 1].strip()


class _Finder(ast.NodeVisitor):
    """Spans of bytes and what could stand there.

    Annotations, decorators and plain texts are left alone, and so are an `assert` and the `strict` of a `zip`: they say
    what is so already, and saying less of it changes nothing.
    """

    def __init__(self, source: str) -> None:
        self.raw = source.encode()
        self.starts = list(itertools.accumulate((len(x) for x in self.raw.splitlines(keepends=True)), initial=0))
        self.found: list[tuple[int, int, str]] = []
        self.statements: list[ast.stmt] = []  # those that a call runs, the inner ones after the outer ones

    def at(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column

    def span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)

    def between(self, left: ast.expr, right: ast.expr, sign: str, other: str) -> None:
        """The sign that stands between two expressions, past brackets, comments and line ends."""
        start, end = self.span(left)[1], self.span(right)[0]
        pattern = re.escape(sign).replace(r"\ ", r"\s+")
        pattern = rf"\b{pattern}\b" if sign[0].isalpha() else pattern
        if hit := re.search(pattern.encode(), self.raw[start:end]):
            self.found.append((start + hit.start(), start + hit.end(), other))

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, op, right in zip((node.left, *node.comparators), node.ops, node.comparators):
            self.between(left, right, *COMPARED[type(op)])
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in REACHED and (self.statements or not isinstance(node.op, ast.BitOr)):  # there, of types
            self.between(node.left, node.right, *REACHED[type(node.op)])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        sign, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in itertools.pairwise(node.values):
            self.between(left, right, sign, other)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            start, end = self.span(node)[0], self.span(node.operand)[0]
            self.found.append((start, end, self.raw[start + 3 : end].decode().lstrip()))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        start, end = self.span(node)
        if node.value is True or node.value is False:
            self.found.append((start, end, str(not node.value)))
        elif isinstance(node.value, int | float):
            self.found.append((start, end, repr(node.value + 1)))

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in CALLED:
            self.found.append((*self.span(node.func), CALLED[node.func.id]))
        self.generic_visit(node)

    def turned(self, test: ast.expr) -> None:
        """The other branch, where no other change of the condition says the same."""
        is_turned = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        is_turned |= isinstance(test, ast.Compare) and [type(op) in TURNED for op in test.ops] == [True]
        if not is_turned:
            start, end = self.span(test)
            self.found.append((start, end, f"not ({self.raw[start:end].decode()})"))

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.turned(node.test)
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        if "TYPE_CHECKING" not in ast.dump(node.test):
            self.turned(node.test)
            self.generic_visit(node)

    def visit_Assert(self, node: ast.Assert) -> None:
        pass

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg != "strict":
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in (*node.args.defaults, *(x for x in node.args.kw_defaults if x)):
            self.visit(default)
        self.statements += (n for part in node.body for n in ast.walk(part) if isinstance(n, ast.stmt))
        for part in node.body:
            self.visit(part)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for part in node.body:
            self.visit(part)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def lines(self, line: int) -> range:
        """Of the innermost statement of a function that has this line."""
        for node in sorted(self.statements, key=lambda n: -n.lineno):
            end, body = node.end_lineno or node.lineno, getattr(node, "body", None)
            last = max(node.lineno, body[0].lineno - 1) if body else end
            if node.lineno <= line <= last:
                return range(node.lineno, last + 1)
            if node.lineno <= line <= end:  # a `case`
                return range(line, line + 1)
        return range(0)


def changes(source: str) -> Iterator[Change]:
    """Every change of a module's text, in its order.

    >>> [(c.before, c.after) for c in changes("def f(a: int = 3) -> bool:\\n    return a < 7 and not a")]
    [('3', '4'), ('<', '<='), ('7', '8'), ('and', 'or'), ('not ', '')]
    """
    finder = _Finder(source)
    finder.visit(ast.parse(source))
    for start, end, after in sorted(set(finder.found)):
        line = finder.raw.count(b"\n", 0, start) + 1
        changed = finder.raw[:start] + after.encode() + finder.raw[end:]
        before = finder.raw[start:end].decode()
        yield Change(line, start - finder.starts[line - 1], before, after, changed.decode(), finder.lines(line))
