"""What is promised of every set of answers, proven over the table by trying them all.

Twelve promises (docs/wizard.md). The eleventh, that the browser gives the same results, is proven in a browser by
tests/browser/test_wizard_table.py; the others here.
"""

from directory.proofs.prove import Proof, Verdict, prove
from directory.proofs.show import FORMATS, explain

__all__ = ["FORMATS", "Proof", "Verdict", "explain", "prove"]
