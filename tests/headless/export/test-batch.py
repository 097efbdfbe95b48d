#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program exports without a display, and other people's tools can read what it writes."""

import csv
import filecmp
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM = os.environ["PIVOT_TEST_PROGRAM"]
ENVIRONMENT = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": "/nonexistent", "LC_ALL": "C.UTF-8",
    "PIVOT_DATADIR": os.environ["PIVOT_TEST_DATADIR"], "PIVOT_LOCALEDIR": os.environ["PIVOT_TEST_LOCALEDIR"],
    "G_DEBUG": "fatal-criticals",
    # Where leaks are looked for, those of other people's libraries are known.
    **{name: os.environ[name] for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ},
}


class Skip(Exception):
    pass


def sanitizer_options(arguments):
    """A leak of Cairo's that comes with Chinese fonts is told from ours by who called it, which only the slow way finds out."""
    options = ENVIRONMENT.get("ASAN_OPTIONS")
    if options is None or "--language=zh_CN" not in arguments or "--export=all" in arguments:
        return {}
    return {"ASAN_OPTIONS": options + ":fast_unwind_on_malloc=0:malloc_context_size=40"}


def export(*arguments, status=0, user=None, **environment):
    done = subprocess.run([PROGRAM, *arguments], env={**ENVIRONMENT, **sanitizer_options(arguments), **environment},
                          capture_output=True, timeout=120, user=user)
    assert done.returncode == status, (arguments, done.returncode, done.stderr.decode())
    assert status != 0 or done.stderr == b"", done.stderr.decode()
    return done.stdout if status == 0 else done.stderr.decode()


def tool(name, *arguments):
    if not shutil.which(name):
        raise Skip(f"{name} is not installed")
    done = subprocess.run([name, *arguments], capture_output=True, timeout=60)
    assert done.returncode == 0, (name, done.stderr.decode())
    return done.stdout.decode(errors="replace")


def test_formats_are_valid(folder):
    for what in ("map", "scatter", "ranking", "grid", "figure:1-1a"):
        stem = os.path.join(folder, what.replace(":", "-"))
        for end in ("svg", "pdf", "png"):
            export(f"--export={what}", f"--output={stem}.{end}", "--scale=1")
        tool("xmllint", "--noout", "--nonet", stem + ".svg")
        tool("pngcheck", "-q", stem + ".png")
        with open(stem + ".svg", encoding="utf-8") as file:
            assert "<image" not in file.read(), "a raster image in an SVG"


def test_pdf_has_letters_and_fonts(folder):
    path = os.path.join(folder, "map.pdf")
    export("--export=map", "--output=" + path)
    info = tool("pdfinfo", path)
    assert "Talent gap" in info and "CreationDate" not in info and "960 x 540" in info, info
    assert "Xinjiang" in tool("pdftotext", path, "-")
    fonts = tool("pdffonts", path).splitlines()[2:]
    assert fonts and all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts), fonts
    info = tool("pdfinfo", path) if export("--export=map", "--output=" + path, SOURCE_DATE_EPOCH="86400") == b"" else ""
    assert "Jan  2 1970" in info or "1970" in info, info


def test_story_has_pages(folder):
    path = os.path.join(folder, "story.pdf")
    export("--export=story", "--output=" + path)
    assert "Pages:           26" in tool("pdfinfo", path)
    assert "Competing for talent" in tool("pdftotext", path, "-")
    assert "PDF" in export("--export=story", "--output=" + os.path.join(folder, "story.png"), status=2)


def test_lesson_has_pages(folder):
    lesson, path = os.path.join(folder, "a.pivot-lesson"), os.path.join(folder, "lesson.pdf")
    steps = [{"title": "Look at shares", "text": "Where are they?", "question": "Why there?", "notes": "Speak slowly.",
              "view": {"measure": "lg-share", "selection": ["CN-ZJ", "FR-75"]}},
             {"title": "A figure", "view": {"page": "story", "figure": "1-1b"}},
             {"title": "Tables", "text": "No picture of these.", "view": {"page": "data"}}]
    with open(lesson, "w", encoding="utf-8") as file:
        for line in [{"format": "org.pivot.Lesson", "version": 1, "title": "Talent", "steps": 3}, *steps]:
            file.write(json.dumps(line) + "\n")
    export("--export=lesson:" + lesson, "--output=" + path)
    assert "Pages:           4" in tool("pdfinfo", path)
    text = tool("pdftotext", path, "-")
    for words in ("Talent", "Look at shares", "Why there?", "Share of all Little Giants", "There is no place “FR-75” here.",
                  "Revenue growth of the internet giants", "No picture of these."):
        assert words in text, (words, text)
    assert "Speak slowly." not in text, text
    export("--export=lesson:" + lesson, "--notes", "--output=" + path)
    assert "Speak slowly." in tool("pdftotext", path, "-")
    assert "PDF" in export("--export=lesson:" + lesson, "--format=png", "--output=" + path, status=2)
    with open(lesson, "a", encoding="utf-8") as file:
        file.write("{")
    assert "a.pivot-lesson: line 5, column 2" in export("--export=lesson:" + lesson, "--output=" + path, status=1)


