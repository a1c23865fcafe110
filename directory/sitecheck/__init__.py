"""The check of the finished site: every link, id, budget and number, read from the files alone.

It trusts nothing that was said before: of the project it knows only the list of withdrawn numbers.
"""

from directory.sitecheck.faults import Fault, Report
from directory.sitecheck.verify import verify

__all__ = ["Fault", "Report", "verify"]
