"""The edge where MkDocs and Material are. Nothing outside this package knows their names.

`frame` gives the empty frame that every page is put into, and the prose of pages/; `Frame.fill` puts a page into it.
"""

from directory.engine.cache import frame
from directory.engine.frame import Frame, Page, Place, Prose

__all__ = ["Frame", "Page", "Place", "Prose", "frame"]
