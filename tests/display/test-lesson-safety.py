#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not saved outlives the program: it is killed without warning while a lesson is recorded or changed, and at the next start the
lesson is on the desk, unsaved, with its steps. Once all is saved, or given up on purpose, nothing is left behind."""

import glob
import json
import os
import signal
import subprocess
import tempfile

from harness import Session, run_tests

HEADER = {"format": "org.pivot.Lesson", "version": 1}


def write_lesson(path, title, steps):
    with open(path, "w", encoding="utf-8") as file:
        for line in [{**HEADER, "title": title}, *steps]:
            file.write(json.dumps(line) + "\n")
    return path


def copies():
    """All copies of unsaved lessons, as text, but those that were set aside."""
    texts = []
    for path in sorted(glob.glob(os.path.join(os.environ["XDG_STATE_HOME"], "pivot-explorer", "lessons", "*.pivot-lesson"))):
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    return texts


def left_behind():
    """Whatever is in the folder of copies."""
    return glob.glob(os.path.join(os.environ["XDG_STATE_HOME"], "pivot-explorer", "lessons", "*"))


def kill(program):
    program.process.send_signal(signal.SIGKILL)
    program.process.wait()


def show(program, view):
    program.activate("view", json.dumps(view))
    program.wait_for(lambda: all(program.view().get(key) == value for key, value in view.items()), f"the view {view}")


def steps(program):
    return [node.name for node in program.find_all("list item", lambda name: name.startswith("Step "))]


def own_lessons(program):
    """Names and descriptions of the lessons that did not come with the dataset, whose story has four parts."""
    return [(row.name, row.description) for row in program.find("list", "Lessons").find_all("list item")[4:]]


def other_window(program, *known):
    found = program.wait_for(lambda: [window for window in program.windows() if window not in known], "another window")
    program.focus(found[0])
    return found[0]


def save_as(program, path):
    program.keys("ctrl+s")
    other_window(program, program.main_window)
    program.keys("ctrl+a")
    program.type(path)
    program.keys("Return")
    program.wait_for(lambda: os.path.exists(path), "the file of the lesson")
    program.wait_for(lambda: program.windows() == [program.main_window], "the dialog to close")
    program.focus()


def test_recorded():
    """Killed in the midst of a recording."""
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "saved.pivot-lesson")
        program = session.start([])
        program.keys("ctrl+shift+r")
        program.find("button", "Recording · 1 step")
        show(program, {"measure": "lg-share", "classes": 4})
        program.find("button", "Recording · 2 steps")
        program.wait_for(lambda: [text.count("\n") for text in copies()] == [3], "a copy with both steps")
        kill(program)

        program = session.start([])
        program.find("label", lambda name: name.startswith("“Recorded on") and "not saved before the program ended" in name)
        program.find("button", "Show").click()
        program.wait_for(lambda: len(steps(program)) == 2, "the recorded steps")
        program.wait_for(lambda: not program.find_all("button", "Show"), "the message to go")
        assert [about for _name, about in own_lessons(program)] == ["2 steps · not saved"], own_lessons(program)
        program.find("list item", lambda name: name.startswith("Step 1")).click()
        save_as(program, path)
        program.wait_for(lambda: [about for _name, about in own_lessons(program)] == ["2 steps"], "the lesson to be saved")
        program.wait_for(lambda: not copies(), "no copy any more")
        with open(path, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        assert "file" not in lines[0] and lines[2]["view"]["classes"] == 4, lines
        program.quit()
        assert not left_behind(), left_behind()

        # Nothing is told where there is nothing to tell.
        program = session.start([path])
        program.wait_for(lambda: len(steps(program)) == 2, "the saved lesson")
        assert not program.find_all("button", "Show")
        program.quit()


def test_changed():
    """A lesson in a file, open twice: as it was remembered, and as it was changed. Another one is given up."""
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        good = write_lesson(os.path.join(folder, "good.pivot-lesson"), "Good", [{"title": "One", "view": {}}])
        other = write_lesson(os.path.join(folder, "other.pivot-lesson"), "Other", [{"title": "Two", "view": {}}])
        for path, titles in ((good, ["Good"]), (other, ["Good", "Other"])):
            program = session.start([path])
            program.wait_for(lambda: sorted(name for name, _about in own_lessons(program)) == titles, "the lessons")
            program.quit()
        program = session.start([])
        for title, text in (("Good", " more"), ("Other", " else")):
            program.find("list item", title).click()
            program.find("text", "Title of the step").click()
            program.keys("End")
            program.type(text)
        program.wait_for(lambda: sorted("One more" in text for text in copies()) == [False, True] and
                         any("Two else" in text for text in copies()), "copies of both")
        kill(program)
        with open(good, encoding="utf-8") as file:
            assert "more" not in file.read()

        # It is named, remembered and left behind, and there once.
        program = session.start([good])
        program.find("label", "2 lessons were not saved before the program ended. They are open again.")
        program.find("list item", "Step 1 of 1: One more")
        assert sorted(own_lessons(program)) == [("Good", "1 step · not saved"), ("Other", "1 step · not saved")], own_lessons(program)
        program.find("text", "Title of the step").click()
        program.keys("ctrl+s")
        program.wait_for(lambda: "One more" in open(good, encoding="utf-8").read(), "the saved lesson")
        program.wait_for(lambda: len(copies()) == 1, "one copy less")
        program.keys("ctrl+q")
        other_window(program, program.main_window)
        program.find("button", "Close without Saving").click()
        program.wait_for_end()
        assert not left_behind(), left_behind()
        with open(other, encoding="utf-8") as file:
            assert "else" not in file.read()


def test_damaged():
    """A copy that cannot be read is told, kept, and keeps nothing from coming back."""
    with Session() as session:
        program = session.start([])
        program.keys("ctrl+shift+r")
        program.wait_for(lambda: len(copies()) == 1, "a copy")
        kill(program)
        path = next(path for path in left_behind() if path.endswith(".pivot-lesson"))
        with open(path, encoding="utf-8") as file:
            text = file.read()
        broken = path.replace("-1.pivot-lesson", "-2.pivot-lesson")
        with open(broken, "w", encoding="utf-8") as file:
            file.write(text[:-9])

        program = session.start([])
        program.find("label", lambda name: "could not be opened. It is kept in" in name and "damaged" in name)
        program.find("button", "Details…").click()
        other_window(program, program.main_window)
        program.find("label", lambda name: "line 2, column" in name)
        program.find("label", "This lesson cannot be opened")
        assert not program.find_all("button", "Open the Bundled Dataset")
        program.keys("alt+F4")
        program.focus()
        program.find("button", "Teach").click()
        program.wait_for(lambda: [about for _name, about in own_lessons(program)] == ["1 step · not saved"], "the other lesson")
        program.keys("ctrl+q")
        other_window(program, program.main_window)
        program.find("button", "Close without Saving").click()
        program.wait_for_end()
        kept = glob.glob(os.path.join(os.path.dirname(path), "damaged", "*"))
        assert [open(name, encoding="utf-8").read() for name in kept] == [text[:-9]], kept

        # It is not told again.
        program = session.start([])
        program.find("button", "Teach").click()
        program.find("list", "Lessons")
        assert not program.find_all("label", lambda name: "could not be opened" in name)
        program.quit()


def test_two_programs():
    """Programs on buses of their own do not know of each other, and share a home."""
    with Session() as session:
        first = session.start([])
        first.keys("ctrl+shift+r")
        first.wait_for(lambda: len(copies()) == 1, "a copy of the first program's")
        before = set(left_behind())

        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        session.processes.append(bus)
        second = session.start([], window=False, DBUS_SESSION_BUS_ADDRESS=bus.stdout.readline().strip(), GTK_A11Y="none")
        second.focus(second.wait_for(second.windows, "another window")[0])
        second.keys("ctrl+shift+r")
        second.wait_for(lambda: len(copies()) == 2, "a copy of the second program's")
        assert before < set(left_behind()), (before, left_behind())

        # What one of them leaves goes to the next, and what is another's does not.
        kill(first)
        third = session.start([])
        third.find("label", lambda name: name.startswith("“Recorded on") and "not saved before the program ended" in name)
        kill(second)
        kill(third)
        fourth = session.start([])
        fourth.find("label", "2 lessons were not saved before the program ended. They are open again.")
        kill(fourth)


def test_filter():
    """The dialog shows lessons, or all files. A lesson is one by any name."""
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        path = write_lesson(os.path.join(folder, "other.txt"), "Other", [{"title": "Two", "view": {}}])
        program = session.start([])
        program.find("button", "Teach").click()
        program.find("button", "Open a lesson…").click()
        other_window(program, program.main_window)
        chosen = program.wait_for(lambda: [node for box in program.find_all("combo box") for node in box.find_all("label", "Lessons")],
                                  "the choice of files")
        chosen[0].click()
        program.wait_for(lambda: [node for box in program.find_all("combo box") for node in box.find_all("label", "All Files")],
                         "the other choice")
        if program.is_newer():
            # There the entry for a path completes while one types, and not always to what is typed.
            program.keys("Escape", "Escape")
        else:
            program.keys("Down", "Return", "ctrl+l")
            program.type(path)
            program.keys("Return")
            program.find("list item", "Step 1 of 1: Two")
        program.wait_for(lambda: program.windows() == [program.main_window], "the dialog to close")
        program.focus()
        program.quit()


run_tests([test_recorded, test_changed, test_damaged, test_two_programs, test_filter])
