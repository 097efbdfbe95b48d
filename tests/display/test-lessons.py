#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lessons: what is recorded, saved, and opened again after another start shows the same pixels; a damaged file is told and loses
nothing; a lesson of another dataset opens; everything by keyboard; nothing unsaved goes unasked."""

import json
import os
import tempfile

from harness import Session, run_tests

HEADER = {"format": "org.pivot.Lesson", "version": 1}
# Under the title bar, and above the bar of a replay.
TOP, BAR = 56, 110
VIEWS = [
    {"measure": "lg-share", "selection": ["CN-BJ", "CN-GD"], "classes": 4},
    {"measure": "subsidy-score", "against": "lg-share", "tab": "ranking", "hatching": True},
    {"page": "story", "story-step": "2/1"},
    {"page": "data", "table": "firms", "table-sort": "name"},
]


def write_lesson(path, title, steps, **header):
    with open(path, "w", encoding="utf-8") as file:
        for line in [{**HEADER, "title": title, **header}, *steps]:
            file.write(json.dumps(line) + "\n")
    return path


def other_window(program, *known):
    found = program.wait_for(lambda: [window for window in program.windows() if window not in known], "another window")
    program.focus(found[0])
    return found[0]


def park(program):
    """The pointer where nothing hovers."""
    x, y, width, _height = program.geometry()
    program.move(x + width // 2 - 200, y + 4)


def content(session, program, bar=0):
    x, y, width, height = program.geometry()
    return session.pixels(x, y + TOP, width, height - TOP - bar)


def alike(program, one, other):
    """Whether two pictures of the page are the same, pixel by pixel. Newer versions of GTK cut the lowest pixels of letters off
    along the border of what they draw anew."""
    return one == other or (program.is_newer() and sum(a != b for a, b in zip(one, other, strict=True)) < 100)


def settled(session, program, bar=0):
    """What the page shows once it shows nothing else any more."""
    seen = []

    def same():
        seen.append(content(session, program, bar))
        return len(seen) > 8 and all(picture == seen[-1] for picture in seen[-8:])
    program.wait_for(same, "a page at rest")
    return seen[-1]


def show(program, view):
    program.activate("view", json.dumps(view))
    program.wait_for(lambda: all(program.view().get(key) == value for key, value in view.items()), f"the view {view}")


def steps(program):
    return [node.name for node in program.find_all("list item", lambda name: name.startswith("Step "))]


def label(program, part):
    return program.find("label", lambda name: part in name)


def save_as(program, path):
    known = program.windows()
    program.keys("ctrl+s")
    other_window(program, *known)
    program.keys("ctrl+a")
    program.type(path)
    program.keys("Return")
    program.wait_for(lambda: os.path.exists(path), "the file of the lesson")
    program.wait_for(lambda: program.windows() == known, "the dialog to close")
    program.focus()


def record(session, program):
    """What is on screen after each action."""
    pictures = []
    program.find("button", "Teach").click()
    program.find("button", "Record").click()
    program.find("button", "Recording · 1 step")
    park(program)
    for number, view in enumerate(VIEWS):
        show(program, view)
        program.find("button", f"Recording · {number + 2} steps")
        pictures.append(settled(session, program))
    program.find("button", f"Recording · {len(VIEWS) + 1} steps").click()
    program.wait_for(lambda: len(steps(program)) == len(VIEWS) + 1, "the recorded steps")
    return pictures


def test_replay():
    """Recorded here, replayed elsewhere: another home, with panes as wide as they are by default."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "growth.pivot-lesson")
        with Session() as session:
            pictures, lines = record_and_save(session, path)
        with Session() as session:
            replay(session, path, pictures, [line["view"] for line in lines[2:]])


