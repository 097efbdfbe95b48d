# SPDX-License-Identifier: GPL-3.0-or-later
"""Predict, then reveal: a ranking by keys, classes by pointer and by keys, the line of a series, two teams compared, and nothing of
the data before the reveal."""

import json
import re

from explorer import Map, read, show
from harness import Session, run_tests

MEASURE = "lg-count-batch12"
VALUES = next(measure["values"] for measure in read("measures.json") if measure["id"] == MEASURE)
IDS = {place["name"]["en"]: place["id"] for place in read("places.json")}


class GuessMap(Map):
    """The map of a guess, before the pointer has anything to say to the session."""

    def __init__(self, program):
        super().__init__(program)
        self.node = program.find(None, "Map of the guess")


def guesses(program):
    return json.loads(program.view().get("guesses") or "[]")


def places(program):
    rows = program.find("list", "Ranking, highest first").find_all("list item", showing=False)
    return [re.match(r"\d+: ([^:]*)", row.name)[1] for row in rows]


def number(value):
    return value["value"] if isinstance(value, dict) else value


def spearman(order):
    """By the definition, with mid-ranks; positions from the highest."""
    values = [number(VALUES[IDS[name]]) for name in order]
    truth = [sum(other < value for other in values) + (sum(other == value for other in values) + 1) / 2 for value in values]
    guess = list(range(len(order), 0, -1))
    mean = (len(order) + 1) / 2
    top = sum((a - mean) * (b - mean) for a, b in zip(guess, truth))
    return top / (sum((a - mean) ** 2 for a in guess) * sum((b - mean) ** 2 for b in truth)) ** 0.5


def plain(words):
    """With spaces that a test can be written with."""
    return re.sub("[\u00a0\u202f]", " ", words)


def text(score):
    return f"ρ = {score:.2f}, n = 8".replace("-", "−")


def test_ranking():
    with Session() as session:
        program = session.start([])
        show(program, page="teach", activity="predict", measure=MEASURE)
        program.find("button", "Reveal")
        before = program.wait_for(lambda: len(places(program)) == 8 and places(program), "eight places")
        assert not any("ρ" in node.name for node in program.walk()), "a score before the reveal"

        program.find("list item", f"1: {before[0]}").click()
        program.keys("alt+Down")
        wanted = [before[1], before[0], *before[2:]]
        program.wait_for(lambda: places(program) == wanted, "the first place to be the second")
        program.keys("alt+Down", "alt+Up")
        program.wait_for(lambda: len(guesses(program)) == 1 and places(program) == wanted, "a guess of the class")
        red = places(program)
        # Undone where it was done.
        program.keys("alt+Down", "alt+Left")
        program.wait_for(lambda: places(program) == red, "the move to be taken back")

        program.find("text", "Name of a team").click()
        program.type("Blue")
        program.keys("Return")
        program.wait_for(lambda: program.view().get("predict-team") == "Blue" and places(program) == before, "another team")
        program.find("list item", f"8: {before[7]}").click()
        program.keys("alt+Up", "alt+Up")
        blue = program.wait_for(lambda: len(guesses(program)) == 2 and places(program)[5] == before[7] and places(program),
                                "a guess of the other team")

        # Nothing that is shown or spoken has a number of the data in it yet.
        numbers = {str(number(VALUES[IDS[name]])) for name in before}
        for node in program.find("list", "Ranking, highest first").find_all("list item", showing=False):
            assert not numbers & set(re.findall(r"\d+", node.name.split(": ", 1)[1])), node.name

        program.find("button", "Reveal").click()
        program.wait_for(lambda: program.view().get("predict-revealed"), "the data")
        scores = {"The class": spearman(red), "Blue": spearman(blue)}
        teams = program.wait_for(lambda: [node.name for node in program.walk()
                                          if re.match(r"(The class|Blue): ρ", node.name)] or None, "the scores")
        assert len(teams) == 2, teams
        for name in teams:
            team = name.split(":")[0]
            assert text(scores[team]) in name, (name, scores)
        assert [name.split(":")[0] for name in teams] == sorted(scores, key=scores.get, reverse=True), (teams, scores)
        program.find(None, "Map of guess minus data")
        program.quit()


