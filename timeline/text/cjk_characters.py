# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cjk_characters.py OUT   writes the code points of Chinese, Japanese and Korean that are compiled in, one a line, in hex:
# GB 2312, JIS X 0208 with what Windows added to it (names need it), the first level of Big5, the syllables of KS X 1001.
import sys


def characters(codec, leads, trails):
    """All that a two-byte encoding has in these ranges."""
    for lead in leads:
        for trail in trails:
            try:
                yield from bytes([lead, trail]).decode(codec)
            except UnicodeDecodeError:
                pass  # a gap


high = range(0xA1, 0xFF)
japanese = [*range(0x81, 0xF0), *range(0xFA, 0xFD)]  # between are characters of one's own
wanted = {*characters("gb2312", high, high), *characters("cp932", japanese, range(0x40, 0xFD))}
wanted |= {*bytes(range(0xA1, 0xE0)).decode("cp932"), "\U00020BB7"}  # narrow katakana, and a common name
wanted |= {*characters("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *high])}
wanted |= {*characters("euc_kr", range(0xB0, 0xC9), high)}
with open(sys.argv[1], "w", encoding="ascii") as out:
    for character in sorted(c for c in wanted if ord(c) >= 0x2000):  # other faces have the letters below
        print(f"{ord(character):X}", file=out)
