"""Saving a chart as a picture, from any page that has one."""

from __future__ import annotations

from game.scenes.parent.progress.chart_picture import MakesFiles
from game.scenes.routes import Next
from game.scenes.screen.background_task import BackgroundTaskPage


class SavesCharts(BackgroundTaskPage):
    """Says in `message` where the picture is, or in one line why it is not (`is_good`: which of the two)."""

    is_good = True

    def save_picture(self, make: MakesFiles) -> Next | None:
        """Among the family's documents; never over another. It is drawn beside the loop, and the page says so."""
        following = self.begin(self.ctx.files.save_files(make), self._saved, self._refused_to_save)
        if self.is_at_work:
            self.message, self.is_good = self.ctx.texts("chart_making"), True
        return following

    def _saved(self, path: str) -> None:
        self.message, self.is_good = self.ctx.texts("chart_saved", file=path), True
        self.changed()

    def _refused_to_save(self, why: str) -> None:
        self.message, self.is_good = why, False
        self.changed()
