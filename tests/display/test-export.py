#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A saved picture shows again what it shows; Ctrl+E saves what is shown."""

import os
import tempfile

from harness import Session, run_tests
from explorer import selection


def other_window(program, *known):
    """Waits for a window besides those, and gives it the keyboard."""
    found = program.wait_for(lambda: [window for window in program.windows() if window not in known], "another window")
    program.focus(found[0])
    return found[0]


def choose_format(program, steps):
    # A toggle button on newer versions of GTK.
    button = program.wait_for(lambda: program.find_all("button", "Format") or program.find_all("toggle button", "Format"),
                              "the choice of the format")[0]
    button.click()
    program.keys(*["Down"] * steps, "Return")


def test_export():
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        picture, saved = os.path.join(folder, "share.svg"), os.path.join(folder, "saved.svg")
        status, _output, errors = session.run(["--export=map", "--measure=lg-share", "--classes=4", "--selection=CN-ZJ",
                                               "--output=" + picture])
        assert status == 0, errors

        program = session.start([picture])
        program.wait_for(lambda: program.view().get("measure") == "lg-share", "what the picture shows")
        assert program.view()["classes"] == 4 and selection(program) == ["CN-ZJ"], program.view()

        program.keys("ctrl+e")
        dialog = other_window(program, program.main_window)
        choose_format(program, 1)
        program.find("button", lambda name: name.endswith("Save…")).click()
        other_window(program, program.main_window, dialog)
        program.keys("ctrl+a")
        program.type(saved)
        program.keys("Return")
        program.wait_for(lambda: os.path.exists(saved), "the file")
        with open(saved, encoding="utf-8") as file:
            text = file.read()
        assert "lg-share" in text and "CN-ZJ" in text and ">Share of all Little Giants</text>" in text, text[:2000]
        program.wait_for(lambda: dialog not in program.windows(), "the dialog to close")
        assert sorted(os.listdir(folder)) == ["saved.svg", "share.svg"], "something is left beside the file"
        program.quit()


run_tests([test_export])