def test_svg_and_png_agree(folder):
    svg, png, drawn = (os.path.join(folder, name) for name in ("map.svg", "map.png", "drawn.png"))
    export("--export=map", "--output=" + svg)
    export("--export=map", "--output=" + png, "--scale=1")
    tool("rsvg-convert", svg, "-o", drawn)
    assert tool("identify", "-format", "%w %h", png) == tool("identify", "-format", "%w %h", drawn) == "1280 720"
    compare = subprocess.run(["compare", "-metric", "MAE", png, drawn, "null:"], capture_output=True, timeout=60)
    share = float(compare.stderr.decode().split("(")[1].rstrip(")"))
    assert share < 0.01, share


def test_png_is_valid(folder):
    path = os.path.join(folder, "map.png")
    export("--export=map", "--output=" + path, "--size=400x300", "--scale=1", "--transparent")
    tool("pngcheck", "-q", path)


def test_csv_is_strict(folder):
    path = os.path.join(folder, "scatter.csv")
    export("--export=scatter", "--output=" + path, LC_ALL="zh_CN.UTF-8")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(io.StringIO(file.read()), strict=True))
    assert len({len(row) for row in rows}) == 1 and len(rows) == 35, rows[:2]
    beijing = next(row for row in rows if row[0] == "CN-BJ")
    assert float(beijing[2]) == 8.45 and float(beijing[5]) == 15, beijing
    tianjin = next(row for row in rows if row[0] == "CN-TJ")
    assert tianjin[2] == "", "what is missing is no number"


def test_every_figure_has_its_numbers(folder):
    """Also those that show events, places on a map, or a table of places."""
    for figure, least, words in (("1-1a", 30, "49.7"), ("2-2", 20, "Zhejiang"), ("3-2", 20, "China Unicom"), ("4-2", 40, "-4.82")):
        rows = list(csv.reader(io.StringIO(export(f"--export=figure:{figure}", "--format=csv", "--output=-").decode()),
                               strict=True))
        assert len({len(row) for row in rows}) == 1 and len(rows) >= least, (figure, len(rows))
        assert any(words in cell for row in rows for cell in row), (figure, rows[:3])


def test_all_is_the_same_twice(folder):
    for language in ("en", "zh_CN"):
        folders = [os.path.join(folder, f"{language}-{i}") for i in (1, 2)]
        for path in folders:
            export("--export=all", "--format=svg", "--language=" + language, "--output=" + path)
        names = sorted(os.listdir(folders[0]))
        assert names == sorted(os.listdir(folders[1])) and "index.html" in names and len(names) > 40, names
        match, differ, errors = filecmp.cmpfiles(*folders, names, shallow=False)
        assert not differ and not errors, (differ, errors)
    with open(os.path.join(folder, "zh_CN-1", "map-lg-share.svg"), encoding="utf-8") as file:
        assert "浙江" in file.read()
    # The words of the program, and not only those of the dataset. Newer C libraries translate nothing without a locale for it.
    libc = tuple(int(number) for number in os.confstr("CS_GNU_LIBC_VERSION").split()[-1].split("."))
    if libc >= (2, 39):
        return
    for language, words in (("en", "Figure 1-1b: Revenue"), ("zh_CN", "图 1-1b：互联网")):
        with open(os.path.join(folder, f"{language}-1", "figure-1-1b.svg"), encoding="utf-8") as file:
            text = file.read()
        assert words in text and (language == "en") == ("Rebuilt from" in text), text[:3000]


def test_misuse_is_told(folder):
    for arguments, words in (
            (["--export=nothing"], "map, scatter"), (["--export=map", "--measure=x"], "lg-share"),
            (["--export=map", "--size=1x1"], "--size"), (["--export=map", "--classes=99"], "2 to 9"),
            (["--export=map", "--view={"], "--view"), (["--export=map", "--format=doc"], "svg"),
            (["--export=map", "--parts=x"], "legend"), (["--export=figure:x"], "figure"), (["--export=all"], "--output"), (["--export=timeline", "--firm=x"], "--firm")):
        said = export(*arguments, status=2)
        assert words in said, (arguments, said)


