#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pointer on the map: what it is over is seen everywhere, and what it clicks is selected everywhere."""

from harness import Session, Skip, run_tests
from explorer import Map, read, row, selection, show, wait_for_selection

PRINTED = {"measure": "lg-share", "against": "pg-share"}
# px. The tooltip is this far right of and below the pointer, and at least this large.
TOOLTIP_OFFSET, TOOLTIP_SIZE = 30, 24


def start(session, **view):
    program = session.start([])
    view = {**PRINTED, **view}
    show(program, **view)
    program.wait_for(lambda: program.view().get("measure") == view["measure"], "the view")
    return program, Map(program)


def most_common(colours):
    return max(set(colours), key=colours.count)


def ground(session, node):
    """The colour behind the text of a row: that of most of its topmost pixels."""
    x, y, width, _height = node.extents()
    return most_common(session.pixels(x, y + 1, min(width, 300), 1))


def colours_at(session, x, y, reach=2):
    return session.pixels(x - reach, y - reach, 2 * reach + 1, 2 * reach + 1)


def is_grey(colour):
    return max(colour) - min(colour) <= 16


def test_hover_is_seen_everywhere():
    with Session() as session:
        program, pivot_map = start(session, tab="ranking")
        for key, name in (("ctrl+2", "Ranking of places"), ("ctrl+3", "Table of places")):
            program.keys(key)
            container = program.find(None, name)
            # The third province of the table is in view in both.
            hebei = program.wait_for(lambda: row(container, "Hebei"), f"Hebei in the {name}")
            program.wait_for(hebei.is_showing, f"Hebei in view in the {name}")
            plain = program.wait_for(lambda: ground(session, hebei), "a drawn row")
            pivot_map.point_at("CN-HE")
            program.wait_for(lambda: ground(session, hebei) != plain, f"the row of Hebei lit up in the {name}")
            program.move(*pivot_map.sea())
            program.wait_for(lambda: program.hovered() == "", "nothing under the pointer")
            program.wait_for(lambda: ground(session, hebei) == plain, f"the row of Hebei plain in the {name}")

        program.keys("ctrl+1")
        chart = program.find(None, lambda name: name.startswith("Scatter of"))
        program.wait_for(chart.is_showing, "the scatter")
        area = tuple(map(int, chart.extents()))
        # The chart has no more to draw when two looks at it are the same.
        looks = [session.pixels(*area)]

        def is_still():
            looks.append(session.pixels(*area))
            return looks[-1] == looks[-2] and len(set(looks[-1])) > 3
        program.wait_for(is_still, "a drawn scatter")
        plain = looks[-1]
        pivot_map.point_at("CN-HE")
        program.wait_for(lambda: session.pixels(*area) != plain, "the mark of Hebei lit up")
        program.move(*pivot_map.sea())
        program.wait_for(lambda: session.pixels(*area) == plain, "the mark of Hebei plain")
        program.quit()


def test_tooltip():
    with Session() as session:
        program, pivot_map = start(session)
        x, y = pivot_map.where("CN-XJ")

        def is_card():
            colours = session.pixels(x + TOOLTIP_OFFSET, y + TOOLTIP_OFFSET, TOOLTIP_SIZE, TOOLTIP_SIZE)
            return colours.count(most_common(colours)) > 0.55 * len(colours)

        # Xinjiang has no figure: behind the tooltip there are lines.
        program.wait_for(lambda: not is_card(), "the hatched Xinjiang")
        pivot_map.point_at("CN-XJ")
        program.wait_for(is_card, "the tooltip")
        # Out of the map altogether.
        program.move(*program.find("button", "Back").centre())
        program.wait_for(lambda: program.hovered() == "", "nothing under the pointer")
        program.wait_for(lambda: not is_card(), "no tooltip")
        program.quit()


