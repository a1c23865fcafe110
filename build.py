"""Builds the directory. `python build.py --help` says what else it can do."""

from directory.cli import main

if __name__ == "__main__":
    main()
