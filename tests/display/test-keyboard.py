#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard alone does everything, and whoever does not see the window hears what is in it."""

import re

from harness import Failure, Session, run_tests
from explorer import row, selection, show, wait_for_selection

PRINTED = {"measure": "lg-share", "against": "pg-share"}
# More stops than the window has: whoever has not come around by then is trapped.
MAX_STOPS = 100
# What a person can act on. Every one needs a name.
CONTROLS = ("button", "toggle button", "check box", "radio button", "combo box", "spin button", "entry", "page tab", "menu item",
            "list item", "table row", "slider")


def start(session, **view):
    program = session.start([])
    show(program, **{**PRINTED, **view})
    program.wait_for(lambda: program.view().get("measure") == "lg-share", "the view")
    return program


def walk_around(program, key):
    """Every stop of the keyboard until it comes to where it was first: names by order."""
    first = program.press_to_move(key)
    stops = [first]
    while len(stops) < MAX_STOPS:
        stop = program.press_to_move(key)
        if stop.reference == first.reference:
            return [node.name for node in stops]
        # The headings of a table are a row that says nothing, with columns that do.
        assert stop.name or stop.role == "table row", f"nothing is said of {stop} after “{stops[-1].name}”"
        stops.append(stop)
    raise Failure(f"the keyboard does not come around: {[node.name for node in stops]}")


def go_to(program, *names):
    """Presses Tab until the keyboard is on what has one of these names."""
    for _stop in range(MAX_STOPS):
        stop = program.press_to_move("Tab")
        # A layout of the map is called a map, too.
        if stop.name.startswith(names) and not (names == ("Map",) and stop.role == "toggle button"):
            return
    raise Failure(f"the keyboard does not come to {names[0]}")


def test_tab_reaches_everything():
    expected = {
        "scatter": ["Scatter of"], "ranking": ["Zhejiang: 9.87"], "table": [],
    }
    everywhere = ["Measure on the map", "Swap the two measures", "Compared measure", "Classification method",
                  "Number of classes", "Palette", "Reverse colours", "2.35 to 4.11", "5.60 to 9.87", "No data", "Map",
                  "Select with a Box", "Zoom In", "Zoom Out", "Show the Whole Map", "Scatter", "Ranking", "Table",
                  "Share of all Little Giants: 9.87%", "Measures and legend", "Charts and table", "Place", "Main menu"]
    with Session() as session:
        program = start(session, selection=["CN-ZJ"])
        numbers = program.find(None, "Numbers of the place")
        program.wait_for(lambda: [node for node in numbers.children() if node.name.startswith("Share of all")], "the card")
        for tab, names in expected.items():
            program.keys({"scatter": "ctrl+1", "ranking": "ctrl+2", "table": "ctrl+3"}[tab])
            program.wait_for(lambda: program.view().get("tab", "scatter") == tab, f"the tab {tab}")
            forward = walk_around(program, "Tab")
            missing = [name for name in everywhere + names if not any(stop.startswith(name) for stop in forward)]
            assert not missing, f"{tab}: Tab does not come to {missing}, only to {forward}"
            if tab == "scatter":
                backward = walk_around(program, "shift+Tab")
                assert sorted(backward) == sorted(forward), (forward, backward)
        assert selection(program) == ["CN-ZJ"], "walking around changed something"
        program.quit()


def test_map():
    with Session() as session:
        program = start(session)
        go_to(program, "Map")
        program.keys("Right")
        first = program.wait_for(program.hovered, "a place under the keyboard")
        seen = {first}
        for key in ("Right", "Down", "Left", "Up"):
            before = program.hovered()
            program.keys(key)
            program.wait_for(lambda: program.hovered() != before, f"the neighbour of {before} by {key}")
            seen.add(program.hovered())
        assert len(seen) >= 3, seen
        chosen = program.hovered()
        program.keys("Return")
        wait_for_selection(program, chosen)
        program.keys("Down")
        program.wait_for(lambda: program.hovered() != chosen, "the neighbour below")
        other = program.hovered()
        program.keys("ctrl+Return")
        wait_for_selection(program, chosen, other)
        program.keys("ctrl+space")
        wait_for_selection(program, chosen)
        program.keys("Escape")
        program.wait_for(lambda: program.hovered() == "", "the keyboard to leave the place")

        program.keys("plus", "plus")
        program.wait_for(lambda: "camera" in program.view(), "a closer map")
        program.keys("0")
        program.wait_for(lambda: "camera" not in program.view(), "the whole map")
        assert program.press_to_move("Tab").name.startswith("Select with a Box")
        assert program.press_to_move("shift+Tab").name == "Map"
        program.quit()


