#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program starts, says what it shows, answers the keyboard, and ends with no complaint."""

from harness import Session, run_tests


def test_starts_and_ends():
    with Session() as session:
        program = session.start([])
        assert program.view()["page"] == "map"
        assert program.hovered() == ""
        assert program.find("button", "Close")
        program.quit()


def test_starts_with_a_view():
    with Session() as session:
        program = session.start(["--view", '{"page": "map", "selection": ["CN-ZJ"]}'])
        program.wait_for(lambda: program.view()["selection"] == ["CN-ZJ"], "the selection of the view")
        program.quit()


def test_speaks_chinese():
    with Session(language="zh_CN") as session:
        program = session.start([])
        program.find(None, lambda name: any("\u4e00" <= character <= "\u9fff" for character in name))
        program.quit()


run_tests([test_starts_and_ends, test_starts_with_a_view, test_speaks_chinese])
