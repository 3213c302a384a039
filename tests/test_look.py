"""The look can be read: contrasts of the theme, and chart colours that survive print and colour blindness."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from overdue.charts.look import LABEL

CONFIG = tomllib.loads((Path(__file__).parents[1] / ".streamlit/config.toml").read_text(encoding="utf-8"))
ROOT = Path(__file__).parents[1]
SHEET = (Path(__file__).parents[1] / "overdue/ui/sheet.css").read_text(encoding="utf-8")
MOVER = (ROOT / "static/mover.css").read_text(encoding="utf-8")
LABELS = "calc(.875rem / var(--z, 1))"  # of a picture, which grows with the stage by itself
THEMES = {name: CONFIG["theme"][name] for name in ("light", "dark")}
# How a linear colour looks to someone without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
EYES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def linear(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour):
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour, eye):
    red, green, blue = (
        min(1, max(0, sum(a * b for a, b in zip(row, linear(colour), strict=True)))) for row in EYES[eye]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("ink", ["textColor", "primaryColor", "linkColor"])
def test_words_can_be_read_on_both_grounds(name, ground, ink):
    assert contrast(THEMES[name][ink], THEMES[name][ground]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("hue", ["red", "yellow", "orange", "green", "blue"])
def test_words_in_a_note_can_be_read(name, hue):
    assert contrast(THEMES[name][f"{hue}TextColor"], THEMES[name][f"{hue}BackgroundColor"]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_charts_have_exactly_the_ten_colours_that_streamlit_needs(name):
    colours = THEMES[name]["chartCategoricalColors"]
    assert len(set(colours)) == len(colours) == 10
    assert min(contrast(colour, THEMES[name]["backgroundColor"]) for colour in colours) >= 3


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("eye", EYES)
def test_the_five_components_differ_for_every_eye(name, eye):
    seen = [lab(colour, eye) for colour in THEMES[name]["chartCategoricalColors"][:5]]
    apart = [sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 for one, other in combinations(seen, 2)]
    assert min(apart) > 15


@pytest.mark.parametrize("name", THEMES)
def test_the_five_components_differ_in_greyscale(name):
    greys = sorted(lab(colour, "all cones")[0] for colour in THEMES[name]["chartCategoricalColors"][:5])
    assert min(b - a for a, b in pairwise(greys)) > 4


# Of Streamlit's own: its English under a field that is typed in, its shade on a button that a finger has left.
NOT_OURS = {'[data-testid="InputInstructions"]', '[data-testid="stBaseButton-secondary"]:hover:not(:active)'}


def test_the_sheet_leans_on_our_keys_and_on_little_of_streamlits_but_in_print():
    """A key becomes a class of ours; the next Streamlit may rename everything else."""
    rules = re.findall(r"([^{}]+)\{[^{}]*\}", re.sub(r"/\*.*?\*/|@media print \{.*", "", SHEET, flags=re.S))
    assert rules
    assert {selector.strip() for selector in rules if "data-testid" in selector} == NOT_OURS
    for selector in {selector.strip() for selector in rules} - NOT_OURS:
        assert selector.strip().startswith((".st-key-", '[class*="st-key-', ":is(.st-key-", ':is([class*="st-key-')), (
            selector
        )
        assert not re.search(r"testid|emotion|\.st(?!-key-)", selector), selector


def test_what_lies_over_the_page_has_the_papers_of_the_theme():
    paper = [THEMES[name]["backgroundColor"] for name in ("light", "dark")]
    assert f"light-dark({paper[0]}, {paper[1]})" in SHEET


def test_the_sheet_has_no_colour_that_is_not_the_themes():
    given = {value for name in ("light", "dark") for value in THEMES[name].values() if isinstance(value, str)}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", SHEET)) <= given | {"#FFFFFF", "#1A2123"}  # a button's


def test_type_has_four_sizes():
    """The figure, headings, text and labels; before a room (the stage) its own four."""
    page = re.sub(r"\n\.stage [^\n]*", "", MOVER)
    sizes = set(CONFIG["theme"]["headingFontSizes"]) | set(
        re.findall(r"font-size: ([^;]+);", re.sub(r"min\(([\w.]+),[^)]*\)", r"\1", SHEET + page))
    )
    assert sizes | {"1rem", "0.875rem"} == {"2.5rem", "1.4rem", "1rem", "0.875rem", ".875rem", LABELS}
    assert 0.875 * CONFIG["theme"]["baseFontSize"] == LABEL
    for path in (ROOT / "overdue/charts").glob("*.py"):
        assert not re.search(r'font": \{[^}]*"size": \d', path.read_text(encoding="utf-8")), path


# What lies side by side or on each other in a picture that moves: kinds of its sheet.
NEIGHBOURS = [
    *combinations(("principal", "interest", "fees", "penalty", "compound"), 2),
    ("late", "kept"),
    ("suit", "doubled"),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", NEIGHBOURS)
def test_neighbours_in_a_picture_differ_in_grey_or_have_a_gap_of_the_page_between_them(name, pair):
    """A photocopy keeps lightness and gaps, and no hue."""
    colours = THEMES[name]["chartCategoricalColors"]
    filled = {kind: colours[int(n)] for kind, n in re.findall(r"\.(\w+) \{ fill: var\(--c(\d)\)", MOVER)}
    gaps = re.findall(r"rect:is\(([^)]*)\) \{ stroke: var\(--st-background-color\)", MOVER)
    one, other = (lab(filled[kind], "all cones")[0] for kind in pair)
    assert abs(one - other) >= 10 or any(f".{kind}" in gaps[0] for kind in pair)


def test_paper_has_the_inks_of_the_light_theme():
    light, paper = THEMES["light"], MOVER[MOVER.index("@media print") :]
    for ink, name in (
        ("text", "textColor"),
        ("primary", "primaryColor"),
        ("red", "redColor"),
        ("border", "borderColor"),
    ):
        assert f"--st-{ink}-color: {light[name]};" in paper
    used = set(re.findall(r"var\(--c(\d)\)", MOVER))
    assert dict(re.findall(r"--c(\d): (#\w+) !important", paper)) == {
        n: light["chartCategoricalColors"][int(n)] for n in used
    }
    assert "--st-background-color: #FFFFFF;" in paper