def test_faults_leave_nothing(folder):
    gone = os.path.join(folder, "gone", "map.png")
    assert "not saved" in export("--export=map", "--output=" + gone, status=1)
    assert not os.path.exists(os.path.dirname(gone))
    blocked = os.path.join(folder, "file")
    with open(blocked, "w", encoding="utf-8"):
        pass
    assert "not saved" in export("--export=map", f"--output={blocked}/map.png", status=1)
    assert sorted(os.listdir(folder)) == ["file"]


def test_read_only_folder(folder):
    os.chmod(folder, 0o755)
    closed = os.path.join(folder, "closed")
    os.mkdir(closed, 0o555)
    # Root may write everywhere, nobody may not.
    user = 65534 if os.geteuid() == 0 else None
    try:
        said = export("--export=map", f"--output={closed}/map.png", status=1, user=user)
    except PermissionError as error:
        raise Skip("nobody else may start the program here") from error
    assert "not saved" in said and "may write" in said, said
    assert os.listdir(closed) == []


def test_folder_vanishes_midway(folder):
    output = os.path.join(folder, "all")
    process = subprocess.Popen([PROGRAM, "--export=all", "--scale=1", "--output=" + output], env=ENVIRONMENT,
                               stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while not (os.path.isdir(output) and any(name.endswith(".png") for name in os.listdir(output))):
        assert process.poll() is None and time.monotonic() < deadline, "no file yet"
        time.sleep(0.01)
    os.rename(output, os.path.join(folder, "elsewhere"))
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1 and b"folder is gone" in said, (process.returncode, said)
    names = os.listdir(os.path.join(folder, "elsewhere"))
    assert not os.path.exists(output) and all(name.endswith(".png") for name in names), names


def test_round_trip(folder):
    """A view that is written into a file makes the same file again."""
    for end in ("png", "svg", "pdf"):
        first, second = (os.path.join(folder, f"{name}.{end}") for name in ("first", "second"))
        export("--export=map", "--measure=lg-share", "--classes=4", "--selection=CN-ZJ", "--scale=1", "--output=" + first)
        export("--export=map", "--view=" + first, "--scale=1", "--output=" + second)
        assert filecmp.cmp(first, second, shallow=False), end


def test_view_in_the_file(folder):
    """Opening a file turns to the page that its drawing stands on."""
    for what, words in (("map", '"measure"'), ("timeline", '"page":"firms"'), ("figure:1-1b", '"page":"story"')):
        path = os.path.join(folder, "file.svg")
        export("--export=" + what, "--measure=lg-share", "--firm=keda-automation", "--output=" + path)
        with open(path, encoding="utf-8") as file:
            text = file.read().replace("&quot;", '"').replace('\\"', '"').replace(" ", "")
        assert words in text and (what == "map") != ('"page":' in text), text[:1500]


def test_parts_and_themes(folder):
    path = os.path.join(folder, "map.svg")

    def read(*arguments):
        export("--export=map", "--output=" + path, *arguments)
        with open(path, encoding="utf-8") as file:
            return file.read()
    whole, bare, title = read(), read("--parts=none"), read("--parts=title")
    assert "Natural Earth" in whole and ">Talent gap</text>" in whole and "<desc" in whole
    counts = [text.count("<text") for text in (bare, title, whole)]
    assert counts[0] < counts[1] < counts[2] and "<desc" not in bare, counts
    assert len({read("--theme=" + theme) for theme in ("light", "dark", "print")}) == 3
    assert "<text" not in read("--outlines")


def test_help_needs_no_locale(folder):
    for arguments in ([], ["LC_ALL=C.UTF-8"]):
        said = subprocess.run(["env", "-i", *arguments, PROGRAM, "--help-export"], capture_output=True, timeout=60).stdout.decode()
        for word in ("--export=", "--output=", "--parts=", "--language=", "“-”"):
            assert word in said, said


def test_full_disk(folder):
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", folder], capture_output=True)
    if mounted.returncode != 0:
        raise Skip("nothing can be mounted here")
    try:
        assert "not saved" in export("--export=map", f"--output={folder}/map.png", status=1)
        assert os.listdir(folder) == [], "something is left"
    finally:
        subprocess.run(["umount", folder], check=True)


def test_killed_leaves_no_half(folder):
    path = os.path.join(folder, "map.png")
    for delay in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3):
        process = subprocess.Popen([PROGRAM, "--export=map", "--output=" + path, "--scale=2"], env=ENVIRONMENT)
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        if os.path.exists(path):
            with open(path, "rb") as file:
                assert file.read()[-8:] == b"IEND\xaeB`\x82", "half a file"
            os.remove(path)


