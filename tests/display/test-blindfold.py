#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who does not see the map finds the highest gap, hears its neighbours, and selects the three lowest: by keys and what is
spoken alone."""

from harness import Session, run_tests
from explorer import read, selection, show, wait_for_selection


def gaps():
    """Talent gap by place, worked out from the dataset's two shares."""
    values = {measure["id"]: measure.get("values", {}) for measure in read("measures.json")}
    number = lambda value: value["value"] if isinstance(value, dict) else value
    return {place: number(values["pg-share"][place]) - number(share) for place, share in values["lg-share"].items()}


def test_walk():
    lowest = sorted(gaps(), key=gaps().get)
    highest = lowest[-1]
    names = {place["id"]: place["name"]["en"] for place in read("places.json")}
    with Session() as session:
        program = session.start([])
        show(program, measure="talent-gap", against="lg-share")
        program.wait_for(lambda: program.view().get("against") == "lg-share", "the view")
        for _stop in range(60):
            stop = program.press_to_move("Tab")
            if stop.name == "Map" and stop.role != "toggle button":
                break
        assert "Highest: Beijing with 8.45" in stop.description, stop.description

        def listen():
            """What is spoken, with spaces as people read them."""
            return stop.spoken.replace("\u00a0", " ").replace("\u202f", " ")

        def hear(place, *keys):
            """What is spoken once the keys have led to a place."""
            program.keys(*keys)
            return program.wait_for(lambda: program.hovered() == place and listen().startswith(names[place]) and listen(),
                                    f"{names[place]} to be spoken after {keys}")

        spoken = hear(highest, "Home")
        assert "8.45 percentage points" in spoken and "rank 1 of 10" in spoken, spoken
        assert "above its 1 neighbour with a value" in spoken and spoken.endswith("not selected"), spoken

        # All around Beijing, and back by its name.
        heard = {}
        for key in ("Left", "Down", "Right", "Up"):
            program.keys(key)
            place = program.wait_for(lambda: program.hovered() != highest and program.hovered(), f"the neighbour by {key}")
            heard[place] = program.wait_for(lambda: listen().startswith(names[place]) and listen(), f"{names[place]} to be spoken")
            program.keys("Escape")
            program.wait_for(lambda: program.hovered() == "", "the keyboard to leave the place")
            assert hear(highest, *"beijing").startswith("Beijing"), heard
            program.keys("Escape", "Home")
            program.wait_for(lambda: program.hovered() == highest, "Beijing again")
        assert "CN-HE" in heard and "CN-TJ" in heard, heard
        assert f"−{-gaps()['CN-HE']:.2f} percentage points" in heard["CN-HE"], heard
        assert "no data" in heard["CN-TJ"], heard

        assert "rank 10 of 10" in hear(lowest[0], "End")
        program.keys("Return")
        program.wait_for(lambda: stop.spoken.endswith(", selected"), "the selection to be spoken")
        for place in lowest[1:3]:
            hear(place, "alt+Up")
            program.keys("ctrl+Return")
            program.wait_for(lambda: place in selection(program), f"{place} to be selected")
        wait_for_selection(program, *lowest[:3])
        program.keys("alt+Down", "ctrl+Return")
        wait_for_selection(program, lowest[0], lowest[2])
        program.keys("Escape")
        program.wait_for(lambda: "Highest: Beijing" in stop.description, "the map's own description again")
        program.quit()


run_tests([test_walk])
