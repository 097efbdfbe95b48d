#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A figure in the window: what it says of itself, series switched off, points walked by keys, receipts."""

from harness import Session, run_tests
from explorer import show

FIGURE = "1-1b"
PATH = "1-1b/pinduoduo-growth"


def chart(program):
    return program.find("image", lambda name: name.startswith("Line chart of Revenue growth"))


def test_figure():
    with Session() as session:
        program = session.start([])
        show(program, page="story", figure=FIGURE)

        # The chart says what it shows.
        assert "Highest: Pinduoduo, growth, 2018 with 652.3" in chart(program).name, chart(program).name

        # A series is switched off in the session, and back again by undo.
        program.find(None, "Pinduoduo, growth").click()
        program.wait_for(lambda: program.view().get("hidden-series") == [PATH], "the hidden series")
        program.wait_for(lambda: "652.3" not in chart(program).name, "the chart without the series")
        program.keys("alt+Left")
        program.wait_for(lambda: not program.view().get("hidden-series"), "all series")

        # Enter on a point opens its receipt.
        chart(program).click()
        program.keys("Home", "Right", "Return")
        program.find("label", lambda name: name.startswith("FY2016"))
        program.keys("Escape")
        program.wait_for(lambda: program.focused() and program.focused().role == "image", "the keyboard back on the chart")
        program.quit()


run_tests([test_figure])
