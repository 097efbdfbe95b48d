#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole session asks for no connection but to sockets of this computer: nothing is ever fetched."""

import os
import re
import shlex
import subprocess

from harness import Session, Skip, run_tests
from explorer import Map, show, wait_for_selection

# Netlink is how a process asks its own kernel.
LOCAL = {"AF_UNIX", "AF_LOCAL", "AF_NETLINK"}
FAMILY = re.compile(r"sa_family=(\w+)")


def trace(session):
    """From now on the program is started with its connections written to the file that is returned."""
    arguments = ["strace", "-D", "-f", "-q", "--seccomp-bpf", "-e", "trace=connect,sendto"]
    try:
        tried = subprocess.run([*arguments, "-o", os.devnull, "true"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, check=False)
    except FileNotFoundError:
        raise Skip("no strace") from None
    if tried.returncode != 0 or tried.stdout:
        raise Skip(f"processes cannot be traced here: {tried.stdout.strip()}")

    path = os.path.join(session.folder, "connections")
    script = os.path.join(session.folder, "traced")
    command = shlex.join([*arguments, "-o", path, os.environ["PIVOT_TEST_PROGRAM"]])
    with open(script, "w", encoding="utf-8") as file:
        # The process that is started becomes the program, and its tracer is another one.
        file.write(f'#!/bin/sh\nexec {command} "$@"\n')
    os.chmod(script, 0o700)
    os.environ["PIVOT_TEST_PROGRAM"] = script
    return path


def explore(program):
    """A bit of everything that a person does."""
    pivot_map = Map(program)
    show(program, measure="lg-share", against="pg-share")
    program.wait_for(lambda: program.view().get("measure") == "lg-share", "the view")
    pivot_map.point_at("CN-XJ")
    pivot_map.click("CN-SN")
    wait_for_selection(program, "CN-SN")
    for keys, tab in (("ctrl+2", "ranking"), ("ctrl+3", "table"), ("ctrl+1", None)):
        program.keys(keys)
        program.wait_for(lambda tab=tab: program.view().get("tab") == tab, f"the tab {tab}")
    program.find("button", lambda name: name.startswith("Zoom In")).click()
    program.wait_for(lambda: "camera" in program.view(), "a closer map")

    program.find("list item", lambda name: name.startswith("Talent gap as printed")).click()
    program.find("label", lambda name: "printed 1.16" in name)
    program.keys("Escape")
    program.wait_for(lambda: not program.find_all("label", lambda name: "printed 1.16" in name), "the closed receipt")

    program.keys("F10")
    program.find_menu_item("About")
    program.keys("Escape")
    program.wait_for(lambda: not program.find_all("menu item"), "the closed menu")


def test_no_network():
    with Session() as session:
        path = trace(session)
        # The leak sanitizer cannot work in a process that is traced.
        options = os.environ.get("ASAN_OPTIONS", "")
        program = session.start([], ASAN_OPTIONS=options + (":" if options else "") + "detect_leaks=0")
        explore(program)
        program.quit()

        with open(path, encoding="utf-8", errors="replace") as file:
            lines = [line for line in file if FAMILY.search(line)]
        # The X server and the session bus at the least, or nothing was traced.
        assert sum("connect(" in line and "sun_path" in line for line in lines) >= 2, lines
        strange = [line for line in lines if not set(FAMILY.findall(line)) <= LOCAL]
        assert not strange, "".join(strange)


run_tests([test_no_network])
