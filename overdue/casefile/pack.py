"""A pack of XML parts, as an .xlsx workbook is one, read within bounds.

A part is unpacked and walked as a stream, and the walk ends at the first bound passed: a small file can
unfold into gigabytes, and a library that builds every cell would. Declarations of types and entities are
refused.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from overdue.model import OverdueError

MOST_ROWS = 2000
MOST_UNPACKED, MOST_PARTS, MOST_MARKS = 16_000_000, 2000, 150_000  # bytes, files in the pack, XML elements
LONGEST = 300  # characters of a text that are kept
PACKED = (ZIP_STORED, ZIP_DEFLATED)  # as spreadsheet programs pack; what unpacks the rest fails in its own ways
BROKEN = (
    BadZipFile,  # no pack, or one that contradicts itself
    NotImplementedError,  # a pack of a later version, or one that is encrypted as a whole
    zlib.error,  # a part that does not unfold
    EOFError,  # a part that ends too soon
    expat.ExpatError,  # a part that is no XML
    LookupError,  # XML in an encoding nobody has
    ValueError,  # XML in one that is no single byte, a name in none, a part that begins before the file does
)


@dataclass
class Pack:
    """A pack of parts and what may still be read of it. One that has a password, is packed as no spreadsheet program
    packs, or holds too many parts is refused: ``OverdueError``."""

    file: ZipFile
    bytes_left: int = MOST_UNPACKED
    marks_left: int = MOST_MARKS

    def __post_init__(self) -> None:
        items = self.file.infolist()
        if any(item.flag_bits & 1 for item in items):
            raise OverdueError("bill.file_old")
        if len(items) > MOST_PARTS or any(item.compress_type not in PACKED for item in items):
            raise OverdueError("bill.file_other")

    @property
    def parts(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self.file.namelist())

    def walk(self, part: str, start: Callable[[str, dict[str, str]], None], end: Callable[[str, str], None]) -> None:
        """Call ``start`` and ``end`` for the elements of a part, the text directly inside handed to ``end``."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        text: list[str] = []

        def opened(name: str, attributes: dict[str, str]) -> None:
            self.marks_left -= 1
            if self.marks_left < 0:
                raise OverdueError("bill.file_rows", given=MOST_MARKS, most=MOST_ROWS)
            text.clear()
            start(name.rpartition("}")[2], {key.rpartition("}")[2]: value for key, value in attributes.items()})

        def closed(name: str) -> None:
            end(name.rpartition("}")[2], "".join(text))
            text.clear()

        def said(piece: str) -> None:
            if len(text) < 8:
                text.append(piece[:LONGEST])

        def declared(*_: object) -> None:
            raise OverdueError("bill.file_other")

        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = said, declared
        with self.file.open(part) as stream:
            while piece := stream.read(65_536):
                self.bytes_left -= len(piece)
                if self.bytes_left < 0:
                    raise OverdueError("bill.file_unfolds", most=MOST_UNPACKED // 1_000_000)
                parser.Parse(piece, False)
            parser.Parse(b"", True)
