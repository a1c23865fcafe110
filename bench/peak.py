"""Runs build.py's command with the arguments given, then prints the most memory that it held, in megabytes.

That is the most of this process and the most of its largest child, added. What the two share counts twice, and a
further child is not counted. docs/speed.md says how far that is from the truth.
"""

import resource
import sys

from directory.cli import main

if __name__ == "__main__":
    main(sys.argv[1:], standalone_mode=False)
    # Linux gives units of 1,024 bytes.
    held = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(held * 1024 / 1e6)