def numbers(path):
    """Numbers in the margin of a worksheet or its key, in their order."""
    text = tool("pdftotext", "-layout", path, "-")
    return [int(match) for match in re.findall(r"^ {0,3}(\d{1,2})\.(?: |$)", text, re.M)]


def test_worksheet_has_answers(folder):
    """As many answers as questions, in either language, with the answers in a file of their own."""
    for language, measure, level in (("en", "lg-per-million", "all"), ("en", "talent-gap", "find"), ("en", "talent-gap", "compare"),
                                     ("en", "talent-gap", "explain"), ("zh_CN", "lg-share", "all"), ("zh_CN", "lg-share", "explain")):
        path, key = (os.path.join(folder, name) for name in ("sheet.pdf", "sheet-key.pdf"))
        export("--export=worksheet", f"--measure={measure}", f"--level={level}", "--questions=6", "--seed=3",
               f"--language={language}", "--output=" + path)
        assert numbers(path) == numbers(key) == list(range(1, 7)), (measure, level, numbers(path), numbers(key))
        answers = tool("pdftotext", key, "-")
        assert answers.count("[1]") >= 2, "no source, or nothing that names it"
        for file in (path, key):
            fonts = tool("pdffonts", file).splitlines()[2:]
            assert fonts and all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts), fonts
            info = tool("pdfinfo", file)
            assert "CreationDate" not in info and "A4" in info, info
        os.remove(path)
        os.remove(key)


def test_worksheet_is_the_same_twice(folder):
    def make(name, *arguments):
        export("--export=worksheet", "--output=" + os.path.join(folder, name + ".pdf"), *arguments)
        parts = []
        for end in (".pdf", "-key.pdf"):
            with open(os.path.join(folder, name + end), "rb") as file:
                parts.append(file.read())
        return parts
    for language in ("en", "zh_CN"):
        first = make("one", "--seed=7", "--language=" + language)
        assert first == make("two", "--seed=7", "--language=" + language), language
        other = make("three", "--seed=8", "--language=" + language)
        assert first[0] != other[0] and first[1] != other[1]
    # The file has its view in it, and so its seed.
    again = os.path.join(folder, "again.pdf")
    export("--export=worksheet", "--view=" + os.path.join(folder, "three.pdf"), "--language=zh_CN", "--output=" + again)
    with open(again, "rb") as file:
        assert file.read() == other[0]


def test_worksheet_as_asked(folder):
    path = os.path.join(folder, "sheet.pdf")
    export("--export=worksheet", "--paper=letter", "--key=none", "--output=" + path)
    assert os.listdir(folder) == ["sheet.pdf"] and "612 x 792" in tool("pdfinfo", path), os.listdir(folder)
    alone = numbers(path)
    pages = int(re.search(r"Pages: +(\d+)", tool("pdfinfo", path)).group(1))

    # One document: the answers begin on a sheet of paper of their own.
    export("--export=worksheet", "--paper=letter", "--key=after", "--output=" + path)
    assert numbers(path) == alone * 2, numbers(path)
    for page in range(1, pages + 1):
        assert "Answer key" not in tool("pdftotext", "-f", str(page), "-l", str(page), path, "-")
    first = pages + pages % 2 + 1
    assert tool("pdftotext", "-f", str(first), "-l", str(first), path, "-").startswith("Answer key")
    output = export("--export=worksheet", "--paper=letter", "--output=-")
    with open(path, "rb") as file:
        # The view, which is in the file too, says where the answers are.
        assert output[:4] == b"%PDF" and abs(len(output) - len(file.read())) < 100

    # The answers are nowhere in what pupils get.
    export("--export=worksheet", "--output=" + path)
    assert sorted(os.listdir(folder)) == ["sheet-key.pdf", "sheet.pdf"]
    assert "Sources" not in tool("pdftotext", path, "-") and "computed" not in tool("pdftotext", path, "-")

    for arguments, word in ((["--level=hard"], "compare"), (["--questions=41"], "40"), (["--seed=-2"], "--seed"),
                            (["--paper=a3"], "letter"), (["--key=inside"], "apart"), (["--format=png"], "PDF")):
        assert word in export("--export=worksheet", *arguments, "--output=" + os.path.join(folder, "no"), status=2), arguments
    assert "pupil" in export("--export=worksheet:teacher", "--output=" + os.path.join(folder, "no.pdf"), status=2)
    assert len(os.listdir(folder)) == 2


def main():
    tests = [(name, test) for name, test in sorted(globals().items()) if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder)
                print(f"ok {number} {name} # {time.monotonic() - start:.1f} s")
            except Skip as skip:
                print(f"ok {number} {name} # SKIP {skip}")
            except Exception:
                failed += 1
                print(f"not ok {number} {name}")
                print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()))
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
