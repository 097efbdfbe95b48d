#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the tests in Meson's logs, subtest by subtest, and prints the sum as the last line of the run.

An argument is a testlog.json, or the word build-failed, which counts as one failure."""

import json
import re
import sys

TAP_LINE = re.compile(r"^(not )?ok\b(.*)$", re.M)


def count_one(test):
    """(passed, failed, skipped) of one test program."""
    passed = failed = skipped = 0
    for negated, rest in TAP_LINE.findall(test.get("stdout") or ""):
        if re.search(r"#\s*skip", rest, re.I):
            skipped += 1
        elif negated:
            failed += 1
        else:
            passed += 1

    result = test["result"]
    if result in ("OK", "EXPECTEDFAIL"):
        return max(passed, 0 if skipped else 1), 0, skipped
    if result == "SKIP":
        return passed, 0, max(skipped, 1)
    return passed, max(failed, 1), skipped


def count_log(path):
    if path == "build-failed":
        return [(0, 1, 0)]
    try:
        with open(path, encoding="utf-8") as log:
            return [count_one(json.loads(line)) for line in log]
    except OSError as error:
        print(error, file=sys.stderr)
        return [(0, 1, 0)]


def main():
    counts = [count for path in sys.argv[1:] for count in count_log(path)] or [(0, 0, 0)]
    passed, failed, skipped = (sum(column) for column in zip(*counts))
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
