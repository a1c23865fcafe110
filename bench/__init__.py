"""How fast the site is built: `make bench`, or `python -m bench --quick` for 1,000 records only. See docs/speed.md.

generate makes synthetic records, and hugo a Hugo site of the same records. steps and peak each run in a process of
their own: how long every step takes, and how much memory a build holds. runs starts processes and times them, and
__main__ puts all of it into one table beside the goals.
"""
