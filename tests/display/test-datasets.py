#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Datasets that cannot be opened: the message names the file and the place, the process lives, and what is open stays."""

import os
import shutil
import subprocess
import tempfile

from harness import Session, Skip, program_path, run_tests
from explorer import DATASET, copy_dataset, show, wait_for_selection

FITS, FAILS, DOES_NOT_FIT = 0, 1, 2
NOBODY = 65534


def twice(places):
    return [*places, places[0]]


def copy_with_faults(folder):
    """A copy of which one file is cut off and another has an object twice."""
    return copy_dataset(folder, places=twice, firms=lambda firms: b'[{"id": "keda"')


def test_error_page():
    with Session() as session:
        folder = copy_with_faults(os.path.join(session.folder, "broken"))
        program = session.start(["--dataset", folder])
        button = program.find("button", lambda name: "Open Another…" in name)
        assert button.has_state("focusable")
        program.find("label", lambda name: folder in name)
        for words in ("firms.json", "places.json", "[34]"):
            program.find("label", lambda name, words=words: words in name)
        # The way out of it.
        program.find("button", lambda name: "Open the Bundled Dataset" in name).click()
        program.find(None, "Map")
        program.quit()


def test_open_dataset_stays():
    with Session() as session:
        broken = copy_with_faults(os.path.join(session.folder, "broken"))
        good = copy_dataset(os.path.join(session.folder, "good"),
                            dataset=lambda dataset: {**dataset, "title": {"en": "Another Title"}})
        program = session.start([])
        show(program, measure="lg-share", against="pg-share", selection=["CN-ZJ", "CN-BJ"])
        wait_for_selection(program, "CN-ZJ", "CN-BJ")
        title, view = program.frame().look().name, program.view()

        assert session.run(["--dataset", broken]) == (0, "", "")
        program.find("label", lambda name: "was not opened" in name and broken in name)
        assert program.find("button", lambda name: "Details" in name)
        assert program.view() == view, program.view()
        assert program.frame().look().name == title
        assert program.find(None, "Map")

        assert session.run(["--dataset", good]) == (0, "", "")
        program.wait_for(lambda: program.frame().look().name.startswith("Another Title"), "the title of the other dataset")
        program.wait_for(lambda: not program.find_all("label", lambda name: "was not opened" in name), "no message")
        wait_for_selection(program, "CN-ZJ", "CN-BJ")
        program.quit()


def replace(name, content):
    """Another content of a file, as bytes or as what makes the file."""
    def change(folder):
        path = os.path.join(folder, name)
        os.unlink(path)
        if callable(content):
            content(path)
        else:
            with open(path, "wb") as file:
                file.write(content)
    return change


def edit(name, old, new):
    """A file in which something is replaced, once."""
    def change(folder):
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            content = file.read()
        assert old in content, (name, old)
        with open(path, "wb") as file:
            file.write(content.replace(old, new, 1))
    return change


def cut_off(folder):
    path = os.path.join(folder, "measures.json")
    os.truncate(path, os.path.getsize(path) // 2)


def large(path):
    with open(path, "wb") as file:
        file.truncate(2 << 30)


# What is done to a copy, and what the message has to say.
BROKEN = {
    "truncated": (cut_off, "measures.json"),
    "empty": (replace("figures.json", b""), "figures.json"),
    "nested": (replace("firms.json", b"[" * 100000), "firms.json"),
    "nested-closed": (replace("story.json", b"[" * 100000 + b"]" * 100000), "story.json"),
    "infinite": (edit("measures.json", b"2.35", b"1e999"), "measures.json"),
    "duplicate": (edit("places.json", b'"id": "CN-TJ"', b'"id": "CN-BJ"'), "CN-BJ"),
    "encoding": (edit("places.json", b"Tianjin", b"Tian\xffjin"), "places.json"),
    "large": (replace("measures.json", large), "measures.json"),
    "unknown": (edit("places.json", b'"cluster-jjj"', b'"cluster-zzz"'), "cluster-zzz"),
    "wrong-type": (edit("places.json", b'"id": "CN-TJ"', b'"id": 7'), "$[1].id"),
    "fifo": (replace("checks.json", os.mkfifo), "checks.json"),
    "folder-for-file": (replace("checks.json", os.mkdir), "checks.json"),
    "no-index": (lambda folder: os.unlink(os.path.join(folder, "dataset.json")), "dataset.json"),
    "gone": (shutil.rmtree, "dataset.json"),
}


def validate(folder, prefix=()):
    """(exit status, report)"""
    done = subprocess.run([*prefix, program_path(), "--validate", folder], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "GSETTINGS_BACKEND": "memory"})
    assert done.stderr == "", done.stderr
    return done.returncode, done.stdout