def test_click_is_seen_everywhere():
    with Session() as session:
        program, pivot_map = start(session)
        pivot_map.click("CN-ZJ")
        wait_for_selection(program, "CN-ZJ")

        numbers = program.find(None, "Numbers of the place")
        assert program.find("label", "Zhejiang")
        program.wait_for(lambda: [node for node in numbers.children()
                                  if node.name.startswith("Share of all Little Giants: 9.87%, rank 1 of 10")],
                         "the share of Zhejiang on the card")
        for key, name in (("ctrl+2", "Ranking of places"), ("ctrl+3", "Table of places")):
            program.keys(key)
            container = program.find(None, name)
            program.wait_for(lambda: row(container, "Zhejiang").has_state("selected"), f"Zhejiang selected in the {name}")
            if program.is_newer() and key == "ctrl+3":
                raise Skip("newer versions of GTK put only those rows of a table on the bus that are in view")
            assert not row(container, "Beijing").has_state("selected")

        # Ctrl adds, and takes away again.
        pivot_map.click("CN-BJ", modifiers=["ctrl"])
        wait_for_selection(program, "CN-ZJ", "CN-BJ")
        program.wait_for(lambda: row(container, "Beijing").has_state("selected"), "Beijing selected in the table")
        assert program.find("label", "2 places selected")
        pivot_map.click("CN-ZJ", modifiers=["ctrl"])
        wait_for_selection(program, "CN-BJ")
        program.wait_for(lambda: not row(container, "Zhejiang").has_state("selected"), "Zhejiang let go of in the table")

        # With Ctrl, a click on the sea is a slip.
        program.click(*pivot_map.sea(), modifiers=["ctrl"])
        pivot_map.click("CN-HN")
        wait_for_selection(program, "CN-HN")
        program.click(*pivot_map.sea())
        wait_for_selection(program)
        assert program.find("label", "Choose a place")

        # What is told of the measure instead leads to its highest and lowest places.
        zhejiang = program.find("button", lambda name: name.startswith("Zhejiang: 9.87, rank 1"))
        program.move(*zhejiang.centre())
        program.wait_for(lambda: program.hovered() == "CN-ZJ", "Zhejiang to be pointed at")
        zhejiang.click()
        wait_for_selection(program, "CN-ZJ")
        program.wait_for(lambda: not program.find_all("label", "Choose a place"), "the card of Zhejiang")
        program.quit()


def test_box():
    with Session() as session:
        program, pivot_map = start(session)
        zhejiang, fujian, hainan = map(pivot_map.where, ("CN-ZJ", "CN-FJ", "CN-HI"))
        program.drag(fujian[0] - 5, zhejiang[1] - 10, zhejiang[0] + 25, fujian[1] + 10, modifiers=["shift"])
        program.wait_for(lambda: {"CN-ZJ", "CN-FJ"} <= set(selection(program)), "the places in the box")
        boxed = selection(program)
        assert not {"CN-XJ", "CN-BJ", "CN-HI"} & set(boxed), boxed
        assert "camera" not in program.view(), "a box also moved the map"

        program.drag(hainan[0] - 12, hainan[1] - 12, hainan[0] + 12, hainan[1] + 12, modifiers=["shift", "ctrl"])
        program.wait_for(lambda: {*boxed, "CN-HI"} <= set(selection(program)), "the places of both boxes")

        # The button does without Shift.
        program.find(None, lambda name: name.startswith("Select with a Box")).click()
        program.drag(hainan[0] - 12, hainan[1] - 12, hainan[0] + 12, hainan[1] + 12)
        program.wait_for(lambda: "CN-HI" in selection(program) and "CN-ZJ" not in selection(program), "another box")
        program.quit()


def test_no_figure_no_colour():
    values = {measure["id"]: measure.get("values", {}) for measure in read("measures.json")}
    with Session() as session:
        program, pivot_map = start(session)
        # Where the pointer is there is a tooltip.
        program.move(*pivot_map.sea())
        for measure in ("lg-share", "subsidy-score", "lg-count-batch12"):
            show(program, measure=measure)
            large = [place for place in pivot_map.labels if place not in ("CN-HK", "CN-MO")]
            with_value = [place for place in large if place in values[measure]]
            without = [place for place in pivot_map.labels if place not in values[measure]]
            assert with_value and "CN-TW" in without
            # A label in the middle hides some of the colour, never all of it.
            program.wait_for(lambda: all(any(not is_grey(colour) for colour in
                                             colours_at(session, *pivot_map.where(place), reach=6))
                                         for place in with_value if place != "CN-SH"), f"the colours of {measure}")
            for place in without:
                reach = 2 if place in large else 0
                colours = colours_at(session, *pivot_map.where(place), reach=reach)
                assert all(map(is_grey, colours)), f"{place} is coloured by {measure}: {colours}"

        pivot_map.click("CN-TW")
        wait_for_selection(program, "CN-TW")
        assert program.find("label", "Taiwan")
        assert program.find("label", "Not in the source")
        assert not program.find_all(None, "Numbers of the place")
        program.quit()


def test_what_does_not_add_up():
    with Session() as session:
        program, pivot_map = start(session, measure="talent-gap-printed")
        pivot_map.click("CN-SN")
        wait_for_selection(program, "CN-SN")
        numbers = program.find(None, "Numbers of the place")
        printed = program.wait_for(lambda: next(node.name for node in numbers.children()
                                                if node.name.startswith("Talent gap as printed: 1.16")),
                                   "the printed gap of Shaanxi on the card")
        assert printed.endswith("Does not add up"), printed
        # What the program computes is beside it, and neither replaces the other.
        assert [node for node in numbers.children() if node.name.startswith("Talent gap: 1.17")]
        program.quit()


run_tests([test_hover_is_seen_everywhere, test_tooltip, test_click_is_seen_everywhere, test_box,
           test_no_figure_no_colour, test_what_does_not_add_up])
