#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The view: undone and done again, found again at the next start, given on the command line."""

import os

from harness import Session, run_tests
from explorer import Map, copy_dataset, selection, show, wait_for_selection

BACK_BUTTON, FORWARD_BUTTON = 8, 9


def banner(program, words):
    """The message above the page that has these words in it."""
    return program.find("label", lambda name: words in name)


def test_back_and_forward():
    with Session() as session:
        program = session.start([])
        pivot_map = Map(program)
        for place in ("CN-ZJ", "CN-BJ", "CN-XJ"):
            pivot_map.click(place)
            wait_for_selection(program, place)

        program.keys("alt+Left")
        wait_for_selection(program, "CN-BJ")
        program.keys("alt+Left", "alt+Left")
        wait_for_selection(program)
        program.keys("alt+Right")
        wait_for_selection(program, "CN-ZJ")
        program.keys("ctrl+shift+z")
        wait_for_selection(program, "CN-BJ")
        program.keys("ctrl+z")
        wait_for_selection(program, "CN-ZJ")

        x, y = pivot_map.sea()
        program.click(x, y, button=FORWARD_BUTTON)
        wait_for_selection(program, "CN-BJ")
        program.click(x, y, button=BACK_BUTTON)
        wait_for_selection(program, "CN-ZJ")
        # On X11 GTK 4.8 sends the click after one with such a button to where that one was.
        program.find("label", "Measure").click()
        wait_for_selection(program, "CN-ZJ")

        program.find("button", "Forward").click()
        wait_for_selection(program, "CN-BJ")
        program.find("button", "Back").click()
        wait_for_selection(program, "CN-ZJ")

        # After another step there is nothing to go forward to.
        pivot_map.click("CN-HN")
        wait_for_selection(program, "CN-HN")
        program.keys("alt+Right")
        program.keys("alt+Left")
        wait_for_selection(program, "CN-ZJ")

        # What is undone is the view, and not only the selection.
        show(program, measure="lg-per-million", classes=7, method="natural")
        program.wait_for(lambda: program.view().get("classes") == 7, "the seven classes")
        program.keys("alt+Left")
        program.wait_for(lambda: "classes" not in program.view() and "measure" not in program.view(), "the view before")
        program.quit()


def test_restart():
    with Session() as session:
        program = session.start([])
        view = {"measure": "lg-share", "against": "pg-share", "selection": ["CN-ZJ", "CN-BJ"], "classes": 4,
                "method": "natural", "tab": "table", "camera": {"longitude": 112, "latitude": 33, "zoom": 4.5}}
        show(program, **view)
        program.wait_for(lambda: len(selection(program)) == 2 and "camera" in program.view(), "the view")
        program.keys("F9")
        program.wait_for(lambda: not program.find_all(None, "Classes of the map"), "the closed pane")
        before = program.view()
        assert before["measure"] == "lg-share" and before["classes"] == 4 and before["tab"] == "table", before
        program.quit()

        program = session.start([])
        program.wait_for(lambda: program.view() == before, "the view of the last time")
        program.find(None, "Table of places")
        assert not program.find_all(None, "Classes of the map")

        # The window is closed by its button.
        program.find("button", "Close").click()
        program.wait_for_end()

        # A view on the command line goes before what is remembered.
        program = session.start(["--view", '{"selection": ["CN-HI"]}'])
        wait_for_selection(program, "CN-HI")
        program.quit()


def test_broken_views():
    cases = (("{", "cannot be shown"), ('{"selection": ["CN-ZZ"]}', "CN-ZZ"), ('{"classes": 99}', "99"),
             ('{"measure": 7}', "measure"), ("[" * 100000, "cannot be shown"), ('{"zoom": 1e999', "cannot be shown"))
    with Session() as session:
        program = session.start(["--view", cases[1][0]])
        banner(program, cases[1][1])
        assert program.view() == {}, program.view()
        show(program, selection=["CN-ZJ"])
        wait_for_selection(program, "CN-ZJ")
        before = program.view()
        close = program.find("button", "Close this message")
        for view, words in cases:
            close.click()
            program.wait_for(lambda: not [node for node in program.find_all("label") if "cannot be shown" in node.name],
                             "no message")
            program.activate("view", view)
            banner(program, words)
            assert program.view() == before, program.view()
        program.quit()


def test_dataset_on_the_command_line():
    with Session() as session:
        folder = copy_dataset(os.path.join(session.folder, "另一个 dataset"))
        program = session.start(["--dataset", folder, "--view", '{"selection": ["CN-ZJ"]}'])
        wait_for_selection(program, "CN-ZJ")

        # A second start hands its arguments to the first, and ends.
        status, output, errors = session.run(["--view", '{"selection": ["CN-BJ"]}'])
        assert (status, output, errors) == (0, "", ""), (status, output, errors)
        wait_for_selection(program, "CN-BJ")
        program.quit()

        # The folder is remembered; when it is gone, there is the bundled dataset.
        program = session.start([])
        wait_for_selection(program, "CN-BJ")
        program.quit()
        os.rename(folder, folder + " moved")
        program = session.start([])
        program.find(None, "Map")
        assert selection(program) == [], program.view()
        program.quit()


def test_panes_and_tabs():
    with Session() as session:
        program = session.start([])
        program.find(None, "Map")

        def is_there(name):
            return bool(program.find_all(None, name))
        for keys, name in (("F9", "Classes of the map"), ("shift+F9", "Choose a place"), ("ctrl+F9", "Table")):
            program.wait_for(lambda: is_there(name), name)
            program.keys(keys)
            program.wait_for(lambda: not is_there(name), f"no {name}")
            program.keys(keys)
            program.wait_for(lambda: is_there(name), f"{name} again")
        for keys, tab in (("ctrl+2", "ranking"), ("ctrl+3", "table"), ("ctrl+1", None)):
            program.keys(keys)
            program.wait_for(lambda: program.view().get("tab") == tab, f"the tab {tab}")
        program.quit()


run_tests([test_back_and_forward, test_restart, test_broken_views, test_dataset_on_the_command_line, test_panes_and_tabs])
