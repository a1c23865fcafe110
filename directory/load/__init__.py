"""Files to plain trees. The only room that knows YAML.

Every scalar stays the text that was typed: 03001231705 is not a number and NO is not false until the schema says so.
A broken file is a value, a list of diagnostics, never an exception. Positions are found again on demand (`locate`),
because almost no value ever needs one.
"""

from directory.load.files import MAX_BYTES, File, find, folder_faults, lines
from directory.load.trees import MAX_DEPTH, Tree, Value, locate, parse, read

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "File",
    "Tree",
    "Value",
    "find",
    "folder_faults",
    "lines",
    "locate",
    "parse",
    "read",
]
