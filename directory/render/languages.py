"""What pages say about languages: which there are, what is a draft, and where the English is."""

from __future__ import annotations

from directory.i18n import mark

DRAFT = mark("This translation is a draft. No person has checked all of it yet.")
ORIGINAL = mark("Read this page in English")
LABEL = mark("Language:")
HERE = mark("This page in")
ELSEWHERE = mark("Other pages in")
ALL = mark("All pages in {language}")
START = mark("Start here")
ABOUT = mark("About these pages")
IN_ENGLISH = mark("In English:")