def record_and_save(session, path):
    program = session.start([])
    pictures = record(session, program)
    program.find("list item", lambda name: name.startswith("Step 1")).click()
    save_as(program, path)
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    assert lines[0]["format"] == HEADER["format"] and lines[0]["steps"] == len(VIEWS) + 1, lines[0]
    assert lines[0]["dataset"]["id"] == "china-tech-pivot" and lines[0]["dataset"]["digest"], lines[0]
    program.quit()

    # At the next start it is named twice, by the command line and by what is remembered, and there once.
    program = session.start([path])
    program.find("list item", lambda name: name.startswith("Step 1"))
    recorded = program.find_all("list item", lambda name: name.startswith("Recorded on"))
    assert len(recorded) == 1, recorded
    program.quit()
    program = session.start([])
    program.find("list item", lambda name: name.startswith("Recorded on"))
    program.find("button", "Map").click()
    program.wait_for(lambda: "page" not in program.view(), "the map")
    program.quit()
    # What is asked for comes before what the window was left with.
    program = session.start([path])
    program.find("list item", lambda name: name.startswith("Step 1"))
    program.quit()
    return pictures, lines


def replay(session, path, pictures, views):
    program = session.start([path])
    program.find("list item", lambda name: name.startswith("Step 1"))
    program.find("button", "Replay").click()
    for number, (view, picture) in enumerate(zip(views, pictures)):
        program.find("button", "Next step").click()
        park(program)
        width = program.geometry()[2]
        program.wait_for(lambda: alike(program, content(session, program, BAR), picture[:len(picture) - BAR * width]),
                         f"the pixels of step {number + 2}")
        assert program.view() == view, program.view()
    program.keys("Escape")
    program.wait_for(lambda: not program.find_all("button", "Next step"), "the end of the replay")
    program.wait_for(lambda: alike(program, content(session, program), pictures[-1]), "the pixels of the last step")
    program.quit()


def test_damaged():
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        good = write_lesson(os.path.join(folder, "good.pivot-lesson"), "Good", [{"title": "One", "view": {}}])
        bad = os.path.join(folder, "bad.pivot-lesson")
        with open(good, encoding="utf-8") as file:
            text = file.read()
        with open(bad, "w", encoding="utf-8") as file:
            file.write(text[:-9])
        program = session.start([good])
        title = program.find("text", "Title of the step")
        title.click()
        program.keys("End")
        program.type(" more")
        program.find("list item", "Step 1 of 1: One more")

        session.run([bad])
        label(program, "The lesson was not opened: bad.pivot-lesson: line 2, column")
        program.find("button", "Details…").click()
        other_window(program, program.main_window)
        label(program, "bad.pivot-lesson: line 2, column")
        program.keys("alt+F4")
        program.focus()
        program.find("list item", "Step 1 of 1: One more")
        assert program.find("list item", "Good").description == "1 step · not saved"

        # It goes by the lesson's own file, and then nothing is asked.
        title.click()
        program.keys("ctrl+s")
        program.wait_for(lambda: "One more" in open(good, encoding="utf-8").read(), "the saved lesson")
        program.wait_for(lambda: program.find("list item", "Good").description == "1 step", "the lesson to be saved")
        program.quit()


def test_other_dataset():
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        path = write_lesson(os.path.join(folder, "x.pivot-lesson"), "Elsewhere", [
            {"title": "Fits", "view": {"measure": "lg-share"}},
            {"title": "Not all", "view": {"measure": "rainfall", "against": "lg-share", "selection": ["CN-BJ", "FR-75"]}},
        ], dataset={"id": "rain", "title": "Rain"})
        program = session.start([path])
        label(program, "This lesson was made with another dataset, “Rain”. 1 step names what this dataset does not have")
        program.find("list item", lambda name: name.startswith("Step 2")).click()
        program.find("button", "Replay").click()
        program.wait_for(lambda: program.view().get("selection") == ["CN-BJ"], "what fits of the step")
        assert program.view()["against"] == "lg-share" and "measure" not in program.view(), program.view()
        label(program, "There is no measure “rainfall” here. There is no place “FR-75” here.")
        program.keys("Escape")
        program.wait_for(lambda: not program.find_all("button", "Next step"), "the end of the replay")
        program.quit()


