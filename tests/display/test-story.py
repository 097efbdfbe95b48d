#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The story is read by keys and its views applied and undone; tables are filtered and copied, and numbers lead to their receipts."""

from harness import Session, run_tests
from explorer import selection, show


def wait_for_step(program, step):
    program.wait_for(lambda: program.view().get("story-step") == step, f"step {step}")


def cell(program, row, text):
    """A cell of the table."""
    return next(node for node in program.find("table row", row).find_all("label") if node.name == text)


def wait_for_focus(program, role, end):
    program.wait_for(lambda: program.focused() and program.focused().role == role and program.focused().name.endswith(end),
                     f"the keyboard on the {role} “{end}”")


def test_story():
    with Session() as session:
        program = session.start([])
        show(program, page="story")
        program.find("button", "Next")

        for step in ("1/2", "1/3", "1/4", "1/5", "1/6"):
            program.keys("Page_Down")
            wait_for_step(program, step)
        program.find("label", "For discussion")
        program.find("label", lambda name: name.startswith("Step 6 of 6"))
        program.keys("Page_Down")
        wait_for_step(program, "2/1")
        program.keys("Page_Up")
        wait_for_step(program, "1/6")
        program.keys("Page_Down", "Page_Down")
        wait_for_step(program, "2/2")

        program.find("button", "Show on the Map").click()
        program.wait_for(lambda: program.view().get("page") is None and len(selection(program)) == 10, "the map with ten places")
        program.keys("alt+Left")
        program.wait_for(lambda: program.view().get("page") == "story" and not selection(program), "the story as it was")
        wait_for_step(program, "2/2")
        program.quit()


def test_data():
    with Session() as session:
        program = session.start([])
        # A view is shown as it is, whatever the keyboard comes to first.
        show(program, page="data", **{"table": "values", "table-filter": "zhejiang", "table-sort": "-value"})
        program.find("label", "14 of 476 rows")
        assert program.view().get("table-sort") == "-value", program.view()

        show(program, page="data")
        program.wait_for(lambda: program.view().get("table") is None, "the first table")
        program.find("entry", "Filter rows").click()
        program.type("zhejiang")
        program.wait_for(lambda: program.view().get("table-filter") == "zhejiang", "the filter")
        program.find("label", "1 of 34 rows")
        program.find("button", "Copy Rows").click()
        program.find("label", "1 row copied")

        # A computed number, one that goes into it, and back.
        cell(program, "Zhejiang", "−4.82").click()
        wait_for_focus(program, "list item", "Share of all postgraduates: 5.05%")
        program.keys("Return")
        wait_for_focus(program, "button", "Talent gap")
        program.keys("Return")
        wait_for_focus(program, "list item", "Share of all postgraduates: 5.05%")
        program.keys("Escape")
        program.wait_for(lambda: not program.find_all("list", "Computed from"), "the receipt to close")

        # The name of a place leads to the map.
        cell(program, "Zhejiang", "Zhejiang").click()
        program.wait_for(lambda: program.view().get("page") is None and selection(program) == ["CN-ZJ"], "Zhejiang on the map")
        program.quit()


run_tests([test_story, test_data])
