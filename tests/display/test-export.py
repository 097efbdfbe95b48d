#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A saved picture shows again what it shows; Ctrl+E saves what is shown."""

import os
import subprocess
import sys
import tempfile

from harness import GLib, Session, run_tests
from explorer import selection, show


def other_window(program, *known):
    """Waits for a window besides those, and gives it the keyboard."""
    found = program.wait_for(lambda: [window for window in program.windows() if window not in known], "another window")
    program.focus(found[0])
    return found[0]


def choose(program, name, steps):
    # A toggle button on newer versions of GTK.
    button = program.wait_for(lambda: program.find_all("button", name) or program.find_all("toggle button", name),
                              f"the choice {name}")[0]
    button.click()
    program.keys(*["Down"] * steps, "Return")


def save(program, dialog, path):
    """Saves under a name that is typed."""
    program.find("button", lambda name: name.endswith("Save…")).click()
    other_window(program, program.main_window, dialog)
    program.keys("ctrl+a")
    program.type(path)
    program.keys("Return")


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
        choose(program, "Format", 1)
        save(program, dialog, saved)
        program.wait_for(lambda: os.path.exists(saved), "the file")
        with open(saved, encoding="utf-8") as file:
            text = file.read()
        assert "lg-share" in text and "CN-ZJ" in text and ">Share of all Little Giants</text>" in text, text[:2000]
        program.wait_for(lambda: dialog not in program.windows(), "the dialog to close")
        assert sorted(os.listdir(folder)) == ["saved.svg", "share.svg"], "something is left beside the file"
        program.quit()


def test_language():
    """A figure that is open is what is saved, in the language that is chosen."""
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        saved = os.path.join(folder, "figure.svg")
        program = session.start([])
        show(program, page="story", figure="1-1b")
        program.wait_for(lambda: program.view().get("figure") == "1-1b", "the figure")
        program.keys("ctrl+e")
        dialog = other_window(program, program.main_window)
        choose(program, "Format", 1)
        choose(program, "Language", 2)
        save(program, dialog, saved)
        program.wait_for(lambda: os.path.exists(saved), "the file")
        with open(saved, encoding="utf-8") as file:
            text = file.read()
        assert "互联网巨头的收入增速" in text and "Revenue growth" not in text, text[:2000]
        program.wait_for(lambda: dialog not in program.windows(), "the dialog to close")
        program.quit()


def test_failure():
    """Where nothing can be saved the dialog says why, and offers to try again; a file that is there is asked about."""
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        there = os.path.join(folder, "there.png")
        with open(there, "w", encoding="utf-8") as file:
            file.write("mine")
        program = session.start([])
        program.keys("ctrl+e")
        dialog = other_window(program, program.main_window)
        save(program, dialog, "/proc/picture.png")
        program.find("button", lambda name: name.endswith("Try Again"))
        program.find("label", lambda name: "not saved" in name)
        program.focus(dialog)

        save(program, dialog, there)
        asked = program.wait_for(lambda: program.find_all("button", lambda name: "Replace" in name), "the question")
        with open(there, encoding="utf-8") as file:
            assert file.read() == "mine", "the file is gone before the answer"
        asked[0].click()
        program.wait_for(lambda: open(there, "rb").read(4) == b"\x89PNG", "the picture")
        program.wait_for(lambda: dialog not in program.windows(), "the dialog to close")
        assert os.listdir(folder) == ["there.png"], os.listdir(folder)
        program.quit()


PASTE = """
import gi
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk

Gtk.init()
clipboard = Gdk.Display.get_default().get_clipboard()
loop = GLib.MainLoop()

def check():
    formats = clipboard.get_formats().get_mime_types() or []
    if not formats:
        return True
    print(" ".join(formats), flush=True)
    loop.quit()
    return False

GLib.timeout_add(20, check)
loop.run()
"""


def offered():
    """What may be pasted, as another program sees it."""
    done = subprocess.run([sys.executable, "-c", PASTE], stdout=subprocess.PIPE, text=True, timeout=60, check=False,
                          env={**os.environ, "GTK_A11Y": "none"})
    return done.stdout.split()


def test_clipboard():
    with Session() as session:
        program = session.start([])
        program.find(None, "Map")
        for action, formats in (("copy-picture", {"image/png", "image/svg+xml"}),
                                ("copy-data", {"text/html", "text/plain;charset=utf-8", "text/tab-separated-values"}),
                                ("copy-citation", {"text/plain;charset=utf-8"})):
            session.call("org.pivot.Explorer", "/org/pivot/Explorer/window/1", "org.gtk.Actions", "Activate",
                         GLib.Variant("(sava{sv})", (action, [GLib.Variant("s", "map")], {})))
            program.wait_for(lambda: formats <= set(offered()), f"{formats} to be offered")
        program.quit()


run_tests([test_export, test_language, test_failure, test_clipboard])
