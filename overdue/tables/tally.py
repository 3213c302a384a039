"""How a room guessed, as bars: the count beside each, the true answer named in words, stronger and framed."""

from collections.abc import Collection, Sequence

from overdue.tables.moving import Moving, Picture, Stop, across, rect, text

ROW, TEXT, BAR = 46, 15, 14  # a row, its words' foot in it, its bar's height
WIDEST = 780  # thousandths: beside the longest bar stands its count


def tally(names: Sequence[str], counts: Sequence[int], said: Sequence[str], hits: Collection[int], mark: str) -> Moving:
    """Bars from the top, ``said`` at the end of each; ``hits`` are the places of the truth, ``mark`` the word for it.

    >>> one = tally(["below 15", "15"], [3, 9], ["3 of 12", "9 of 12"], {1}, "the answer")
    >>> one.pictures[0].alt
    'below 15: 3 of 12 · 15 (the answer): 9 of 12'
    """
    most, shapes, told = max([*counts, 1]), [], []
    for place, (name, count, text_) in enumerate(zip(names, counts, said, strict=True)):
        true, top = place in hits, place * ROW
        label = f"{name} ({mark})" if true else name
        told.append(f"{label}: {text_}")
        width = across(count, most) * WIDEST // 1000
        shapes += [
            text("strong" if true else "name", 0, top + TEXT, f"{name}  ✓ {mark}" if true else name, "start"),
            rect("interest" if true else "rest", 0, top + TEXT + 7, max(width, 2), BAR),
            text("strong" if true else "name", width + 12, top + TEXT + 19, text_, "start"),
        ]
    picture = Picture(ROW * len(names), " · ".join(told), tuple(shapes))
    return Moving("", (Stop("tally", ""),), pictures=(picture,))
