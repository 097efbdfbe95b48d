#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the repository that no compiler checks; CONTRIBUTING.md says why each of them is there.

check-sources.py SOURCE-FOLDER prints every place that breaks one, and ends with status 1 if there is any."""

import os
import re
import subprocess
import sys

# Which of our folders a folder may include headers of. The libraries' dependencies say the same to the compiler;
# this also sees a system header that happens to be on everybody's path.
WALLS = {
    "app/base": set(),
    "app/stats": set(),
    "app/geo": {"app/base"},
    "app/model": {"app/base", "app/geo", "app/stats"},
    "app/io": {"app/base", "app/geo", "app/stats", "app/model"},
    "ui/compat": set(),
    "ui/chart": {"ui/compat"},
    "ui/map": {"ui/compat", "ui/chart", "app/geo", "app/base"},
}
# Headers of libraries that only some folders may see.
FOREIGN = {
    r"<gtk/|<gdk/|<gsk/|<adwaita": {"ui"},
    r"<cairo|<pango": {"ui"},
    r"<shumate/": {"ui/map"},
    r"<json-glib/": {"app", "tests"},
    r"<X11/|<gdk/x11/": {"tests"},
    r"<curl/|<libsoup/|<sys/socket\.h>|<netinet/": set(),
}
# The program talks to people through its window; only the command line prints.
MAY_PRINT = re.compile(r"^(app/main\.c|app/io/pivot-validate\.c|ui/pivot-command-line.*|ui/pivot-application.*|ui/export/.*batch.*|tests/.*)$")
NO_PRINT = re.compile(r"(?<![\w])(printf|puts|putchar|g_print|g_printerr|fprintf) \(")
# Lines of a file that can still be held in the head.
MAX_LINES = 600
TEXT_TYPES = (".c", ".h", ".py", ".sh", ".ui", ".css", ".xml", ".in", ".desktop", ".build")


def source_files(root):
    """Paths of all files that git keeps or would keep, below the root."""
    try:
        listed = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard"], stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True, check=True).stdout.splitlines()
        return sorted(path for path in set(listed) if os.path.isfile(os.path.join(root, path)))
    except (OSError, subprocess.CalledProcessError):
        # An unpacked archive, or no git to ask.
        pass
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(("_build", "."))]
        found += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    return sorted(found)


def folder_of(path):
    """The library a file belongs to: its first two folders."""
    return "/".join(path.split("/")[:2])


def within(path, folders):
    return any(path.startswith(folder + "/") for folder in folders)


def without_comments(text):
    """The text with comments and strings blanked, line by line as long as before."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0)) if match.group(0).startswith("/") else '""'
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.S)


class Checker:
    def __init__(self, root):
        self.root = root
        self.files = source_files(root)
        self.findings = []
        self.headers = {}
        for path in self.files:
            if path.endswith(".h") and path.startswith(("app/", "ui/")):
                other = self.headers.setdefault(os.path.basename(path), folder_of(path))
                if other != folder_of(path):
                    self.say(path, 1, f"{other} has a header of the same name: which is meant depends on the search path")

    def say(self, path, line, text):
        self.findings.append(f"{path}:{line}: {text}")

    def run(self):
        for path in self.files:
            if path.startswith("data/china-tech-pivot/"):
                continue
            if path.endswith(TEXT_TYPES) or path in ("pivot", ".ci/run"):
                with open(os.path.join(self.root, path), encoding="utf-8") as file:
                    self.check(path, file.read())
        return self.findings

    def check(self, path, text):
        self.check_text(path, text)
        if path.endswith((".c", ".h")):
            self.check_c(path, text)

    def check_text(self, path, text):
        lines = text.split("\n")
        if "SPDX-License-Identifier:" not in "\n".join(lines[:3]):
            self.say(path, 1, "no SPDX-License-Identifier in the first lines")
        if text and not text.endswith("\n"):
            self.say(path, len(lines), "the last line does not end")
        for number, line in enumerate(lines, 1):
            if line != line.rstrip():
                self.say(path, number, "space at the end of the line")
            if "\t" in line:
                self.say(path, number, "a tabulator")
            if path != "tests/check-sources.py" and re.search(r"\b(TODO|FIXME|XXX)\b", line):
                self.say(path, number, "a note to finish something: finish it, or write it to the tracker")

    def check_c(self, path, text):
        code = without_comments(text).split("\n")
        if path.endswith(".h") and "#pragma once" not in text:
            self.say(path, 1, "no #pragma once")
        if path.endswith(".c"):
            first = re.search(r'^#include .*$', text, re.M)
            if first and first.group(0) != '#include "config.h"':
                self.say(path, 1, 'the first #include is not "config.h"')
            if len(code) - 1 > MAX_LINES:
                self.say(path, MAX_LINES, f"{len(code) - 1} lines: part the file by what it is about")

        for number, (line, original) in enumerate(zip(code, text.split("\n")), 1):
            self.check_include(path, number, original)
            if not path.startswith("ui/compat/") and re.search(
                    r"G_GNUC_BEGIN_IGNORE_DEPRECATIONS|(GTK|GLIB|PANGO|SHUMATE|GDK)_(CHECK_VERSION|MINOR_VERSION)", line):
                self.say(path, number, "versions and deprecated calls are looked at in ui/compat only")
            if NO_PRINT.search(line) and not MAY_PRINT.match(path):
                self.say(path, number, "only the command line prints; use g_debug () or show it")
            if re.search(r"\b(strcpy|strcat|sprintf|gets|strtok) \(", line):
                self.say(path, number, "a call without a limit")
            if re.search(r"\b(strtod|strtof|atof) \(", line):
                self.say(path, number, "reads numbers in the person's locale; a file has the C locale: g_ascii_strtod ()")
            if re.search(r"\bg_usleep \(|(?<!\w)u?sleep \(", line) and path.startswith(("app/", "ui/", "tests/display/")):
                self.say(path, number, "wait for a condition, not for a time")

    def check_include(self, path, number, line):
        include = re.match(r'\s*#\s*include\s+(["<][^">]+[">])', line)
        if not include:
            return
        name = include.group(1)
        for pattern, allowed in FOREIGN.items():
            if re.match(pattern, name) and not within(path, allowed | {"tests"} if "ui" in allowed else allowed):
                self.say(path, number, f"{name} is not for {folder_of(path)}")
        own = folder_of(path)
        beside = os.path.join(os.path.dirname(path), name.strip('"<>')) in self.files
        owner = None if beside else self.headers.get(name.strip('"<>'))
        if owner and own in WALLS and owner != own and owner not in WALLS[own]:
            self.say(path, number, f"{own} must not know {owner}")


def main():
    findings = Checker(sys.argv[1]).run()
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
