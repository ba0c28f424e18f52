"""A page that is given pictures by the page that shows them all."""

from __future__ import annotations

from game.core.own_draft import PictureSet
from game.scenes.parent.area import GrownUpsPage
from game.scenes.scene import Scene


class PictureTaker(GrownUpsPage):
    """A subclass says between which pictures, and takes the ones chosen."""

    def sets(self) -> tuple[PictureSet, ...]:
        raise NotImplementedError

    def take_pictures(self, pictures: PictureSet) -> Scene:
        """The page again, with them."""
        raise NotImplementedError
