#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop knows a lesson when it sees one, by name and by content, and knows whom to open it with.

check-mime.py SOURCE-FOLDER BUILD-FOLDER"""

import os
import re
import subprocess
import sys
import tempfile

MIME_TYPE = "application/x-pivot-lesson"
HEADERS = [b'{"format":"org.pivot.Lesson","version":1}\n', b'{"format": "org.pivot.Lesson", "version": 1, "title": "a"}\n']
# What each file is, by its name and its beginning.
CASES = ([("a.pivot-lesson", b"", True), ("A B.PIVOT-LESSON", b"", True), ("a.json", b"{}", False), ("a.lesson", b"", False),
          ("a.txt", b'{"format":"org.else"}', False), ("a", b'say "org.pivot.Lesson"', False)] +
         [(None, header, True) for header in HEADERS])


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as file:
        return file.read()


def install(source, folder):
    """A system that has nothing but our types."""
    packages = os.path.join(folder, "mime", "packages")
    os.makedirs(packages)
    with open(os.path.join(packages, "org.pivot.Explorer.xml"), "w", encoding="utf-8") as file:
        file.write(read(source, "data", "org.pivot.Explorer.mime.xml"))
    subprocess.run(["update-mime-database", os.path.join(folder, "mime")], check=True)
    os.environ.update(XDG_DATA_HOME=folder, XDG_DATA_DIRS=folder, LANGUAGE="en", LC_ALL="C.UTF-8")


def check_types():
    import gi  # Reads the types when it is first asked, from where they are by now.
    from gi.repository import Gio
    for name, beginning, expected in CASES:
        found, _uncertain = Gio.content_type_guess(name, beginning)
        if (found == MIME_TYPE) != expected:
            yield f"{name or 'a file without a name'} that begins with {beginning!r} is taken for {found}"
    if Gio.content_type_get_description(MIME_TYPE) != "Pivot Explorer lesson":
        yield f"it is described as “{Gio.content_type_get_description(MIME_TYPE)}”"


def check_others(source, build):
    """The desktop file, as it is installed, and the metainfo name the same type."""
    entry = read(build, "data", "org.pivot.Explorer.desktop")
    if not re.search(rf"^MimeType=(.*;)?{MIME_TYPE};", entry, re.M):
        yield f"the desktop file does not open {MIME_TYPE}"
    if not re.search(r"^Exec=pivot-explorer %[fFuU]$", entry, re.M):
        yield "the desktop file does not pass the file on"
    if f"<mediatype>{MIME_TYPE}</mediatype>" not in read(build, "data", "org.pivot.Explorer.metainfo.xml"):
        yield f"the metainfo does not provide {MIME_TYPE}"
    if not re.search(r'<comment xml:lang="zh_CN">.+</comment>', read(source, "data", "org.pivot.Explorer.mime.xml")):
        yield "the type has no Chinese name"


def main(source, build):
    with tempfile.TemporaryDirectory() as folder:
        install(source, folder)
        findings = [*check_types(), *check_others(source, build)]
    for finding in findings:
        print(finding)
    return 1 if findings else 0


sys.exit(main(*sys.argv[1:]))
