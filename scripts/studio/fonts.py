"""Makes the studio's fonts: fonts.py FOLDER writes them there, from the packages in node_modules.

They have the letters of the languages that the studio draws without a font of the system: Latin (Vietnamese
included), Greek and Cyrillic. Noto Emoji has all emoji.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

PACKAGES = Path(__file__).parent / "node_modules"

# Blocks of Unicode. A font that lacks some of these characters is complete without them.
BLOCKS = [
    range(0x0020, 0x007F),  # Basic Latin
    range(0x00A0, 0x0250),  # Latin-1, Latin Extended-A and -B
    range(0x02B0, 0x0370),  # Modifier letters, combining marks
    range(0x0370, 0x0530),  # Greek, Cyrillic
    range(0x1E00, 0x2000),  # Latin Extended Additional (Vietnamese), Greek Extended
    range(0x2000, 0x2070),  # Punctuation
    range(0x2070, 0x20D0),  # Superscripts, currencies
    range(0x2100, 0x2400),  # Letter-like symbols, numbers, arrows, mathematics, keys
    range(0x2460, 0x2500),  # Circled numbers
    range(0x2500, 0x2600),  # Boxes and shapes: trees and tables in code
    range(0x2600, 0x27C0),  # Symbols, check marks
    range(0x2B00, 0x2C00),  # More arrows
    range(0xFFFD, 0xFFFE),  # The replacement character
]

# What text needs to look right, and digits of equal width, for a clock that doesn't shake.
TEXT_FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "case", "tnum"]

# Without ligatures: code is shown as it is typed, `!=` and not `≠`.
CODE_FEATURES = ["kern", "ccmp", "mark", "mkmk"]

# A number that tells what a vertex of an emoji is about is half as long then. At 100 pixels, a unit is a sixth of
# a pixel.
EMOJI_UNITS_PER_EM = 640


def reduce(font: TTFont, characters: set[int], features: list[str]) -> None:
    """Removes from a font what isn't needed to draw these characters."""
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    # The copyright, the license and the names: the license forbids to remove the first two.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    # Tables for printers, for other programs, and for lines from top to bottom.
    options.drop_tables += ["DSIG", "STAT", "gasp", "meta", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def write(source: str, target: Path, features: list[str]) -> None:
    font = TTFont(PACKAGES / source, recalcTimestamp=False)
    characters = set(font.getBestCmap())
    if "Emoji" in source:
        scale_upem(font, EMOJI_UNITS_PER_EM)
    else:
        characters &= {character for block in BLOCKS for character in block}
    reduce(font, characters, features)
    # A font that browsers load is compressed; this one is compressed with the other data.
    font.flavor = None
    font.save(target)


def main(folder: Path) -> None:
    inter = "inter-ui/"
    google = "@expo-google-fonts/"
    write(inter + "display/InterDisplay-Bold.woff2", folder / "inter-display-bold.ttf", TEXT_FEATURES)
    write(inter + "display/InterDisplay-SemiBold.woff2", folder / "inter-display-semibold.ttf", TEXT_FEATURES)
    write(inter + "web/Inter-Medium.woff2", folder / "inter-medium.ttf", TEXT_FEATURES)
    write(
        google + "jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf",
        folder / "jetbrains-mono-medium.ttf",
        CODE_FEATURES,
    )
    write(
        google + "noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf",
        folder / "noto-emoji-semibold.ttf",
        ["ccmp"],
    )


main(Path(sys.argv[1]))