def make_broken(parent):
    """A folder for each fault: (folder, words of its message)."""
    for name, (change, words) in BROKEN.items():
        folder = copy_dataset(os.path.join(parent, name))
        change(folder)
        yield folder, words


def test_window_outlives_every_fault():
    with Session() as session:
        broken = list(make_broken(session.folder))
        program = session.start(["--dataset", broken[0][0]])

        # With nothing open, the page tells of the last folder that was asked for.
        def labels():
            return " ".join(node.name for node in program.find_all("label"))
        for folder, words in broken:
            assert session.run(["--dataset", folder]) == (0, "", "")
            program.wait_for(lambda: folder in labels() and words in labels(), f"the page about {folder}")

        # With a dataset open, it stays, and the banner tells. A few of them do: the way there is the same.
        assert session.run(["--dataset", DATASET, "--view", '{"selection": ["CN-ZJ"], "classes": 4}']) == (0, "", "")
        wait_for_selection(program, "CN-ZJ")
        view = program.view()
        for folder, _words in broken[::4]:
            assert session.run(["--dataset", folder]) == (0, "", "")
            program.wait_for(lambda: f"“{folder}” was not opened" in labels(), f"the banner about {folder}")
            assert program.view() == view, program.view()
        assert program.find(None, "Map")
        program.quit()


def test_validate_broken():
    failures = []
    with tempfile.TemporaryDirectory() as parent:
        for folder, words in make_broken(parent):
            status, report = validate(folder)
            if status != DOES_NOT_FIT or words not in report or "error: " not in report:
                failures.append(f"{folder}: {status}: {report[:400]}")
    assert not failures, "\n".join(failures)


def test_validate_without_permission():
    with tempfile.TemporaryDirectory() as parent:
        os.chmod(parent, 0o755)
        folder = copy_dataset(os.path.join(parent, "locked"))
        prefix = []
        if os.geteuid() == 0:
            prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            can_run = subprocess.run([*prefix, program_path(), "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                     stderr=subprocess.STDOUT, check=False).returncode == 0
            if not can_run:
                raise Skip("nobody may not run the program")
        try:
            os.chmod(os.path.join(folder, "places.json"), 0)
            status, report = validate(folder, prefix)
            assert status == DOES_NOT_FIT and "places.json" in report, (status, report)
            os.chmod(folder, 0)
            status, report = validate(folder, prefix)
            assert status == DOES_NOT_FIT and "permission" in report, (status, report)
        finally:
            os.chmod(folder, 0o755)


def test_validate_what_fits():
    status, report = validate(DATASET)
    assert status == FAILS, (status, report)
    failing = [line.split(": ")[1] for line in report.splitlines() if line.startswith("check failed: ")]
    printed = {"gap-shaanxi": "1.16", "mean-undersupply-pg-share": "3.10"}
    for name, number in printed.items():
        assert any(line.startswith(f"check failed: {name}: ") and line.endswith(f"printed {number}")
                   for line in report.splitlines()), report

    with tempfile.TemporaryDirectory() as parent:
        def without(checks):
            return [check for check in checks if check["id"] not in failing]
        folder = copy_dataset(os.path.join(parent, "sound"), checks=without)
        status, report = validate(folder)
        assert status == FITS and "check failed" not in report, (status, report)


run_tests([test_error_page, test_open_dataset_stays, test_window_outlives_every_fault, test_validate_broken,
           test_validate_without_permission, test_validate_what_fits])