def test_charts():
    with Session() as session:
        program = start(session)
        go_to(program, "Scatter of")
        program.keys("Home")
        # The smallest share is that of Shaanxi.
        program.wait_for(lambda: program.hovered() == "CN-SN", "the first mark")
        program.keys("Right")
        program.wait_for(lambda: program.hovered() not in ("", "CN-SN"), "the next mark")
        program.keys("End")
        program.wait_for(lambda: program.hovered() == "CN-ZJ", "the last mark")
        program.keys("Return")
        wait_for_selection(program, "CN-ZJ")
        program.keys("Escape")
        program.wait_for(lambda: program.hovered() == "", "the keyboard to leave the mark")

        program.keys("ctrl+2")
        ranking = program.find(None, "Ranking of places")
        program.wait_for(lambda: row(ranking, "Zhejiang").has_state("selected"), "Zhejiang selected in the ranking")
        go_to(program, "Zhejiang: 9.87, rank 1")
        # As in every list, arrows select, and with Ctrl they only go.
        assert program.press_to_move("Down").name.startswith("Jiangsu")
        wait_for_selection(program, "CN-JS")
        assert program.press_to_move("ctrl+Down").name.startswith("Shanghai")
        program.keys("ctrl+space")
        wait_for_selection(program, "CN-JS", "CN-SH")

        program.keys("ctrl+3")
        program.find(None, "Table of places")
        program.quit()


def test_keys_everywhere():
    with Session() as session:
        program = start(session)
        program.keys("ctrl+a")
        program.wait_for(lambda: len(selection(program)) == 34, "all places")
        program.keys("ctrl+shift+a")
        wait_for_selection(program)

        program.keys("ctrl+shift+x")
        program.wait_for(lambda: program.view().get("measure") == "pg-share", "the measures swapped")
        program.keys("ctrl+Home")
        program.wait_for(lambda: program.view() == {}, "the view of the beginning")
        program.keys("alt+Left")
        program.wait_for(lambda: program.view().get("measure") == "pg-share", "the view before")

        program.keys("F10")
        program.wait_for(lambda: program.focused() and program.focused().role == "menu item", "the keyboard in the menu")
        program.keys("Escape")
        program.wait_for(lambda: not program.find_all("menu item"), "the closed menu")

        program.keys("F1")
        program.wait_for(lambda: len(program.windows()) == 2, "the window of the keys")
        # No window manager hands the keyboard over.
        other = next(window for window in program.windows() if window != program.main_window)
        program.focus(other)
        program.keys("Escape")
        program.wait_for(lambda: len(program.windows()) == 1, "the window of the keys to close")
        program.focus()
        program.keys("ctrl+w")
        program.wait_for_end()


def test_tab_leaves_lists():
    """Beside a page, arrows go through a list and Tab to the page: what is chosen stays so."""
    with Session() as session:
        program = start(session)
        for page, words in (("data", "Sources"), ("story", "The giants slow down")):
            show(program, page=page)
            entry = program.find("list item", lambda name, words=words: words in name)
            entry.click()
            program.wait_for(lambda: words in program.focused().name, f"the keyboard on {words}")
            before = program.view()
            assert program.press_to_move("Tab").role != "list item"
            assert program.view() == before, (before, program.view())
            assert words in program.press_to_move("shift+Tab").name
        program.quit()


def test_everything_has_a_name():
    with Session() as session:
        program = start(session, selection=["CN-ZJ", "CN-BJ"], focus="CN-ZJ")
        numbers = program.find(None, "Numbers of the place")
        program.wait_for(lambda: [node for node in numbers.children() if node.name.startswith("Share of all")], "the card")
        for key, name in (("ctrl+2", "Ranking of places"), ("ctrl+3", "Table of places"), ("ctrl+1", "Map")):
            program.keys(key)
            program.find(None, name)
            # The headings of a table are a row for GTK, and nobody can get to it.
            headings = [next(node.reference for node in table.walk() if node.role == "table row")
                        for table in program.find_all(None, "Table of places")]
            for node in program.find_all():
                if node.role in CONTROLS and node.reference not in headings:
                    assert node.name, f"a {node.role} without a name: {[str(kid) for kid in node.walk()]}"

        described = program.find(None, "Map").description
        assert re.search(r"10 of 34 places have a value", described), described
        assert "Zhejiang with 9.87%" in described and "Shaanxi with 2.35%" in described, described
        chart = program.find(None, lambda name: name.startswith("Scatter of"))
        assert re.search(r"10 places.*r = 0\.24", chart.name + chart.description), chart
        program.quit()


def test_pickers():
    with Session() as session:
        program = start(session)
        go_to(program, "Measure on the map")
        program.keys("Return")
        program.wait_for(lambda: program.focused() and program.focused().role in ("list item", "entry"), "the open list")
        if program.focused().role == "entry":
            # Newer versions of GTK begin with the search.
            program.keys("Down")
        program.keys("Down", "Return")
        program.wait_for(lambda: program.view()["measure"] == "pg-share", "the measure below")

        go_to(program, "Number of classes")
        program.keys("Up")
        program.wait_for(lambda: program.view().get("classes") == 6, "one class more")
        go_to(program, "Reverse colours")
        program.keys("space")
        program.wait_for(lambda: program.view().get("reversed") is True, "the colours reversed")
        program.quit()


run_tests([test_tab_reaches_everything, test_map, test_charts, test_keys_everywhere, test_tab_leaves_lists, test_everything_has_a_name,
           test_pickers])
