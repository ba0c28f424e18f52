"""Rectangles of pixels that have to be drawn anew."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

# What one rectangle about two may cover in vain: a part of both, and pixels that cost less than another rectangle.
VAIN_SHARE, VAIN_PIXELS = 0.1, 4000


def area(rect: pygame.Rect) -> int:
    """Its pixels."""
    return rect.w * rect.h


def is_one(a: pygame.Rect, b: pygame.Rect) -> bool:
    """Whether one rectangle about both covers little in vain."""
    covered = area(a) + area(b) - area(a.clip(b))
    return area(a.union(b)) - covered <= max(VAIN_PIXELS, VAIN_SHARE * covered)


def apart(rects: Iterable[pygame.Rect]) -> list[pygame.Rect]:
    """Rectangles that cover the same and do not meet, so that no pixel is drawn twice: two that meet become one where
    little is covered in vain, else only what lies beyond the other is left of the smaller one."""
    out: list[pygame.Rect] = []
    todo = sorted(rects, key=area)
    while todo:
        rect = todo.pop()
        if not rect:
            continue
        hit = rect.collidelist(out)
        if hit < 0:
            out.append(rect)
            continue
        other = out[hit]
        if is_one(rect, other):
            out.pop(hit)
            todo.append(rect.union(other))
        else:
            todo += beyond(rect, other)
    return out


def beyond(rect: pygame.Rect, other: pygame.Rect) -> list[pygame.Rect]:
    """What of a rectangle lies beyond another that it meets: above, below, left and right of it; some are empty."""
    cut = rect.clip(other)
    return [
        pygame.Rect(rect.x, rect.y, rect.w, cut.y - rect.y),
        pygame.Rect(rect.x, cut.bottom, rect.w, rect.bottom - cut.bottom),
        pygame.Rect(rect.x, cut.y, cut.x - rect.x, cut.h),
        pygame.Rect(cut.right, cut.y, rect.right - cut.right, cut.h),
    ]
