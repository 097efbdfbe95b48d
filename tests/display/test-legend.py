#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The histogram of the legend: its breaks are moved by hand, by keys and by typing, and a class pointed at lights up."""

from harness import Session, run_tests
from explorer import read, row, show, wait_for_selection

PRINTED = {"measure": "lg-share", "against": "pg-share"}


def start(session, **view):
    program = session.start([])
    show(program, **PRINTED, **view)
    program.wait_for(lambda: program.view().get("measure") == "lg-share", "the view")
    return program


# px that the histogram leaves free at its sides.
HISTOGRAM_SIDE = 8


def find_histogram(program):
    return program.find(None, lambda name: name.startswith("Histogram of 10 values"))


def find_on_axis(histogram, value):
    """Where a value is on the axis of the histogram, at the height of the bars."""
    values = next(measure for measure in read("measures.json") if measure["id"] == "lg-share")["values"]
    numbers = [entry["value"] if isinstance(entry, dict) else entry for entry in values.values()]
    x, y, width, height = histogram.extents()
    part = (value - min(numbers)) / (max(numbers) - min(numbers))
    return x + HISTOGRAM_SIDE + part * (width - 2 * HISTOGRAM_SIDE), y + height / 2


def breaks(program):
    return program.view().get("breaks", [])


def test_breaks():
    with Session() as session:
        program = start(session, method="manual", breaks=[4, 6])
        histogram = find_histogram(program)
        program.find(None, lambda name: name.endswith("Break 1: 4.00%. Break 2: 6.00%."))

        # A drag moves one break and is one step back.
        from_x, y = find_on_axis(histogram, 6)
        to_x, _y = find_on_axis(histogram, 8)
        program.drag(from_x, y, to_x, y)
        program.wait_for(lambda: len(breaks(program)) == 2 and abs(breaks(program)[1] - 8) < 0.05, "the break at 8")
        assert breaks(program)[0] == 4, breaks(program)
        program.keys("alt+Left")
        program.wait_for(lambda: breaks(program) == [4, 6], "the breaks as they were")

        # The keyboard is where the hand was: on the second break. By pixels, then by a typed number.
        program.keys("Page_Up", "Right")
        program.wait_for(lambda: 4 < breaks(program)[0] < 4.1, "the first break a little to the right")
        program.keys("Page_Down", "shift+Left")
        program.wait_for(lambda: 5.5 < breaks(program)[1] < 5.8, "the second break to the left")
        program.keys("Return")
        program.find("text", "Value of the break")
        program.keys("ctrl+a")
        program.type("7.5")
        program.keys("Return")
        program.wait_for(lambda: breaks(program)[1] == 7.5, "the break at 7.5")

        # One more, and one less.
        program.wait_for(lambda: program.focused() and program.focused().name == "Break 2 of 2: 7.50%", "the keyboard on the break")
        program.keys("Insert")
        program.wait_for(lambda: len(breaks(program)) == 3 and breaks(program)[2] > 7.5, "a third break")
        program.keys("Delete")
        program.wait_for(lambda: len(breaks(program)) == 2, "two breaks again")

        # Far from any break, a click selects a class, and two add a break.
        program.click(*find_on_axis(histogram, 9))
        wait_for_selection(program, "CN-ZJ")
        program.quit()


def test_lit_class():
    with Session() as session:
        program = start(session, method="manual", breaks=[4, 6], tab="ranking")
        ranking = program.find(None, "Ranking of places")
        beijing = program.wait_for(lambda: row(ranking, "Beijing"), "the row of Beijing")
        program.wait_for(beijing.is_showing, "the row of Beijing in view")
        legend = program.find("list", "Classes of the map")
        top = program.wait_for(lambda: next((node for node in legend.children() if node.name.startswith("6.00 to")), None),
                               "the top class")
        program.move(*top.centre())
        # Nothing is chosen by pointing, and nothing of it is in the view.
        before = program.view()
        program.move(*find_on_axis(find_histogram(program), 9))
        program.move(*ranking.centre())
        assert program.view() == before
        top.click()
        wait_for_selection(program, "CN-ZJ")
        program.quit()


run_tests([test_breaks, test_lit_class])
