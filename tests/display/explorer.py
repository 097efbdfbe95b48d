# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are in the program's window, for tests that point at them: places on the map, rows of lists."""

import json
import math
import os
import shutil

from harness import Failure

DATASET = os.environ["PIVOT_TEST_DATASET"]
# px that a map that shows everything leaves free around it.
MAP_PADDING = 24


def read(name):
    with open(os.path.join(DATASET, name), encoding="utf-8") as file:
        return json.load(file)


def copy_dataset(folder, **changes):
    """A copy of the bundled dataset. Changes are functions by name of a file without its ending: they get what the file
    holds, and return what the copy holds, as an object or as bytes."""
    shutil.copytree(DATASET, folder, ignore=shutil.ignore_patterns("*.py", "boundaries-hi.geojson"))
    index = os.path.join(folder, "dataset.json")
    with open(index, encoding="utf-8") as file:
        dataset = json.load(file)
    dataset["files"].pop("boundaries-hi", None)
    dataset["id"] = "copy"
    with open(index, "w", encoding="utf-8") as file:
        json.dump(dataset, file)
    for name, change in changes.items():
        path = os.path.join(folder, name + ".json")
        with open(path, encoding="utf-8") as file:
            changed = change(json.load(file))
        with open(path, "wb") as file:
            file.write(changed if isinstance(changed, bytes) else json.dumps(changed).encode())
    return folder


def mercator(longitude, latitude):
    return longitude / 360, -math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) / (2 * math.pi)


def positions(coordinates):
    """All positions of a GeoJSON geometry, however deep it nests them."""
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
    else:
        for part in coordinates:
            yield from positions(part)


class Map:
    """The map while it shows everything, as it does until somebody moves it."""

    def __init__(self, program):
        self.program = program
        features = read("boundaries.geojson")["features"]
        points = [mercator(*position[:2]) for feature in features
                  for position in positions(feature["geometry"]["coordinates"])]
        self.labels = {feature["id"]: feature["properties"]["label"] for feature in features}
        self.left, self.right = min(u for u, _ in points), max(u for u, _ in points)
        self.top, self.bottom = min(v for _, v in points), max(v for _, v in points)
        self.node = program.find(None, "Map")

    def locate(self, longitude, latitude):
        """Where a place of the Earth is on the screen."""
        x, y, width, height = self.node.extents()
        size = min((width - 2 * MAP_PADDING) / (self.right - self.left),
                   (height - 2 * MAP_PADDING) / (self.bottom - self.top))
        u, v = mercator(longitude, latitude)
        return (x + width / 2 + (u - (self.left + self.right) / 2) * size,
                y + height / 2 + (v - (self.top + self.bottom) / 2) * size)

    def where(self, place):
        return self.locate(*self.labels[place])

    def sea(self):
        """A point of the Pacific that is far from every place."""
        return self.locate(129, 26)

    def point_at(self, place):
        """Moves the pointer to a place, and waits until the program has seen it there."""
        self.program.move(*self.where(place))
        self.program.wait_for(lambda: self.program.hovered() == place, f"the pointer to be on {place}")

    def click(self, place, **arguments):
        self.point_at(place)
        self.program.click(*self.where(place), **arguments)


def selection(program):
    return program.view().get("selection", [])


def wait_for_selection(program, *places):
    """Waits until exactly these places are selected."""
    program.wait_for(lambda: sorted(selection(program)) == sorted(places),
                     f"the selection of {', '.join(places) or 'nothing'}")


def show(program, **view):
    """Shows a view, as a link to it does."""
    program.activate("view", json.dumps(view))


def row(container, name):
    """The row of a list or table that is about a place. Values and ranks come after the name."""
    for node in container.look(leaves=["list item", "table row"]).walk():
        if node.role in ("list item", "table row") and (node.name == name or node.name.startswith(name + ":")):
            return node
    raise Failure(f"no row “{name}”")
