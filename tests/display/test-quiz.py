#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A quiz of ten, answered by keys and by one click: every right answer is worked out here from the files of the dataset, and
from what a screen reader hears."""

import json
import re

from explorer import positions, read
from harness import Session, run_tests

PLACES = read("places.json")
NAMES = {place["name"]["en"]: number for number, place in enumerate(PLACES)}
IDS = [place["id"] for place in PLACES]
MEASURE = next(measure for measure in read("measures.json") if measure["id"] == "lg-share")


def neighbours():
    """Places that have a piece of border in common, by name."""
    owners = {}
    for feature in read("boundaries.geojson")["features"]:
        for position in positions(feature["geometry"]["coordinates"]):
            owners.setdefault(tuple(position[:2]), set()).add(feature["id"])
    shared = {}
    for ids in owners.values():
        for one in ids:
            for other in ids - {one}:
                shared[one, other] = shared.get((one, other), 0) + 1
    found = {name: set() for name in NAMES}
    for (one, other), count in shared.items():
        if count > 1:
            found[PLACES[IDS.index(one)]["name"]["en"]].add(PLACES[IDS.index(other)]["name"]["en"])
    return found


def value(name):
    number = MEASURE["values"][IDS[NAMES[name]]]
    return number["value"] if isinstance(number, dict) else number


def button(program, words):
    """GTK 4.8 says the words of some buttons twice."""
    return program.find("button", lambda name: name in (words, f"{words} {words}"))


def begin(program, **view):
    program.activate("view", json.dumps({"page": "teach", "activity": "quiz", "measure": "lg-share", **view}))
    button(program, "Begin")


def choices(program):
    """Names to choose from, by their keys."""
    found = {}
    for node in program.find_all("button"):
        match = re.fullmatch(r"([1-4])  (.*?)(?: \1  \2)?", node.name)
        if match:
            found[match[2]] = match[1]
    return found


def walk_to(program, name):
    """By keyboard alone, places come in the order of the dataset."""
    def is_first():
        program.keys("Home")
        return program.find(None, "Map without names").spoken.startswith("A place ")

    program.wait_for(is_first, "the first place under the keyboard")
    program.keys(*["alt+Down"] * NAMES[name], "Return")


def answer(program, question, borders):
    """Gives the right answer, and returns its kind."""
    found = re.fullmatch(r"Where is (.*)\? Click it\.", question)
    if found:
        assert found[1] not in program.find(None, "Map without names").spoken
        walk_to(program, found[1])
        return "find"
    found = re.fullmatch(r"Which place borders on (.*)\? Click one\.", question)
    if found:
        walk_to(program, min(borders[found[1]]))
        return "neighbour"
    if question == "Which place is marked on the map?":
        heard = program.find(None, "Map without names").description
        around = re.search(r"It borders on (.*)\.$", heard)
        around = set(around[1].split(", ")) if around else set()
        offered = choices(program)
        right = [name for name in offered if borders[name] == around]
        assert len(right) == 1, (heard, offered)
        program.keys(offered[right[0]])
        return "name"
    assert question == "Where is it higher: Share of all Little Giants (%)?", question
    offered = choices(program)
    assert len(offered) == 2
    program.keys(offered[max(offered, key=value)])
    return "higher"


def get_question(program, number):
    program.find("label", lambda name: name.startswith(f"Question {number} of 10"))
    return program.find("label", lambda name: name.startswith("Where is") or name.startswith("Which place")).name


def test_ten_right():
    borders = neighbours()
    with Session() as session:
        program = session.start([])
        begin(program)
        program.find("text", "Seed").click()
        program.keys("ctrl+a")
        program.type("42")
        # In a text, Ctrl+A is all of the text, and not all places.
        button(program, "Begin").click()
        program.wait_for(lambda: program.view()["quiz"] == "42/lg-share", "a quiz")
        assert "selection" not in program.view(), program.view()
        kinds = set()
        for number in range(1, 11):
            question = get_question(program, number)
            kinds.add(answer(program, question, borders))
            button(program, "Next")
            program.wait_for(lambda n=number: len(program.view()["quiz-answers"]) == n, "an answer")
            # The keyboard has gone to the button that goes on.
            program.keys("Return")
        assert kinds == {"find", "name", "higher", "neighbour"}, kinds
        program.find("label", "10 of 10 right")
        rows = program.find_all("list item", lambda name: name.startswith("right: "))
        assert len(rows) == 10, [str(row) for row in rows]
        # Back takes the step to the result back, and the view holds all of it.
        program.keys("alt+Left")
        program.find("label", lambda name: name.startswith("Question 10 of 10"))
        program.quit()


def test_wrong():
    with Session() as session:
        program = session.start([])
        begin(program, **{"quiz-kinds": ["higher"], "quiz-length": "2"})
        button(program, "Begin").click()
        program.find("label", lambda name: name.startswith("Question 1 of 2"))
        offered = choices(program)
        wrong = min(offered, key=value)
        program.find("button", lambda name: name.endswith(wrong)).click()
        verdict = program.find("label", lambda name: name.startswith("No: "))
        for name in offered:
            assert f"{name} {value(name):.2f}" in verdict.name, verdict.name
        # Both numbers say where they come from.
        sources = program.find_all(None, lambda name: name.startswith("Source: "))
        assert {node.name[8:] for node in sources if node.name} >= set(offered)
        button(program, "Next").click()
        button(program, "Don't Know").click()
        button(program, "Next").click()
        program.find("label", "0 of 2 right")
        program.find("list item", lambda name: name.startswith("wrong: ") and "Not answered" in name)
        # The same questions again.
        button(program, "The Same Again").click()
        program.find("label", lambda name: name.startswith("Question 1 of 2"))
        assert set(choices(program)) == set(offered)
        button(program, "Stop").click()
        button(program, "Begin")
        program.wait_for(lambda: "quiz" not in program.view(), "no quiz in the view")
        program.quit()


run_tests([test_ten_right, test_wrong])
