#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The firms: typed for, chosen, narrowed by the map, and back again."""

from harness import Session, run_tests
from explorer import show


def firms(program):
    """The names in the list, as far as it has rows for them. For newer versions of GTK its headings are a row with a name."""
    table = program.find(None, "List of firms")
    return [node.name for node in table.walk()
            if node.role in ("table row", "list item") and node.name and not node.name.startswith("Firm Place ")]


def wait_for_firms(program, *names):
    program.wait_for(lambda: firms(program) == list(names), f"the list of {', '.join(names)}")


def test_firms():
    with Session() as session:
        program = session.start([])
        show(program, page="firms")
        program.find("label", "33 firms")

        # As it sounds in Chinese; the word that is typed is one step back.
        program.find("entry", "Filter the firms").click()
        program.type("lanxin")
        wait_for_firms(program, "Lanxin Mobile")
        program.keys("Return")
        program.wait_for(lambda: program.view().get("firm") == "lanxin-mobile", "Lanxin Mobile to be chosen")
        assert program.view()["firm-filter"] == "lanxin", program.view()
        for fact in ("Where it comes from: Programme, Member", "Where it comes from: Founded, 2012",
                     "Where it comes from: Listed, Not known"):
            program.find("button", fact)
        program.find("label", lambda name: name.startswith("Called a Little Giant in the series"))
        # The row of the firm whose page is open is marked, also after a link to it.
        show(program, page="firms", firm="keda-automation")
        program.wait_for(lambda: [node.name for node in program.find(None, "List of firms").walk()
                                  if node.has_state("selected")] == ["Keda Automation Control"], "the marked row")
        program.keys("alt+Left")
        program.wait_for(lambda: program.view().get("firm") == "lanxin-mobile", "the firm before")
        program.keys("alt+Left")
        program.wait_for(lambda: "firm" not in program.view(), "no firm any more")
        program.keys("alt+Left")
        program.wait_for(lambda: "firm-filter" not in program.view(), "nothing typed any more")
        program.find("label", "33 firms")

        # Places that are selected on the map narrow the list, until their chip is taken away.
        show(program, page="firms", selection=["CN-SX"])
        wait_for_firms(program, "Keda Automation Control", "Shanxi Dayu Biological Functions")
        program.find("button", "Remove “On the map: Shanxi”").click()
        program.find("label", "33 firms")
        assert "selection" not in program.view(), program.view()

        # Nothing like that, and the way out of it.
        show(program, page="firms", **{"firm-filter": "no such firm", "firm-facets": ["board:BSE"]})
        program.find("label", "No firm like that")
        program.find("button", lambda name: name.endswith("Clear Filters")).press()
        program.find("label", "33 firms")
        assert not {"firm-filter", "firm-facets"} & set(program.view()), program.view()
        program.quit()


run_tests([test_firms])
