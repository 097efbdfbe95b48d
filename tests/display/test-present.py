#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A part of the story is presented by keys, drawn on, frozen and left; and a page looks the same on a small screen and a large one."""

import json
import os
import tempfile

from harness import Session, run_tests
from explorer import read, show

PART = 2
# Of a pair of pictures, scaled to one size: share of pixels that may differ by more than a quarter of the scale. Letters are hinted to
# whole pixels at one size and not at the other, and labels of a map may find room at another place.
TOLERANCE = 0.035


def titles(part):
    story = next(story for story in read("story.json") if story["part"] == part)
    return [step["title"]["en"] for step in story["steps"]]


def presented(program):
    return program.state("presented") if "presented" in program.actions() else None


def wait_for(program, **expected):
    """Waits until what is presented is like this."""
    program.wait_for(lambda: all(presented(program)[name] == value for name, value in expected.items()), str(expected))


def start(program, step):
    show(program, page="story", **{"story-step": step})
    program.wait_for(lambda: program.view().get("story-step") == step, "the story")
    program.keys("F5")
    return take_stage(program)


def take_stage(program):
    program.wait_for(lambda: presented(program), "the presentation")
    window = program.wait_for(lambda: [window for window in program.windows() if window != program.main_window], "the stage")[0]
    program.focus(window)
    return window


def page(program, step, total, title):
    return program.find(None, f"Step {step} of {total}: {title}")


def test_part():
    names = titles(PART)
    with Session(size="1280x720") as session:
        program = session.start([])
        start(program, f"{PART}/1")
        before = program.view()

        # Through the part, by the keys of keyboards and of clickers.
        for position, name in enumerate(names):
            page(program, position + 1, len(names), name)
            program.find("label", name)
            program.find("label", f"{position + 1} / {len(names)}")
            wait_for(program, step=position + 1)
            program.keys(("Page_Down", "space", "Right", "Down")[position % 4])
        wait_for(program, step=len(names))
        program.keys("Page_Up")
        wait_for(program, step=len(names) - 1)
        program.keys("shift+space")
        wait_for(program, step=len(names) - 2)
        program.keys("End")
        wait_for(program, step=len(names))
        program.keys("Home")
        wait_for(program, step=1)
        program.keys("2", "Return")
        wait_for(program, step=2)
        view = json.loads(presented(program)["view"])
        assert len(view["selection"]) == 10, view
        assert program.view() == before, program.view()

        # The map is alive, reads out large what is pointed at, and shows no tooltip.
        # The largest of those that show: the main window has one, too.
        x, y, width, height = max((node.extents() for node in program.find_all("panel", "Map")), key=lambda box: box[3])
        program.move(x + width * 0.28, y + height * 0.4)
        program.find("label", lambda text: text.startswith("Xinjiang"))
        assert not program.find_all("tool tip"), program.tree()
        program.click(x + width * 0.28, y + height * 0.4)
        program.wait_for(lambda: json.loads(presented(program)["view"])["selection"] == ["CN-XJ"], "Xinjiang to be selected")
        program.keys("F1")

        # Curtains, tools, zones at the edges.
        program.keys("b")
        wait_for(program, curtain=1)
        assert session.pixels(640, 360, 1, 1) == [(0, 0, 0)]
        program.keys("w")
        wait_for(program, curtain=2)
        program.keys("w", "period")
        wait_for(program, curtain=1)
        program.keys("period", "p")
        wait_for(program, curtain=0, pointer=True)
        program.keys("shift+p", "s")
        wait_for(program, pointer=False, spotlight=True)
        program.keys("s", "d")
        wait_for(program, spotlight=False, tool=1)
        program.drag(200, 500, 300, 560)
        wait_for(program, strokes=1)
        program.keys("x")
        wait_for(program, tool=2)
        program.click(250, 530)
        wait_for(program, strokes=0)
        program.keys("d")
        wait_for(program, tool=1)
        program.drag(200, 500, 300, 560)
        wait_for(program, strokes=1)
        program.keys("d", "Page_Down")
        wait_for(program, step=3, strokes=0)
        program.click(5, 360)
        wait_for(program, step=2, strokes=1, tool=0)
        program.click(1275, 360)
        wait_for(program, step=3)

        # One window more would be a dialog.
        assert len(program.windows()) == 2, program.windows()
        program.keys("Escape")
        program.wait_for(lambda: len(program.windows()) == 1, "the stage to go")
        assert program.view() == before, program.view()
        program.focus()

        # What was drawn is still there.
        start(program, f"{PART}/2")
        wait_for(program, step=2, strokes=1)
        program.keys("c")
        wait_for(program, strokes=0)
        program.keys("Escape")
        program.wait_for(lambda: len(program.windows()) == 1, "the stage to go")
        program.focus()
        program.quit()


def write_lesson(path):
    """Three steps, of which the second was guessed about."""
    guesses = [{"kind": "value", "name": "A class of before"}]
    lines = [{"format": "org.pivot.Lesson", "version": 1, "title": "Own"},
             {"title": "First", "view": {"measure": "lg-share"}},
             {"title": "Second", "view": {"classes": 4}, "guesses": guesses},
             {"title": "Third", "view": {}}]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
    return lines


