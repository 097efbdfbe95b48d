#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program starts, says what it shows, answers the keyboard, and ends with no complaint."""

import os
import tempfile

from harness import Session, run_tests
from explorer import show

# Views that between them show every page and every way of showing something. Leaks are looked for in this walk.
TOUR = [
    {"tab": "ranking", "selection": ["CN-ZJ", "CN-SN"]},
    {"tab": "table", "method": "natural", "classes": 3, "palette": "Blues", "reversed": True},
    {"page": "firms"},
    {"page": "firms", "firm": "lanxin-mobile"},
    {"page": "firms", "firm": "keda-automation", "selection": ["CN-SN"]},
    {"page": "story"},
    {"page": "story", "figure": "1-1a"},
    {"page": "data"},
    {"page": "map"},
]


def is_chinese(name):
    return any("\u4e00" <= character <= "\u9fff" for character in name)


def test_starts_and_ends():
    with Session() as session:
        program = session.start([])
        assert program.view() == {}, program.view()
        assert program.hovered() == "", program.hovered()
        assert program.find("button", "Close")
        program.quit()


def test_starts_with_a_view():
    with Session() as session:
        program = session.start(["--view", '{"selection": ["CN-ZJ"]}'])
        program.wait_for(lambda: program.view()["selection"] == ["CN-ZJ"], "the selection of the view")
        program.quit()


def test_speaks_chinese():
    with Session(language="zh_CN") as session:
        program = session.start([])
        program.find("frame", is_chinese)
        program.quit()


def test_says_its_version():
    with Session() as session:
        status, output, errors = session.run(["--version"])
        assert status == 0 and output.startswith("Pivot Explorer ") and errors == "", (status, output, errors)


def test_goes_everywhere():
    with Session() as session:
        program = session.start([])
        for view in TOUR:
            show(program, **view)
            program.wait_for(lambda view=view: program.view().get("page", "map") == view.get("page", "map") and
                             all(program.view()[key] == view[key] for key in view if key != "page"), f"the view {view}")
        program.quit()


def test_pictures_are_pictures():
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        program = session.start([])
        path = os.path.join(folder, "screen.png")
        session.screenshot(path)
        with open(path, "rb") as png:
            assert png.read(8) == b"\x89PNG\r\n\x1a\n"
        # More than one flat colour.
        assert os.path.getsize(path) > 10000, os.path.getsize(path)
        program.quit()


def test_has_a_face():
    """The icon is that of the program, also where nothing is installed."""
    orange = (0xf5, 0x85, 0x18)
    with Session() as session:
        program = session.start([])
        assert orange not in session.pixels(0, 0, 1280, 900)
        program.activate("about")
        program.wait_for(lambda: session.pixels(0, 0, 1280, 900).count(orange) > 20, "the icon in the About dialog")
        # The keyboard is the dialog's.
        program.activate("quit")
        program.wait_for_end()


run_tests([test_starts_and_ends, test_goes_everywhere, test_starts_with_a_view, test_speaks_chinese, test_says_its_version,
           test_has_a_face, test_pictures_are_pictures])
