"""A foot that crawls comes further with every bridge, and steps back where there is no more room."""

from __future__ import annotations

import pygame
import pytest

from game.core.content import Foot
from game.core.events import QuestKind
from game.scenes.session.crawl import BRIDGES, Crawl
from game.scenes.session.demonstration import ExerciseAnimation
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from tests.assets.test_movements import SOLE
from tests.player import Player
from tests.puppet_points import extent
from tests.scenes.session.test_session import at_play

FINE = 240  # moments of a bridge
FASTEST = 26.0  # design units from one of them to the next


@pytest.fixture(params=[Foot.LEFT, Foot.RIGHT], ids=lambda foot: foot.value)
def crawl(request: pytest.FixtureRequest) -> Crawl:
    player = Player.with_family()
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, (as_level(player.ctx, "caterpillar"),))
    session.stretch_at = next(i for i, s in enumerate(session.stretches) if s.foot is request.param)
    found = ExerciseAnimation(session).crawl
    assert found
    return found


def test_after_the_last_bridge_the_foot_steps_back_and_never_jumps(crawl: Crawl):
    places = []
    for i in range((2 * BRIDGES + 1) * FINE):
        moment = crawl.at(i / FINE)
        foot = extent("foot_side", moment.view.clip, moment.phase, {"toe1"})[2] if not i % 8 else 0.0
        places.append((i, moment.x, foot))
    shown = [x + (-foot if crawl.is_mirrored else foot) * crawl.scale for i, x, foot in places if not i % 8]
    assert max(abs(b - a) for a, b in zip(shown, shown[1:])) <= 8 * FASTEST


def test_no_picture_of_the_next_bridge_is_shown_before_the_foot_has_come_to_where_it_begins(crawl: Crawl):
    """For a thirtieth of a second before each count the foot lay a whole bridge further back."""
    heels = []
    for i in range(FINE * 9 // 10, FINE * 11 // 10):
        moment = crawl.at(i / FINE)
        (picture, (left, _)), k = moment.view.at(moment.phase), moment.view.k
        solid = pygame.mask.from_surface(picture, 160).get_bounding_rects()
        edge = solid[0].unionall(solid[1:])
        heels.append(moment.x + (left + (edge.right if crawl.is_mirrored else edge.left)) / k)
    assert max(abs(b - a) for a, b in zip(heels, heels[1:])) <= 12


def test_the_foot_is_lifted_while_it_goes_back_and_lies_flat_before_and_after(crawl: Crawl):
    back = [crawl.at(BRIDGES + i / FINE) for i in range(FINE)]
    going = [moment for moment in back if moment.view is crawl.back]
    floor = extent("foot_side", "caterpillar", 0.0, SOLE)[3]
    soles = {round(m.phase, 2): extent("foot_side", m.view.clip, m.phase, SOLE)[3] for m in going[::6]}
    assert min(soles.values()) <= floor - 40
    assert soles[0.0] == pytest.approx(floor, abs=1)
    far, near = going[0].x, going[-1].x
    assert abs(far - near) > 300, "the whole way"
    for moment in going:
        if abs(moment.x - far) > 12 and abs(moment.x - near) > 12:
            assert extent("foot_side", moment.view.clip, moment.phase, SOLE)[3] <= floor - 8, "it does not slide"


def test_the_last_stitch_lies_where_the_toes_end(crawl: Crawl):
    marks = crawl.marks(500, 8)
    assert len(marks) == BRIDGES + 1
    step = abs(marks[1] - marks[0])
    assert step == pytest.approx(crawl.bridge.advance)


def test_behind_the_heel_lies_how_far_it_has_come_and_nothing_while_it_goes_back(crawl: Crawl):
    assert crawl.trail(500, 0.0) is None and crawl.trail(500, 0.3) is None
    toward = -1 if crawl.is_mirrored else 1
    long = [crawl.trail(500, i + 0.6) for i in range(BRIDGES)]
    for i, trail in enumerate(long):
        assert trail and (trail[1] - trail[0]) * toward == pytest.approx((i + 1) * crawl.bridge.advance)
        moment = crawl.at(i + 0.6)
        left, _, right, _ = extent("foot_side", moment.view.clip, moment.phase, SOLE)
        heel = (left - 200) * crawl.scale
        assert trail[1] == pytest.approx(500 + moment.x + heel * toward, abs=8), "to the end of the heel"
    assert crawl.trail(500, BRIDGES + 0.1) is None and crawl.trail(500, BRIDGES + 0.3) is None
    assert crawl.trail(500, BRIDGES + 0.9) == long[0]


@pytest.mark.parametrize("foot", [Foot.LEFT, Foot.RIGHT])
def test_the_trail_lies_beside_the_round_buttons_and_not_under_them(foot: Foot):
    """It began under the plaster, and with the other foot under the pause."""
    player = Player.with_family()
    at_play(player, "caterpillar")
    scene = player.scene
    assert isinstance(scene, PlayScreen)
    scene.session.stretch_at = next(i for i, s in enumerate(scene.session.stretches) if s.foot is foot)
    player.navigator.put(shown := PlayScreen(scene.session))
    crawl, x = shown.show_.crawl, shown.show_.poses[0].x
    assert crawl and crawl.is_mirrored is shown.show_.is_mirrored
    trails = [trail for i in range(BRIDGES * 20) if (trail := crawl.trail(x, i / 20))]
    left, right = min(min(t) for t in trails) - 6, max(max(t) for t in trails) + 6
    for widget in shown.widgets:
        box = widget.box
        assert not (box.y < 606 and box.bottom > 578 and box.x < right and left < box.right), widget.name
    stitches = crawl.marks(x, BRIDGES)
    assert all(100 <= mark <= 1180 for mark in stitches)
