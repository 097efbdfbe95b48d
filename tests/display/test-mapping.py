#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the colours of the map tell: the grid of two measures selects by hand and by keys, colours that cannot be told apart are
hatched on request, and two maps go together."""

from harness import Session, run_tests
from explorer import show, wait_for_selection


def overlap(one, other):
    (ax, ay, awidth, aheight), (bx, by, bwidth, bheight) = one.extents(), other.extents()
    return ax < bx + bwidth and bx < ax + awidth and ay < by + bheight and by < ay + aheight


def test_mappings():
    with Session() as session:
        program = session.start([])
        show(program, measure="lg-share", against="subsidy-score", mapping="bivariate")
        grid = program.find(None, lambda name: name.startswith("Nine classes of two measures"))

        # High in both is at the top right. The arrow keys go on from there, and Ctrl adds.
        x, y, width, height = grid.extents()
        program.click(x + width * 0.85, y + height * 0.25)
        wait_for_selection(program, "CN-BJ", "CN-JS", "CN-ZJ")
        program.keys("Left", "Return")
        wait_for_selection(program, "CN-FJ", "CN-HN")
        program.keys("Left", "ctrl+Return")
        wait_for_selection(program, "CN-FJ", "CN-HB", "CN-HN")

        # In grey the two sides of a diverging scale are alike, until they are hatched.
        show(program, measure="talent-gap", mapping="classes", vision="grey")
        program.find("button", "Hatch the classes").click()
        program.wait_for(lambda: program.view().get("hatching") is True, "hatching")
        program.wait_for(lambda: not program.find_all("button", "Hatch the classes"), "the warning to go")

        # What is done to one of two maps is done to both: the camera is that of the view.
        show(program, measure="lg-share", against="pg-share", mapping="pair")
        second = program.find(None, lambda name: name.startswith("Second map: "))
        tools = program.find_all(None, lambda name: name.startswith("Select with a "))
        titles = [node for node in program.find_all("label") if node.name in ("LG share", "PG share")]
        assert len(tools) == 6 and len(titles) >= 2, (tools, titles)
        for title in titles:
            assert not [tool for tool in tools if overlap(title, tool)], f"{title.name} lies on what selects"
        program.scroll(*second.centre(), -2)
        program.wait_for(lambda: "camera" in program.view(), "a camera")
        program.quit()


def test_copies():
    with Session() as session:
        program = session.start([])
        show(program, measure="talent-gap", mapping="classes", palette="RdBu", classes=5)
        program.find(None, "Reading aids").click()

        # The two sides of a diverging scale come out of a copier alike; on the wall they keep their colours.
        merged = "−2.50 – −1.87 and 1.65 – 8.45 merge\n−1.87 – 0.00 and 0.00 – 1.65 merge"
        program.find("label", merged)
        program.find("label", "All classes stay apart")
        assert program.find("check box", "Hatch the classes")

        # The preview is chosen with the arrow keys, and changes nothing of what is found.
        program.keys("Down", "Down", "Down", "Down", "Down")
        program.wait_for(lambda: program.view().get("vision") == "photocopy", "the preview of a photocopy")
        program.find("label", "Photocopy")
        program.find("label", merged)

        # What is offered does away with it and goes; the keyboard is then at the next choice.
        program.keys("Tab", "space")
        program.wait_for(lambda: program.view().get("hatching") is True, "hatching")
        program.wait_for(lambda: len(program.find_all("label", "All classes stay apart")) == 2, "all classes to be told apart")
        program.wait_for(lambda: not program.find_all("button", "Tell them apart by hatching"), "the offer to go")
        program.keys("space")
        program.wait_for(lambda: not program.view().get("hatching"), "hatching to end")
        program.find("button", "Tell them apart by hatching")
        program.keys("Escape")
        program.quit()

run_tests([test_mappings, test_copies])