def test_painting():
    with Session() as session:
        program = session.start([])
        show(program, page="teach", activity="predict", measure=MEASURE, predict="classes")
        where = GuessMap(program)
        program.find("button", lambda name: re.match(r"3: ", name)).click()
        program.click(*where.where("CN-XJ"))
        program.wait_for(lambda: guesses(program) and guesses(program)[0]["values"] == {"CN-XJ": 2}, "Xinjiang in the third class")

        # By keys: a class by its number, a place by arrows and Enter.
        where.node.look()
        program.keys("1", "Right", "Return")
        program.wait_for(lambda: 0 in guesses(program)[0]["values"].values(), "a place in the first class")
        told = program.find(None, "Map of the guess").spoken
        assert not re.search(r"\b%s\b" % number(VALUES["CN-XJ"]), told), told
        # Hong Kong has no value and cannot be guessed.
        held = guesses(program)
        program.click(*where.where("CN-HK"))
        program.keys("Escape")
        program.find("button", "Reveal").click()
        program.find(None, "Map of guess minus data")
        assert guesses(program) == held, guesses(program)
        program.find(None, lambda name: name.startswith("The class: ") and "n = 2" in name)

        program.find("button", "New Guess").click()
        program.wait_for(lambda: not guesses(program) and not program.view().get("predict-revealed"), "a new guess")
        program.keys("alt+Left")
        program.wait_for(lambda: guesses(program) == held, "the guess to come back")
        program.quit()


def test_line():
    figure, series = "1-1a", "online-retail-growth"
    row = next(row for one in read("figures.json") if one["id"] == figure for row in one["series"] if row["id"] == series)
    truth = {point["x"]: point["value"] for point in row["points"]}
    hidden = ["2019", "2020", "2021"]
    with Session() as session:
        program = session.start([])
        show(program, page="teach", activity="predict", predict="line", **{"predict-line": f"{figure}/{series}",
                                                                           "predict-from": "2019"})
        chart = program.find(None, lambda name: name.startswith("Line of the guess: Online retail sales, growth"))
        assert f"2018: {truth['2018']} %" in plain(chart.name) and "2019: no guess yet" in chart.name, chart.name
        x, y, width, height = chart.extents()

        # What is shown already cannot be drawn, but a click on it brings the keyboard.
        program.click(x + width * 0.3, y + height * 0.3)
        program.keys("Home", "Page_Up", "Up")
        first = program.wait_for(lambda: guesses(program)[0]["values"], "a guess")
        assert list(first) == ["2019"] and first["2019"] > truth["2018"], first
        program.wait_for(lambda: re.fullmatch(r"2019: guessed [\d.]+ % y/y", plain(chart.spoken)), "the value to be spoken")
        # One key, one change: what comes of several would have to be waited for.
        program.keys("Right", "Page_Down")
        drawn = program.wait_for(lambda: len(guesses(program)[0]["values"]) == 2 and guesses(program)[0]["values"],
                                 "a second point")
        assert drawn["2020"] < drawn["2019"], drawn
        program.keys("Right", "Page_Down")
        program.wait_for(lambda: len(guesses(program)[0]["values"]) == 3, "a third point")
        program.keys("alt+Left")
        program.wait_for(lambda: guesses(program)[0]["values"] == drawn, "the third point to be taken back")

        for node in program.walk():
            for year in hidden:
                assert f"{truth[year]}" not in node.name, node.name

        # Another team draws with the pointer, from the right to the left, and all points on the way are its own.
        program.find("text", "Name of a team").click()
        program.type("Blue")
        program.keys("Return")
        program.wait_for(lambda: program.view().get("predict-team") == "Blue", "another team")
        program.drag(x + width * 0.97, y + height * 0.3, x + width * 0.72, y + height * 0.5, steps=2)
        blue = program.wait_for(lambda: guesses(program)[1]["values"], "a line of the other team")
        assert sorted(blue) == hidden and blue["2021"] > blue["2020"] > blue["2019"], blue

        program.find("button", "Reveal").click()
        for team, values in (("The class", drawn), ("Blue", blue)):
            score = sum(abs(values[year] - truth[year]) for year in values) / len(values)
            wanted = f"{team}: mean absolute difference {round(score, 2):g} percentage points, n = {len(values)}"
            program.find(None, lambda name, wanted=wanted: plain(name) == wanted)
        chart = program.find(None, lambda name: name.startswith("Line of the guess: "))
        assert all(f"{year}: {truth[year]} %" in plain(chart.name) for year in hidden), chart.name
        held = guesses(program)
        program.drag(x + width * 0.97, y + height * 0.5, x + width * 0.72, y + height * 0.5, steps=2)
        program.keys("Up")
        program.find("button", "New Guess").click()
        program.wait_for(lambda: guesses(program) == held[:1], "the guess of the team to be gone, and no other changed")
        program.quit()


def test_damaged():
    with Session() as session:
        program = session.start([])
        damaged = '[{"kind":"rank"}]'
        show(program, page="teach", activity="predict", measure=MEASURE, guesses=damaged)
        program.find("label", lambda name: name.startswith("guesses: $[0]"))
        assert program.view()["guesses"] == damaged
        program.find("button", "Begin Anew").click()
        program.wait_for(lambda: not program.view().get("guesses"), "an empty book")
        program.quit()


run_tests([test_ranking, test_painting, test_line, test_damaged])
