#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pinyin.bin from the Unihan database, as Debian's package unicode-data has it.

build.py [FOLDER-OF-UNIHAN] > pinyin.bin. README.md beside this file says what is in it."""

import bz2
import collections
import re
import struct
import sys
import unicodedata

FIRST, LAST = 0x4E00, 0x9FFF
MAX_READINGS = 3
# Interjections that are no syllables, and would be found by one letter.
NO_SYLLABLES = {"hm", "hng", "m", "n", "ng", "r"}


def read(folder):
    """Fields by code point."""
    fields = collections.defaultdict(dict)
    wanted = {"kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983", "kSimplifiedVariant"}
    for name in ("Readings", "Variants"):
        with bz2.open(f"{folder}/Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
            for line in lines:
                parts = line.rstrip("\n").split("\t", 2)
                if len(parts) == 3 and parts[1] in wanted:
                    fields[int(parts[0][2:], 16)][parts[1]] = parts[2]
    return fields


def plain(reading):
    """Without its tone; ü is typed as v."""
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def readings(field):
    """The customary reading first, then others in order of how common they are."""
    found = [plain(word) for word in field.get("kMandarin", "").split()]
    found += [plain(re.sub(r"\(.*", "", word)) for word in field.get("kHanyuPinlu", "").split()]
    for name in ("kTGHZ2013", "kXHC1983"):
        for word in field.get(name, "").split():
            found += [plain(reading) for reading in word.split(":")[1].split(",")]
    return found


def main():
    fields = read(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    table = {}
    for point in range(FIRST, LAST + 1):
        field = fields.get(point, {})
        found = readings(field)
        # Dictionaries of common words do not list traditional forms.
        for other in field.get("kSimplifiedVariant", "").split():
            if found:
                found += readings(fields[int(other[2:], 16)])
        table[point] = [word for word in dict.fromkeys(found) if word not in NO_SYLLABLES][:MAX_READINGS]

    syllables = sorted({word for words in table.values() for word in words})
    index = {word: i + 1 for i, word in enumerate(syllables)}
    extra = [(point - FIRST, index[word]) for point in table for word in table[point][1:]]
    assert len(syllables) < 512

    text = b"".join(word.encode("ascii") + b"\0" for word in syllables)
    bits = 0
    for point in reversed(range(FIRST, LAST + 1)):
        bits = bits << 9 | (index[table[point][0]] if table[point] else 0)
    packed = bits.to_bytes(((LAST + 1 - FIRST) * 9 + 7) // 8, "little")
    sys.stdout.buffer.write(struct.pack("<4sHHHH", b"PVPY", 1, len(syllables), len(text), len(extra)))
    sys.stdout.buffer.write(text + packed + b"".join(struct.pack("<HH", *pair) for pair in extra))


if __name__ == "__main__":
    main()
