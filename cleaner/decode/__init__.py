"""Bytes to text and back, byte for byte.

`decode` makes a `Document`; `Document.encode` makes the bytes of its cleaned text together with the header
that a record keeps; `text_of_cleaned` and `restore_bytes` go the way back. Nothing here reads files.
"""

from __future__ import annotations

from cleaner.decode.coding import known, named
from cleaner.decode.detect import UNSURE
from cleaner.decode.document import Document, Encoded, decode, restore_bytes, text_of_cleaned

__all__ = [
    "UNSURE",
    "Document",
    "Encoded",
    "decode",
    "known",
    "named",
    "restore_bytes",
    "text_of_cleaned",
]
