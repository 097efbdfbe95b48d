#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many places: what takes longer than a frame is worked out beside, and the map shows it when it is there."""

import json
import os

from harness import Session, run_tests
from explorer import copy_dataset, show

SIDE = 30


def square(number):
    """One large one, and 899 in a narrow strip east of it."""
    if number == 0:
        x, y, width, height = 100, 10, 30, 30
    else:
        x, y, width, height = 130 + number % SIDE * 0.1, 10 + number // SIDE, 0.1, 1
    return [[[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]]


def place_id(number):
    return f"XX-{number:03d}"


def make(folder):
    """A dataset of 900 places with nothing else in it."""
    numbers = range(SIDE * SIDE)
    empty = {name: lambda unused: [] for name in ("groups", "firms", "figures", "story", "checks")}

    def new_places(unused):
        return [{"id": place_id(n), "code": f"{100000 + n}", "groups": [],
                 **{key: {"en": f"P{n}", "zh_CN": f"P{n}"} for key in ("name", "short", "abbr")}} for n in numbers]

    def measures(old):
        kept = ("id", "label", "short", "decimals", "period", "description", "scale", "source", "status")
        measure = {key: old[0][key] for key in kept if key in old[0]}
        return [{**measure, "unit": "index", "total": None, "values": {place_id(n): n + 1 for n in numbers}}]

    copy_dataset(folder, places=new_places, measures=measures, **empty)
    with open(os.path.join(folder, "boundaries.geojson"), "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": [
            {"type": "Feature", "id": place_id(n), "properties": {"name": f"P{n}"},
             "geometry": {"type": "Polygon", "coordinates": square(n)}} for n in numbers]}, file)
    index = os.path.join(folder, "dataset.json")
    with open(index, encoding="utf-8") as file:
        dataset = json.load(file)
    dataset["files"] = {key: dataset["files"][key] for key in ("sources", "places", "boundaries", "measures", *empty)}
    dataset["default"] = {"measure": "lg-share"}
    with open(index, "w", encoding="utf-8") as file:
        json.dump(dataset, file)
    return folder


def places(program):
    """What is on the map where the large place is by its boundaries, at some points that none of the gaps has all of."""
    x, y, width, height = program.find(None, "Map").extents()
    found = set()
    for i in range(6):
        program.move(x + width * (0.45 + i * 0.011), y + height * (0.4 + i * 0.023))
        found.add(program.hovered())
    return found - {""}


def wait_for_map(program):
    program.wait_for(lambda: places(program) == {place_id(0)}, "the large place on the map")


def wait_for_others(program):
    program.wait_for(lambda: len(places(program) - {place_id(0)}) >= 2, "other places in its place")


def start(session, *arguments):
    program = session.start(["--dataset", make(os.path.join(session.folder, "many")), *arguments])
    program.find("label", "Share of all Little Giants")
    return program


def test_layouts():
    with Session() as session:
        program = start(session)
        wait_for_map(program)
        for layout in ("grid", "cartogram"):
            show(program, layout=layout)
            wait_for_others(program)
            show(program)
            wait_for_map(program)
        # One after another: what comes last is shown.
        for layout in ("grid", "cartogram", "map"):
            show(program, layout=layout)
        wait_for_map(program)
        program.quit()


def test_start():
    """A layout is asked for before there is any map, and a selection with it."""
    view = {"layout": "grid", "selection": [place_id(899)]}
    with Session() as session:
        program = start(session, "--view", json.dumps(view))
        wait_for_others(program)
        assert program.view() == view, program.view()
        program.quit()


def test_end():
    """Closed while a layout is on its way."""
    with Session() as session:
        program = start(session)
        show(program, layout="cartogram")
        program.quit()


run_tests([test_layouts, test_start, test_end])
