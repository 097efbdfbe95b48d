#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A worksheet is made, changed, taken back, saved and printed in the window, and its file has as many questions as answers."""

import os
import re
import shutil
import subprocess
import tempfile

from harness import Session, Skip, run_tests
from explorer import show


def open_worksheet(session, **view):
    program = session.start([])
    show(program, page="teach", activity="worksheet", **view)
    wait_for_pages(program)
    return program


def wait_for_pages(program):
    program.wait_for(lambda: program.find_all("image", lambda name: name.startswith("Worksheet, page 1 of")), "the pages")


def questions(program):
    """What the pages ask, as it is told to who does not see them."""
    return program.find(None, "Pages").description.strip().split("\n")


def other_window(program, *known):
    found = program.wait_for(lambda: [window for window in program.windows() if window not in known], "another window")
    program.focus(found[0])
    return found[0]


def save_as(program, path):
    program.find("button", "Save PDF…").click()
    dialog = other_window(program, program.main_window)
    program.keys("ctrl+a")
    program.type(path)
    program.keys("Return")
    program.wait_for(lambda: dialog not in program.windows(), "the dialog to close")


def numbers(path):
    if not shutil.which("pdftotext"):
        raise Skip("pdftotext is not installed")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, timeout=60, check=True).stdout.decode()
    return [int(number) for number in re.findall(r"^ {0,3}(\d{1,2})\.(?: |$)", text, re.M)]


def test_choose():
    with Session() as session:
        program = session.start([])
        show(program, page="teach")
        program.wait_for(lambda: program.find_all("list item", "Worksheet"), "the activities")
        program.find("list item", "Worksheet").click()
        program.wait_for(lambda: program.view().get("activity") == "worksheet", "the activity")
        wait_for_pages(program)
        first = questions(program)
        assert len(first) == 10 and first[9].startswith("10. "), first

        # Other questions, and back to those before.
        program.find("button", "Other questions").click()
        program.wait_for(lambda: program.view().get("worksheet-seed") == "2" and questions(program) != first, "other questions")
        program.find("button", "Back").click()
        program.wait_for(lambda: questions(program) == first, "the first questions")

        # By keyboard: the level, and how many.
        # A toggle button on newer versions of GTK.
        (program.find_all("button", "Questions ask") or program.find_all("toggle button", "Questions ask"))[0].click()
        program.keys("Down", "Return")
        program.wait_for(lambda: program.view().get("worksheet-level") == "find", "the level")
        spin = program.find("spin button", "How many")
        spin.click()
        program.keys("ctrl+a")
        program.type("4")
        program.keys("Return")
        program.wait_for(lambda: len(questions(program)) == 4 and program.view().get("worksheet-questions") == "4", "four questions")

        # What the map shows is what is asked about.
        show(program, page="teach", activity="worksheet", measure="population-2020", against="lg-share")
        program.wait_for(lambda: any("Population" in question for question in questions(program)), "questions about the measure")

        # A dataset cannot give more than it has, and it says so.
        show(program, page="teach", activity="worksheet", measure="population-2020",
             **{"worksheet-level": "explain", "worksheet-questions": "40"})
        program.wait_for(lambda: program.find_all("label", lambda name: "questions for this" in name), "that there are fewer")
        assert 5 < len(questions(program)) < 40
        program.quit()


def test_save():
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        program = open_worksheet(session, measure="lg-share", against="pg-share")
        path, key = os.path.join(folder, "sheet.pdf"), os.path.join(folder, "sheet-key.pdf")
        save_as(program, path)
        program.wait_for(lambda: program.find_all("label", "Saved"), "that it is saved")
        assert sorted(os.listdir(folder)) == ["sheet-key.pdf", "sheet.pdf"], os.listdir(folder)
        assert numbers(path) == numbers(key) == list(range(1, 11)), (numbers(path), numbers(key))

        # Nobody was asked whether another file may be overwritten.
        os.remove(path)
        with open(key, "wb") as file:
            file.write(b"mine")
        save_as(program, path)
        program.wait_for(lambda: program.find_all("label", lambda name: "sheet-key.pdf" in name), "that the name is taken")
        assert os.listdir(folder) == ["sheet-key.pdf"] and open(key, "rb").read() == b"mine"
        os.remove(key)

        # The answers after the questions, in one file.
        show(program, page="teach", activity="worksheet", **{"worksheet-key": "after", "worksheet-questions": "3"})
        program.wait_for(lambda: len(questions(program)) == 3, "three questions")
        save_as(program, path)
        program.wait_for(lambda: program.find_all("label", "Saved"), "that it is saved")
        assert os.listdir(folder) == ["sheet.pdf"] and numbers(path) == [1, 2, 3, 1, 2, 3], numbers(path)

        # A picture of it opens it again.
        show(program, page="map")
        program.quit()
        program = session.start([path])
        program.wait_for(lambda: program.view().get("worksheet-questions") == "3", "the view of the file")
        wait_for_pages(program)
        program.quit()


run_tests([test_choose, test_save])
