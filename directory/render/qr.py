"""The QR code of an address, as a path: on paper it leads back to the page. The only module that knows segno."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import segno

_MASK = 0
"""Any of the eight masks can be read. To try them all for the most even one takes three times as long."""


@dataclass(frozen=True)
class Code:
    """`path` draws the dark modules as lines one unit wide, in a square of `size` units, without the quiet zone."""

    size: int
    path: str


def code(address: str) -> Code:
    rows = segno.make_qr(address, error="m", mask=_MASK, boost_error=False).matrix
    return Code(len(rows), "".join(f"M0 {y}.5{_line(row)}" for y, row in enumerate(rows)))


def _line(row: bytearray) -> str:
    runs = ((dark, len(list(run))) for dark, run in groupby(row))
    return "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs)
