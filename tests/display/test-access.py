#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader has to say of the window, and that what adds up to nothing is said to."""

import re

from harness import Session, run_tests
from explorer import Map, show, wait_for_selection

PRINTED = {"measure": "lg-share", "against": "pg-share"}
# What a person does something with.
CONTROLS = ("button", "toggle button", "check box", "combo box", "spin button", "entry", "page tab", "list item",
            "menu item", "image", "list", "tree table")
VIEWS = {"ctrl+1": "Scatter of", "ctrl+2": "Ranking of places", "ctrl+3": "Table of places"}
# px. Half the side of the square around a label's point that is looked at.
REACH = 6
CHINESE = re.compile("[\u4e00-\u9fff]")


def nameless(program):
    """Controls and rows in the window that a screen reader could only call by what they are."""
    found = []
    for node in program.walk():
        if not node.has_state("focusable") or node.name or not node.is_showing():
            continue
        if node.role == "table row":
            # That of the headings, which has no name in GTK 4.8, holds labels that have.
            if not [kid for kid in node.look().walk() if kid.role == "label" and kid.name]:
                found.append(node)
        # The rows of a table are in a list that GTK puts into it.
        elif node.role in CONTROLS and node.kids and node.role != "list":
            found.append(node)
    return found


def test_names():
    with Session() as session:
        program = session.start([])
        show(program, **PRINTED, selection=["CN-SN"])
        wait_for_selection(program, "CN-SN")
        for keys, name in VIEWS.items():
            program.keys(keys)
            view = program.find(None, lambda text, name=name: text.startswith(name))
            program.wait_for(view.is_showing, name)
            assert not nameless(program), [f"{node.role} {node.window_extents()}" for node in nameless(program)]
        program.keys("F10")
        program.find_menu_item("About")
        assert not [node for node in program.find_all("menu item") if not node.name]
        program.keys("Escape")
        program.quit()


def test_descriptions():
    with Session() as session:
        program = session.start([])
        show(program, **PRINTED)
        pivot_map = program.find(None, "Map")
        program.wait_for(lambda: "10 of 34 places" in pivot_map.description, "how many places have a value")
        # The ends, with their numbers.
        assert re.search(r"Zhejiang with 9\.87", pivot_map.description), pivot_map.description
        assert re.search(r"Shaanxi with 2\.35", pivot_map.description), pivot_map.description
        assert "24 places have no data" in pivot_map.description, pivot_map.description
        scatter = program.find("image", lambda name: name.startswith("Scatter of"))
        assert re.search(r"10 places\. Correlation r = 0\.24", scatter.name), scatter.name
        program.quit()


def test_what_does_not_add_up():
    with Session() as session:
        program = session.start([])
        show(program, **PRINTED, selection=["CN-SN"])
        gap = program.find("list item", lambda name: name.startswith("Talent gap as printed: 1.16"))
        assert "Does not add up" in gap.name, gap.name
        computed = program.find("list item", lambda name: name.startswith("Talent gap: 1.17"))
        assert "Does not add up" not in computed.name, computed.name
        gap.click()
        label = program.find("label", lambda name: "Does not add up" in name and "1.16" in name)
        assert "3.52 − 2.35 = 1.17" in label.name and "1.16" in label.name, label.name
        program.keys("Escape")

        # A place whose difference does add up says nothing of the kind.
        show(program, **PRINTED, selection=["CN-ZJ"])
        gap = program.find("list item", lambda name: name.startswith("Talent gap as printed: −4.82"))
        assert "Does not add up" not in gap.name, gap.name
        program.quit()


def has_colour(session, x, y):
    """Whether something there is coloured, and not only grey."""
    colours = session.pixels(x - REACH, y - REACH, 2 * REACH + 1, 2 * REACH + 1)
    return any(max(colour) - min(colour) > 16 for colour in colours)


def test_no_data():
    with Session() as session:
        program = session.start([])
        show(program, **PRINTED)
        pivot_map = Map(program)
        program.move(*pivot_map.sea())
        zhejiang, taiwan = pivot_map.where("CN-ZJ"), pivot_map.where("CN-TW")
        program.wait_for(lambda: has_colour(session, *zhejiang), "the colour of Zhejiang")
        assert not has_colour(session, *taiwan), "Taiwan is coloured"

        # The ring of the selection has a colour of its own, so this comes after.
        show(program, **PRINTED, selection=["CN-TW"])
        program.find("label", "Taiwan")
        assert program.find("label", "Not in the source")
        program.find("label", lambda name: "Share of all Little Giants" in name and "Taiwan have no printed value" in name)
        assert not [node for node in program.find_all("list item") if node.name.startswith("Share of all Little Giants")]
        program.quit()


def test_chinese():
    with Session(language="zh_CN") as session:
        program = session.start([])
        show(program, **PRINTED, selection=["CN-SN"], tab="ranking")
        wait_for_selection(program, "CN-SN")
        program.find("frame", lambda name: name.startswith("中国科技转向"))
        program.find("label", lambda name: name.startswith("陕西"))
        program.find("list item", lambda name: name.startswith("浙江：9.87"))
        assert "浙江，9.87" in program.find(None, "地图").description
        controls = [node for node in program.walk()
                    if node.role in CONTROLS and node.has_state("focusable") and node.name and node.is_showing()]
        english = [str(node) for node in controls if not CHINESE.search(node.name)]
        # A class of the legend may be numbers only.
        assert len(controls) > 30 and not english, english
        program.quit()


run_tests([test_names, test_descriptions, test_what_does_not_add_up, test_no_data, test_chinese])
