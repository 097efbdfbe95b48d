#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline of a firm: filtered, zoomed, walked by keys, read as a list; and the events of all firms, brushed."""

from harness import Session, run_tests
from explorer import show


def chart(program):
    return program.find(None, lambda name: name.startswith("Timeline of Keda Automation Control with"))


def test_timeline():
    with Session() as session:
        program = session.start([])
        show(program, page="firms", firm="keda-automation")
        assert "with 15 events" in chart(program).name, chart(program).name

        # The legend leaves kinds out, and one step back shows them again.
        program.find(None, "Finance").click()
        program.wait_for(lambda: program.view().get("hidden-events") == ["finance"], "finance to be hidden")
        program.wait_for(lambda: "with 11 events" in chart(program).name, "fewer events")
        program.keys("alt+Left")
        program.wait_for(lambda: "hidden-events" not in program.view(), "all to be shown")

        # Closer up by keys, and back.
        x, y, width, height = chart(program).extents()
        program.click(x + 30, y + height * 0.6)
        program.keys("plus")
        program.wait_for(lambda: program.view().get("timeline-range", "").startswith("keda-automation "), "a shorter time")
        program.keys("0")
        program.wait_for(lambda: "timeline-range" not in program.view(), "all of the time")

        # To the third event and its receipt, and out of that again.
        program.keys("Home", "Right", "Right", "Return")
        program.find("label", lambda name: name.startswith("Keda Automation Control · First customer"))
        program.find("label", "printed in the series")
        program.keys("Escape")

        # Where sources disagree, both say so.
        program.keys("Home", "Return")
        program.find("label", lambda name: "renamed: Part III, timeline" in name and "founded: broker report" in name)
        program.keys("Escape")

        # As a list, in which each event is a line.
        program.find(None, "Show as list").click()
        program.wait_for(lambda: program.view().get("timeline-list") is True, "the list")
        program.find("list item", lambda name: name.startswith("2009: First customer for industrial applications"))

        # Another firm on the same axis, by age.
        show(program, page="firms", firm="keda-automation", **{"compared-firms": ["lanxin-mobile"]})
        program.find("button", "First state customer: 2013")
        program.find(None, "By age").click()
        program.wait_for(lambda: program.view().get("align") == "age", "alignment by age")
        program.scroll(*program.find("label", "Timeline").centre(), 8)
        program.find("button", "Do not compare with Lanxin Mobile").click()
        program.wait_for(lambda: "compared-firms" not in program.view(), "one firm alone")

        # All firms at a glance: a brush over the last years narrows the list.
        show(program, page="firms")
        # Few events: a dot is one, and the line below does not speak of more.
        program.find("label", "58 events, firms with events: 28")
        grid = program.find(None, lambda name: name.startswith("Events of all firms by kind and year"))
        x, y, width, height = grid.extents()
        program.drag(x + width * 0.5, y + height * 0.3, x + width - 4, y + height * 0.6)
        program.wait_for(lambda: program.view().get("firm-facets", [""])[0].startswith("years:"), "years to be chosen")
        program.find("button", "All years").click()
        program.find("label", "33 firms")
        program.quit()


run_tests([test_timeline])
