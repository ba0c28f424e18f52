"""The routine's exercises and programmes, written down a second time: one line for each exercise that ships.

Doses are the routine's and no programmer's, so a slip in a level file must not pass. Whoever checks them, reads them here.
"""

from __future__ import annotations

# position, unit, f = for each foot, start, step, cap, seconds a unit, first week, things
DOSES = {
    line.split()[0]: line.split()[1:]
    for line in (
        "bear_walk      walking  seconds - 20 5 60 1  1 -",
        "lego_bricks    chair    pieces  f 3  1 10 5  1 small,box",
        "caterpillar    chair    reps    f 3  1 10 5  1 -",
        "lift_ride      standing reps    - 5  1 12 4  2 -",
        "river_stones   walking  seconds - 20 5 60 1  2 rope",
        "starfish_toes  chair    reps    - 5  1 15 4  1 -",
        "hedgehog_roll  chair    reps    f 5  1 15 3  1 ball",
        "giraffe_walk   walking  seconds - 15 5 45 1  3 -",
        "toe_artist     chair    shapes  f 2  1 6  10 2 pen",
        "seal_ball      chair    reps    - 3  1 10 6  1 ball",
        "penguin_walk   walking  seconds - 15 5 45 1  3 -",
        "mermaid_tail   floor    reps    - 5  1 15 4  1 -",
        "ribbon_snack   chair    reps    f 2  1 6  8  1 ribbon",
        "crab_shuffle   chair    reps    - 3  1 10 6  1 -",
        "treasure_sort  chair    pieces  f 3  1 10 6  2 small,bowls",
        "sky_bike       lying    reps    - 6  2 20 2  1 lying_mat",
        "magic_toe      chair    shapes  f 2  1 6  8  1 -",
        "duckling_walk  walking  seconds - 10 5 30 1  5 -",
        "animal_parade  walking  seconds - 40 8 80 1  6 -",
        "forest_walk    outdoors minutes - 10 5 30 60 1 -",
    )
}
# In the order of joining.
PROGRAMMES = {
    "children": [
        "bear_walk", "lego_bricks", "caterpillar", "lift_ride", "river_stones", "starfish_toes", "hedgehog_roll",
        "giraffe_walk", "toe_artist", "seal_ball", "penguin_walk", "mermaid_tail", "ribbon_snack", "crab_shuffle",
        "treasure_sort", "sky_bike", "magic_toe", "animal_parade",
    ],
    "prevention": [
        "starfish_toes", "mermaid_tail", "sky_bike", "crab_shuffle", "ribbon_snack", "toe_artist", "treasure_sort",
        "animal_parade",
    ],
    "grown_up": [
        "starfish_toes", "mermaid_tail", "sky_bike", "crab_shuffle", "ribbon_snack", "toe_artist", "treasure_sort",
        "animal_parade",
    ],
    "after_surgery": ["hedgehog_roll", "magic_toe", "caterpillar", "seal_ball", "treasure_sort"],
}  # fmt: skip
ON_ORDER, BESIDE = ["duckling_walk"], ["forest_walk"]  # of the children's