def test_keyboard():
    """Made, ordered, undone and saved without a pointer."""
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "keys.pivot-lesson")
        lesson = [{"title": title, "view": {"classes": classes}} for title, classes in (("a", 3), ("b", 4), ("c", 5))]
        write_lesson(path, "Keys", lesson)
        program = session.start([path])
        program.wait_for(lambda: len(steps(program)) == 3, "three steps")
        for _press in range(40):
            if (program.press_to_move("Tab").name or "").startswith("Step 1"):
                break
        program.keys("alt+Down")
        program.wait_for(lambda: [name[-1] for name in steps(program)] == ["b", "a", "c"], "a moved step")
        program.wait_for(lambda: program.focused().name == "Step 2 of 3: a", "the keyboard on the moved step")
        program.keys("Delete")
        program.wait_for(lambda: [name[-1] for name in steps(program)] == ["b", "c"], "a deleted step")
        program.keys("ctrl+z")
        program.wait_for(lambda: [name[-1] for name in steps(program)] == ["b", "a", "c"], "the step again")
        program.keys("ctrl+z")
        program.wait_for(lambda: [name[-1] for name in steps(program)] == ["a", "b", "c"], "the order again")
        program.keys("ctrl+shift+z")
        program.wait_for(lambda: [name[-1] for name in steps(program)] == ["b", "a", "c"], "the other order again")
        program.keys("ctrl+s")
        program.wait_for(lambda: [json.loads(line).get("title") for line in open(path, encoding="utf-8")] ==
                         ["Keys", "b", "a", "c"], "the saved order")

        # Tab leaves the list, with the step that was selected.
        assert program.press_to_move("Tab").name == "Title of the step"
        program.type("x")
        program.wait_for(lambda: "x" in steps(program)[1], "what was typed")
        assert program.press_to_move("shift+Tab").name.startswith("Step 2")
        program.keys("ctrl+s")
        program.wait_for(lambda: "x" in open(path, encoding="utf-8").read().splitlines()[2], "the saved title")

        program.keys("Home", "Return")
        program.wait_for(lambda: program.view().get("classes") == 4, "the replay of the first step")
        program.keys("Right", "Right")
        program.wait_for(lambda: program.view().get("classes", 5) == 5 and "page" not in program.view(), "the last step")
        program.keys("Left")
        program.wait_for(lambda: program.view().get("classes") == 3, "the step before")
        program.keys("Escape", "alt+5")
        program.find("list item", lambda name: name.startswith("Step 2"))
        program.quit()


def test_drag():
    with Session() as session, tempfile.TemporaryDirectory() as folder:
        path = write_lesson(os.path.join(folder, "drag.pivot-lesson"), "Drag", [{"title": title, "view": {}} for title in "abc"])
        program = session.start([path])
        program.wait_for(lambda: len(steps(program)) == 3, "three steps")
        first, last = (program.find("list item", lambda name, n=n: name.startswith(f"Step {n}")) for n in (1, 3))
        program.drag(*first.centre(), last.centre()[0], last.extents()[1] + last.extents()[3] - 6, steps=20)
        program.wait_for(lambda: [name[-1] for name in steps(program)] == ["b", "c", "a"], "a dragged step")
        program.keys("ctrl+z")
        program.wait_for(lambda: [name[-1] for name in steps(program)] == ["a", "b", "c"], "the order again")
        program.keys("ctrl+q")
        other_window(program, program.main_window)
        program.find("button", "Close without Saving").click()
        program.wait_for_end()


def test_unsaved():
    with Session() as session:
        program = session.start([])
        program.keys("ctrl+shift+r")
        program.find("button", "Recording · 1 step")
        show(program, {"measure": "lg-share"})
        program.find("button", "Recording · 2 steps")
        program.keys("ctrl+q")
        other_window(program, program.main_window)
        label(program, "Save changes to “Recorded on")
        program.keys("Escape")
        program.wait_for(lambda: program.windows() == [program.main_window], "the question to close")
        program.focus()
        assert len(program.wait_for(lambda: steps(program), "the recorded steps")) == 2
        program.keys("ctrl+q")
        other_window(program, program.main_window)
        program.find("button", "Close without Saving").click()
        program.wait_for_end()


run_tests([test_replay, test_damaged, test_other_dataset, test_keyboard, test_drag, test_unsaved])
