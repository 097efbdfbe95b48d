#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parity calculator of the place card supposes another value: by typing, by keys and by dragging; the banner says so, and one key
drops it. It is part of the view: undone, restored, and in the picture's words when it is exported."""

import json
import os

from harness import Session, run_tests
from explorer import Map, show

VIEW = {"measure": "lg-share", "against": "pg-share", "selection": ["CN-BJ"], "focus": "CN-BJ", "tab": "ranking"}


def what_if(program):
    return program.view().get("what-if")


def wait_for_what_if(program, text):
    program.wait_for(lambda: what_if(program) == text, f"the what-if {text}")


def banner(program):
    return program.find_all("label", lambda name: name.startswith("What if? "))


def open_parity(program):
    program.find(None, lambda name: name.startswith("LG share ÷ PG share: 5.40 ÷ 13.85 = 0.39")).click()
    return program.find("spin button", "LG share, %")


def find_slider(program):
    """The harness has no word for the role of a slider."""
    return next(node for node in program.find_all(None, "LG share, %") if node.role not in ("label", "spin button"))


def type_value(program, spin, text):
    x, y, width, height = spin.extents()
    # Three clicks select the text; Ctrl+A selects the places.
    program.click(x + width / 6, y + height / 2, repeat=3)
    program.type(text)
    program.keys("Return")


def test_typed():
    with Session() as session:
        program = session.start([])
        show(program, **VIEW)
        spin = open_parity(program)
        program.find("label", lambda name: name.startswith("With 468\u00a0firms more, LG share would reach PG share, 13.85%. "
                                                           "Now there are 4,762\u00a0firms in all."))
        # Of postgraduates the dataset has no count.
        program.find("label", lambda name: "the dataset does not tell how many there are in all" in name)
        assert not banner(program)
        program.find("list item", "Beijing: 5.40, rank 4")

        type_value(program, spin, "13.85")
        wait_for_what_if(program, "lg-share/CN-BJ=13.85")
        program.wait_for(lambda: banner(program), "the banner")
        assert "Beijing: “LG share” 13.85% instead of 5.40%" in banner(program)[0].name, banner(program)[0].name
        program.find(None, lambda name: name.startswith("LG share ÷ PG share: 13.85 ÷ 13.85 = 1.00"))
        program.find("label", lambda name: name.endswith("Assumed: 468\u00a0firms more."))
        # Map and ranking show it: Zhejiang is no longer the first.
        program.find("list item", "Beijing: 13.85, rank 1")
        program.find("label", "Beijing · 13.85% · 1 of 10")

        # So does the table, with a sign of its own; what follows is computed.
        program.keys("ctrl+3")
        program.find("label", lambda name: name.startswith("? assumed   ● printed"))
        program.wait_for(lambda: [cell for cell in program.find("table row", "Beijing").find_all("label") if cell.name == "13.85"],
                         "the assumed number in the table")
        program.keys("ctrl+2")

        # Other pages show the dataset, and nothing to warn of.
        program.keys("alt+4")
        program.wait_for(lambda: not banner(program), "no banner over the tables")
        program.keys("alt+1")
        program.wait_for(lambda: banner(program), "the banner again")

        program.keys("F8")
        wait_for_what_if(program, None)
        program.wait_for(lambda: not banner(program), "no banner")
        program.find(None, lambda name: name.startswith("LG share ÷ PG share: 5.40 ÷ 13.85 = 0.39"))

        # It is a step of the history like any other.
        program.keys("alt+Left")
        wait_for_what_if(program, "lg-share/CN-BJ=13.85")
        program.keys("alt+Right")
        wait_for_what_if(program, None)
        program.quit()


def test_slider():
    with Session() as session:
        program = session.start([])
        show(program, **VIEW)
        open_parity(program)
        slider = find_slider(program)
        x, y, width, height = slider.extents()
        program.drag(x + width * 0.2, y + height / 3, x + width * 0.8, y + height / 3, steps=6)
        program.wait_for(lambda: what_if(program) and float(what_if(program).split("=")[1]) > 15, "a great share")

        # A drag is one step.
        program.keys("alt+Left")
        wait_for_what_if(program, None)
        program.keys("alt+Right")
        program.wait_for(lambda: what_if(program), "the drag again")

        # Moving the other supposes that one, and this one is as it was.
        program.find("button", "Drop the What-If").click()
        wait_for_what_if(program, None)
        other = program.find("spin button", "PG share, %")
        type_value(program, other, "3")
        wait_for_what_if(program, "pg-share/CN-BJ=3")
        program.wait_for(lambda: [b for b in banner(program) if "“PG share” 3.00% instead of 13.85%" in b.name], "its banner")
        # The truth is no what-if.
        type_value(program, other, "13.85")
        wait_for_what_if(program, None)
        program.quit()


def test_restart():
    with Session() as session:
        program = session.start([])
        show(program, **VIEW, **{"what-if": "lg-share/CN-BJ=9"})
        program.wait_for(lambda: banner(program), "the banner")
        program.find(None, lambda name: name.startswith("LG share ÷ PG share: 9.00 ÷ 13.85 = 0.65"))
        program.quit()

        program = session.start([])
        wait_for_what_if(program, "lg-share/CN-BJ=9")
        program.wait_for(lambda: banner(program), "the banner after a restart")
        # The pointer on the map is told as well.
        Map(program).point_at("CN-BJ")
        program.quit()


def test_missing():
    with Session() as session:
        program = session.start([])
        show(program, measure="lg-share", against="pg-share", selection=["CN-GD"], focus="CN-GD")
        program.find(None, lambda name: name.startswith("Guangdong has no value of LG share, so there is nothing to compare."))
        assert not program.find_all(None, "LG share, %")
        # Nor do measures that are no shares have a parity.
        show(program, measure="subsidy-score", against="population-2020", selection=["CN-BJ"], focus="CN-BJ")
        program.wait_for(lambda: not program.find_all(None, lambda name: "÷" in name), "no parity")
        program.quit()


def test_files():
    with Session() as session:
        view = json.dumps({**VIEW, "what-if": "lg-share/CN-BJ=9"})
        for kind in ("map", "scatter", "ranking"):
            picture = os.path.join(session.folder, kind + ".svg")
            session.run(["--export=" + kind, "--view=" + view, "--format=svg", "--output=" + picture])
            with open(picture, encoding="utf-8") as file:
                assert "Beijing: “LG share” 9.00% instead of 5.40%" in file.read(), kind
        # Numbers go without a banner, so they are the dataset's.
        table = os.path.join(session.folder, "map.csv")
        session.run(["--export=map", "--view=" + view, "--format=csv", "--output=" + table])
        with open(table, encoding="utf-8") as file:
            line = next(line for line in file if line.startswith("CN-BJ"))
        assert line.startswith("CN-BJ,Beijing,5.4,published,"), line


run_tests([test_typed, test_slider, test_restart, test_missing, test_files])
