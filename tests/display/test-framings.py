#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same data in two framings: what the switches do to titles and pictures, how they are undone and restored, and that a side is a view
like any other."""

from harness import Session, run_tests
from explorer import selection, show

VIEW = {"page": "teach", "activity": "framings", "measure": "lg-count-batch12"}
LEFT = "Zhejiang leads: only 3 of 31 places are in the top class"
RIGHT = "Not Beijing alone: 11 of 31 places are in the top class"


def switches(program):
    return program.view().get("framings", [])


def wait_for_switches(program, *words):
    program.wait_for(lambda: sorted(switches(program)) == sorted(words), f"the switches {words}")


def choose(program, name, steps):
    """Chooses from a list by keys; the list has the keyboard when it is clicked."""
    button = next(node for node in program.find_all(None, lambda text: text.startswith(name)) if node.role != "label")
    button.click()
    program.wait_for(lambda: program.focused() and program.focused().role == "list item", "the list")
    program.keys(*["Down" if steps > 0 else "Up"] * abs(steps), "Return")


def test_switches():
    with Session(size="1280x1500") as session:
        program = session.start([])
        program.resize(1280, 1500)
        show(program, **VIEW)
        program.find("label", LEFT)
        program.find("label", RIGHT)
        program.find("label", "What differs: 4 switches")
        # Titles and sentences are made of what is shown.
        program.find("label", lambda name: "8.2 times" in name and "1.8 times" in name)
        program.find("label", lambda name: "In the top class: 3 on the left, 11 on the right." in name)

        choose(program, "Start of the bars, on the left", 1)
        wait_for_switches(program, "1/axis=zero")
        program.find("label", "What differs: 3 switches")
        program.wait_for(lambda: not program.find_all("label", lambda name: "8.2 times" in name), "bars from zero")

        choose(program, "Number of classes, on the right", -1)
        wait_for_switches(program, "1/axis=zero", "2/classes=5")
        program.find("label", "What differs: 2 switches")
        program.wait_for(lambda: not program.find_all("label", RIGHT), "another title")

        # By history, and by restart.
        program.keys("alt+Left")
        wait_for_switches(program, "1/axis=zero")
        program.find("label", RIGHT)
        program.quit()

        program = session.start([])
        wait_for_switches(program, "1/axis=zero")
        program.find("label", "What differs: 3 switches")
        program.find("button", "Start Again").click()
        wait_for_switches(program)
        program.find("label", "What differs: 4 switches")
        program.quit()


def test_measure():
    with Session(size="1280x1500") as session:
        program = session.start([])
        program.resize(1280, 1500)
        show(program, **{**VIEW, "measure": "talent-gap"})
        # Of a measure that diverges, the turn of its colours is a switch, and bars have no axis to cut.
        program.find("label", "Talent gap: 5 of 10 places are above 0.00")
        program.find("label", lambda name: name.startswith("Talent gap: 5 of 10 places are below −"))
        program.find("label", "Turn of the colours")
        assert not program.find_all("label", "Start of the bars")
        # What is missing is told on both sides.
        program.wait_for(lambda: len(program.find_all("label", lambda name: name.startswith("10 of 34 places have a value; the others"))) == 2,
                         "the missing places")
        choose(program, "Turn of the colours, on the right", -1)
        wait_for_switches(program, "2/pivot=midpoint")
        program.find("label", "Talent gap: 5 of 10 places are below 0.00")
        program.quit()


def test_linked():
    with Session(size="1280x1500") as session:
        program = session.start([])
        program.resize(1280, 1500)
        show(program, **VIEW)
        program.find("label", LEFT)
        bars = next(node for node in program.find_all(None, lambda name: name.startswith("8 bars, ")))
        x, y, width, height = bars.extents()
        # The first bar is that of Zhejiang.
        program.move(x + width / 2, y + height * 0.16)
        program.wait_for(lambda: program.hovered() == "CN-ZJ", "Zhejiang under the pointer")
        program.click(x + width / 2, y + height * 0.16)
        program.wait_for(lambda: selection(program) == ["CN-ZJ"], "Zhejiang selected")

        # A side is a view like any other.
        program.find_all("button", "Show on the Map")[1].click()
        program.wait_for(lambda: program.view().get("page") is None and program.view().get("measure") == "lg-per-million"
                         and program.view().get("classes") == 3, "the right side on the map")
        program.keys("alt+Left")
        program.wait_for(lambda: program.view().get("page") == "teach", "the framings again")
        program.quit()


run_tests([test_switches, test_measure, test_linked])
