"""Runs build.py's command with the arguments given, then prints the most memory that it held, in megabytes.

That is the most of this process and the most of the largest of its children, added: too much rather than too little,
because pages that a child shares with its parent count twice.
"""

import resource
import sys

from directory.cli import main

if __name__ == "__main__":
    main(sys.argv[1:], standalone_mode=False)
    kilobytes = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(kilobytes / 1000)
