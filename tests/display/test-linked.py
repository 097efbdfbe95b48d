#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scatter, the ranking, the table and the legend: what is pointed at or clicked in one of them is so in all."""

from harness import Failure, Session, run_tests, xdotool
from explorer import read, row, selection, show, wait_for_selection

PRINTED = {"measure": "lg-share", "against": "pg-share"}
# px. A mark answers from 20 px away.
SCAN_STEP = 16
# px. A virtual X server's pointer counts as a finger, for which the handles of panes reach further.
HANDLE_REACH = 60


def start(session, **view):
    program = session.start([])
    view = {**PRINTED, **view}
    show(program, **view)
    program.wait_for(lambda: program.view().get("measure") == view["measure"], "the view")
    return program


def find_chart(program):
    return program.find(None, lambda name: name.startswith("Scatter of"))


def stays(program, place):
    """Whether the pointer is still at the place once everything before has been told."""
    for _look in range(5):
        xdotool("sleep", "0.05")
        if program.hovered() != place:
            return False
    return True


def find_mark(program, chart, place):
    """Where the pointer is at a place's mark: it is led across the chart until the program says so."""
    left, top, width, height = map(int, chart.extents())
    for y in range(top + SCAN_STEP, top + height, SCAN_STEP):
        for x in range(left + SCAN_STEP, left + width, SCAN_STEP):
            program.move(x, y)
            if program.hovered() != place:
                continue
            # What is told may be of a moment ago, when the pointer was a step or two back.
            for back in range(4):
                program.move(x - back * SCAN_STEP, y)
                if stays(program, place):
                    return x - back * SCAN_STEP, y
    raise Failure(f"no mark of {place}")


def with_both():
    values = {measure["id"]: set(measure.get("values", {})) for measure in read("measures.json")}
    return sorted(values["lg-share"] & values["pg-share"])


def test_scatter():
    with Session() as session:
        program = start(session)
        chart = find_chart(program)
        program.wait_for(lambda: "10 places" in find_chart(program).name, "what the scatter says of itself")
        x, y = find_mark(program, chart, "CN-SN")
        program.click(x, y)
        wait_for_selection(program, "CN-SN")
        assert program.find("label", "Shaanxi")

        x, y = find_mark(program, chart, "CN-ZJ")
        program.click(x, y, modifiers=["ctrl"])
        wait_for_selection(program, "CN-SN", "CN-ZJ")

        # Around all marks: exactly the places that have both figures.
        left, top, width, height = chart.extents()
        corner = left + HANDLE_REACH, top + height - 10
        program.drag(*corner, left + width - 3, top + 3)
        wait_for_selection(program, *with_both())

        # Where there is no mark, nothing is chosen.
        program.click(*corner)
        wait_for_selection(program)
        program.quit()


def test_ranking():
    with Session() as session:
        program = start(session, tab="ranking")
        ranking = program.find(None, "Ranking of places")
        anhui = program.wait_for(lambda: row(ranking, "Anhui"), "the row of Anhui")
        program.wait_for(anhui.is_showing, "the row of Anhui in view")
        assert anhui.name == "Anhui: 4.81, rank 6", anhui.name
        program.move(*anhui.centre())
        program.wait_for(lambda: program.hovered() == "CN-AH", "the pointer to be on Anhui")
        anhui.click()
        wait_for_selection(program, "CN-AH")
        program.wait_for(lambda: row(ranking, "Anhui").has_state("selected"), "Anhui selected in the ranking")
        row(ranking, "Hunan").click(modifiers=["ctrl"])
        wait_for_selection(program, "CN-AH", "CN-HN")
        row(ranking, "Hunan").click(modifiers=["ctrl"])
        wait_for_selection(program, "CN-AH")

        # A range, as in every list.
        row(ranking, "Jiangsu").click()
        row(ranking, "Beijing").click(modifiers=["shift"])
        wait_for_selection(program, "CN-JS", "CN-SH", "CN-BJ")
        program.keys("ctrl+1")
        program.move(*program.find("button", "Back").centre())
        program.wait_for(lambda: program.hovered() == "", "nothing under the pointer")
        program.quit()


def test_table():
    with Session() as session:
        program = start(session, tab="table")
        table = program.find(None, "Table of places")
        beijing = program.wait_for(lambda: row(table, "Beijing"), "the row of Beijing")
        program.wait_for(beijing.is_showing, "the row of Beijing in view")
        # A row is as wide as all its columns: only its beginning is in the window.
        x, y, _width, height = beijing.extents()
        program.click(x + 30, y + height / 2)
        wait_for_selection(program, "CN-BJ")
        assert program.hovered() == "CN-BJ"
        program.wait_for(lambda: row(table, "Beijing").has_state("selected"), "Beijing selected in the table")

        # A click on the heading sorts, upward and then downward.
        # The list keeps the chosen row where it is, so what stands above that one tells the order, and not what is first.
        def above_beijing():
            names = [node.name for node in table.look(leaves=["table row"]).walk() if node.role == "table row" and node.name]
            return names[names.index("Beijing") - 1]
        heading = next(node for node in table.find_all("label") if node.name == "LG share (%)")
        x, y, width, height = heading.extents()
        program.click(x + 5, y + height / 2)
        program.wait_for(lambda: above_beijing() == "Hunan", "the next smaller share above Beijing's")
        # Elsewhere on it, or the two would be a double click, which sorts once.
        program.click(x + width - 5, y + height / 2)
        program.wait_for(lambda: above_beijing() == "Shanghai", "the next larger share above Beijing's")
        assert selection(program) == ["CN-BJ"]
        program.quit()


def test_legend():
    with Session() as session:
        program = start(session)
        legend = program.find("list", "Classes of the map")

        def last_class():
            return next(node for node in legend.children() if node.name.startswith("5.60 to 9.87"))
        program.wait_for(last_class, "the class of the largest shares")
        last_class().click()
        wait_for_selection(program, "CN-ZJ", "CN-JS")
        next(node for node in legend.children() if node.name.startswith("2.35 to 4.11")).click(modifiers=["ctrl"])
        wait_for_selection(program, "CN-ZJ", "CN-JS", "CN-SN", "CN-HB")
        next(node for node in legend.children() if node.name.startswith("No data")).click()
        program.wait_for(lambda: len(selection(program)) == 24 and "CN-TW" in selection(program), "the places without data")
        program.quit()


def test_receipt():
    with Session() as session:
        program = start(session, selection=["CN-ZJ"])
        numbers = program.find(None, "Numbers of the place")
        share = program.wait_for(lambda: next(node for node in numbers.children()
                                              if node.name.startswith("Share of all Little Giants")), "the number")
        share.click()
        # Where it comes from: how we know it, and the source's title.
        program.find("label", lambda name: "Part IV" in name and "Talent Conundrum" in name)
        program.keys("Escape")
        program.wait_for(lambda: not [node for node in program.find_all("dialog")], "the closed receipt")
        program.quit()


run_tests([test_scatter, test_ranking, test_table, test_legend, test_receipt])
