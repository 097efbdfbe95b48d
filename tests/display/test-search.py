#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search from the keyboard: names in English and Chinese, measures, groups, and conditions."""

from harness import Session, run_tests
from explorer import read, selection, show, wait_for_selection


def start(session, **view):
    program = session.start([])
    view = {"measure": "lg-share", "against": "pg-share", **view}
    show(program, **view)
    program.wait_for(lambda: program.view().get("measure") == view["measure"], "the view")
    return program


def search(program, text):
    """Opens the search, and types over what was there."""
    program.keys("ctrl+f")
    wait_for_entry(program)
    program.type(text)


def wait_for_entry(program):
    program.wait_for(lambda: program.focused() and program.focused().role == "entry", "the keyboard in the entry")


def wait_until_closed(program):
    program.wait_for(lambda: not program.find_all("entry", "Search"), "the search to close")


def hits(program):
    return program.find("list", "Found").find_all("list item")


def members(group):
    return [place["id"] for place in read("places.json") if group in place.get("groups", [])]


def number(measure, place):
    entry = measure["values"].get(place)
    return entry["value"] if isinstance(entry, dict) and "value" in entry else entry if not isinstance(entry, dict) else None


def test_names():
    with Session() as session:
        program = start(session)
        search(program, "zhejiang")
        program.find("list item", lambda name: name.startswith("Zhejiang, Place"))
        program.keys("Return")
        wait_for_selection(program, "CN-ZJ")
        wait_until_closed(program)

        # Keys of X name characters that are on no keyboard.
        search(program, "")
        program.keys("U798F", "U5EFA")
        program.find("list item", lambda name: name.startswith("Fujian, Place"))
        program.keys("ctrl+Return")
        wait_for_selection(program, "CN-ZJ", "CN-FJ")
        wait_until_closed(program)

        # Down goes on in the list; Up stops at its head.
        search(program, "hai")
        program.wait_for(lambda: hits(program)[0].has_state("selected"), "the first to be chosen")
        names = [node.name for node in hits(program)]
        chosen = names.index("Shanghai, Place, 上海")
        assert chosen > 0, names
        program.keys("Up", *["Down"] * chosen)
        program.wait_for(lambda: hits(program)[chosen].has_state("selected"), "Shanghai to be chosen")
        program.keys("Return")
        wait_for_selection(program, "CN-SH")

        # Escape leaves all as it is, and the keyboard goes back where it was.
        wait_until_closed(program)
        program.keys("Tab")
        before = program.wait_for(program.focused, "something with the keyboard").reference
        search(program, "beijing")
        program.keys("Escape")
        wait_until_closed(program)
        program.wait_for(lambda: program.focused() and program.focused().reference == before, "the keyboard where it was")
        assert selection(program) == ["CN-SH"], selection(program)
        program.quit()


def test_others():
    with Session() as session:
        program = start(session)
        search(program, "pg-share")
        program.keys("Return")
        program.wait_for(lambda: program.view().get("measure") == "pg-share", "the measure")
        wait_until_closed(program)

        search(program, "Inside the three clusters")
        program.keys("Return")
        wait_for_selection(program, *members("inside-clusters"))
        wait_until_closed(program)

        # What is not found does nothing, and says so.
        search(program, "qqqq")
        program.find("label", "Nothing found")
        program.keys("Return")
        program.keys("Escape")
        wait_for_selection(program, *members("inside-clusters"))
        program.quit()


def test_out_of_sight():
    with Session() as session:
        # Over the Himalaya, near enough for the coast to be out of sight.
        camera = {"longitude": 86, "latitude": 31, "zoom": 5.5}
        program = start(session, camera=camera)
        program.wait_for(lambda: program.view().get("camera"), "the map to look west")
        before = program.view()["camera"]
        search(program, "Xizang")
        program.keys("Return")
        wait_for_selection(program, "CN-XZ")
        wait_until_closed(program)
        assert program.view()["camera"] == before, program.view()["camera"]

        search(program, "Zhejiang")
        program.keys("Return")
        wait_for_selection(program, "CN-ZJ")
        program.wait_for(lambda: abs(program.view()["camera"]["longitude"] - 120) < 3, "the map to come east")
        program.quit()


def test_conditions():
    with Session() as session:
        program = start(session)
        measures = {measure["id"]: measure for measure in read("measures.json")}
        numbers = [(place["id"], number(measures["pg-share"], place["id"]), number(measures["lg-share"], place["id"]))
                   for place in read("places.json")]
        expected = [place for place, pg, lg in numbers if pg is not None and lg is not None and pg < lg]
        unknown = sum(pg is None or lg is None for _place, pg, lg in numbers)
        assert expected and unknown

        search(program, "pg-share < ")
        program.find("label", lambda name: name.startswith("Column "))
        program.keys("Return")
        assert selection(program) == [], selection(program)
        program.type("lg-share")
        program.find("button", f"Select the {len(expected)} places where pg-share < lg-share")
        program.find("label", f"It cannot be said of {unknown} places, for want of a value.")
        program.keys("Return")
        wait_for_selection(program, *expected)
        program.quit()


run_tests([test_names, test_others, test_out_of_sight, test_conditions])