def test_lesson():
    """A lesson that was opened is presented from the step at hand, and what is drawn over it becomes its own."""
    with Session(size="1280x720") as session, tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "own.pivot-lesson")
        lines = write_lesson(path)
        program = session.start([path])
        program.find("list item", lambda name: name.startswith("Step 2")).click()
        program.find("text", "Title of the step")
        program.find("button", "Present").click()
        take_stage(program)
        wait_for(program, step=2, strokes=0)
        assert json.loads(presented(program)["view"])["classes"] == 4, presented(program)
        page(program, 2, 3, "Second")
        program.keys("d")
        wait_for(program, tool=1)
        program.drag(200, 500, 300, 560)
        wait_for(program, strokes=1)
        program.keys("Escape")
        program.wait_for(lambda: len(program.windows()) == 1, "the stage to go")
        program.focus()

        program.wait_for(lambda: program.find("list item", "Own").description == "3 steps · not saved", "an unsaved lesson")
        program.keys("ctrl+s")
        program.wait_for(lambda: program.find("list item", "Own").description == "3 steps", "the lesson to be saved")
        with open(path, encoding="utf-8") as file:
            saved = [json.loads(line) for line in file]
        assert len(saved[2]["strokes"]) == 1 and saved[2]["guesses"] == lines[2]["guesses"], saved[2]
        assert all("strokes" not in saved[i] or not saved[i]["strokes"] for i in (1, 3)), saved

        # From the story it is the story that is presented, whatever lies on the desk.
        start(program, f"{PART}/2")
        page(program, 2, len(titles(PART)), titles(PART)[1])
        program.keys("Escape")
        program.wait_for(lambda: len(program.windows()) == 1, "the stage to go")
        program.focus()
        program.quit()


def test_presenter():
    with Session(size="1280x720") as session:
        program = session.start([])
        stage = start(program, "2/2")
        program.keys("n")
        program.find(None, "The next page")
        program.find("label", lambda text: text.startswith("On a photocopy: ") and " merge" in text)
        program.find(None, "Hatch")
        presenter = next(window for window in program.windows() if window not in (stage, program.main_window))
        program.focus(presenter)
        program.keys("h")
        program.wait_for(lambda: not program.find_all(None, "Hatch"), "the classes to be told apart")
        assert json.loads(presented(program)["view"])["hatching"], presented(program)

        # The class goes on seeing the page, while the presenter is at another.
        program.keys("f")
        wait_for(program, frozen=True)
        program.find("label", "Frozen: the class sees a still picture")
        program.keys("Page_Down")
        wait_for(program, step=3)
        program.keys("f", "n")
        wait_for(program, frozen=False)
        program.wait_for(lambda: len(program.windows()) == 2, "the presenter's window to go")
        program.focus(stage)
        program.keys("Escape")
        program.wait_for(lambda: len(program.windows()) == 1, "the stage to go")
        program.focus()
        program.quit()


def take(size, dark, step):
    """Pixels of a page, in cells of as many as the screen is larger than 320 × 180: the mean of each."""
    width, height = map(int, size.split("x"))
    cell = width // 320
    with Session(size=size) as session:
        program = session.start([])
        program.activate("color-scheme", "dark" if dark else "light")
        window = start(program, step)
        program.move(width - 2, height // 2)
        program.find("label", lambda text: text.endswith(" / 6"))
        program.wait_for(lambda: page(program, int(step.split("/")[1]), 6, titles(PART)[int(step.split("/")[1]) - 1])
                         .extents()[2:] == (width, height), "the page to be as large as the screen")
        last = None
        for _ in range(50):
            pixels = session.pixels(0, 0, width, height)
            if pixels == last:
                break
            last = pixels
        program.keys("Escape")
        program.wait_for(lambda: program.windows() and window not in program.windows(), "the stage to go")
        program.focus()
        program.quit()
    rows = []
    for row in range(0, height, cell):
        line = []
        for column in range(0, width, cell):
            inside = [pixels[(row + dy) * width + column + dx] for dy in range(0, cell, max(1, cell // 4))
                      for dx in range(0, cell, max(1, cell // 4))]
            line.append(tuple(sum(pixel[i] for pixel in inside) / len(inside) for i in range(3)))
        rows.append(line)
    return rows


def compare(dark, step):
    small, large = take("1280x720", dark, step), take("3840x2160", dark, step)
    different = sum(max(abs(a - b) for a, b in zip(one, other)) > 64
                    for line, other_line in zip(small, large) for one, other in zip(line, other_line))
    share = different / (320 * 180)
    # A page that is empty would look like any other.
    shades = {tuple(round(channel / 32) for channel in pixel) for line in small for pixel in line}
    assert len(shades) > 8, shades
    assert share < TOLERANCE, f"{share:.4f} of the page differs"
    print(f"# {'dark' if dark else 'light'} {step}: {share:.4f} differs")


def test_pair_light():
    compare(False, "2/2")


def test_pair_dark():
    compare(True, "2/2")


run_tests([test_part, test_lesson, test_presenter, test_pair_light, test_pair_dark])
