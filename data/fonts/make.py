#!/usr/bin/env python3
"""Makes the fonts of this folder: pip install fonttools; python3 make.py FOLDER-WITH-NOTO-FONTS [HERE].

The folder holds NotoSans-Regular.ttf, NotoSans-Bold.ttf, NotoSerif-Regular.ttf and NotoSansMath-Regular.ttf, as Debian's package
fonts-noto-core brings them (/usr/share/fonts/truetype/noto). What is kept of each: the letters of Russian, Kazakh and English and
of their neighbours, digits, punctuation, signs of currencies; arrows and signs of mathematics come from Noto Sans Math.
"""
import pathlib
import sys
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont

LETTERS = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x218, 0x21B), (0x259, 0x259), (0x2BB, 0x2BC),
    (0x300, 0x304), (0x306, 0x30C), (0x323, 0x323), (0x327, 0x328), (0x400, 0x4FF), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E),
    (0x1EF2, 0x1EF3), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030),
    (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x2070, 0x2070), (0x2074, 0x2079), (0x2080, 0x2089),
    (0x20A0, 0x20BF), (0x2116, 0x2116), (0x2122, 0x2122), (0x2126, 0x2126), (0x2153, 0x2154), (0x215B, 0x215E),
    (0xFFFD, 0xFFFD),
]
SIGNS = [
    (0x2190, 0x2193), (0x2202, 0x2202), (0x2206, 0x2206), (0x220F, 0x220F), (0x2211, 0x2212), (0x221A, 0x221A),
    (0x221E, 0x221E), (0x222B, 0x222B), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x25CA, 0x25CA),
    (0x25CF, 0x25CF),
]
FONTS = ["NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular"]


def points(ranges):
    return [point for first, last in ranges for point in range(first, last + 1)]


def part(path, ranges, to):
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.drop_tables += ["MATH", "GDEF"] if "Math" in path.name else []
    options.layout_features = [] if "Math" in path.name else options.layout_features
    font = TTFont(path)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points(ranges))
    subsetter.subset(font)
    font.save(to)


def main():
    source = pathlib.Path(sys.argv[1])
    here = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        letters, signs = pathlib.Path(folder, "letters.ttf"), pathlib.Path(folder, "signs.ttf")
        part(source / "NotoSansMath-Regular.ttf", SIGNS, signs)
        for name in FONTS:
            part(source / f"{name}.ttf", LETTERS, letters)
            merged = merge.Merger().merge([str(letters), str(signs)])
            merged.save(here / f"{name}.ttf")


main()
