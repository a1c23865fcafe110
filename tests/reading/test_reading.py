"""Our own words can be read by someone who is tired: at most 20 words a sentence, and grade 9 or lower.

What is read is every text of every finished page in English, and the table that Find support makes its results of. So
nothing that a template says is left out. Records, the vocabulary and the wizard are read as well as they are written: a
part of them is on no page today, and may be on one tomorrow.

- A text ends with its paragraph, entry of a list, cell, heading or line. Its sentences end with a full stop, question
  mark or exclamation mark. What ends otherwise is a name, a label or a heading: it is no sentence, and has no grade,
  but it may not have more than 20 words either.
- The grade is of all sentences under one heading, and of all sentences of a page, where they have at least 60 words.
  In fewer, one word such as "organisation" decides.

Three classes are exempt, and counted at the end of the run. exempt.py finds them.

- What we quote: a service's own sentence, the title of a guide, study or source, and the table that the directory
  began with. It is taken out of the text around it.
- The crisis lines. Before one changes, two people read the words, one of them clinical.
- A list of labels: a few words such as "It is for these jobs:", and then nothing but names of places, jobs or options.
  People look through it for their own, and don't read it as a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import mean

from directory.model import Directory
from tests.pages import Site
from tests.reading.exempt import exempt
from tests.reading.faults import MOST_WORDS, Pages, every_piece, every_text, grade_of, too_hard, too_long, whole
from tests.reading.sentences import Part, hidden_texts, is_sentence, parts, strings, word_count

Tell = Callable[[str], None]


def written(directory: Directory) -> Pages:
    """What is written in data/, as pages: a part for each record, and one for each list of words."""
    values: dict[str, object] = {record.id: record for record in directory.records}
    values |= {"vocabulary": directory.vocabulary, "wizard": directory.wizard, "timeline": directory.timeline}
    return {"data": [Part(name, tuple(strings(value))) for name, value in values.items()]}


def test_no_sentence_has_more_than_twenty_words(site: Site, tell: Tell) -> None:
    spared = exempt(site.directory)
    pages = {
        address: [*parts(page), Part("not on the page itself", tuple(hidden_texts(page)))]
        for address in site.addresses()
        for page in (site.page(address),)
    }
    texts = every_text({**pages, **written(site.directory)})
    found = every_piece(texts, spared)
    faults = too_long(found, spared)
    assert not faults, "\n" + "\n".join(faults)
    quoted = sum(any(quotation in text for text in texts) for quotation in spared.quotations)
    long = [piece for piece in found if word_count(piece) > MOST_WORDS]
    tell(
        f"Reading: {sum(map(is_sentence, found))} different sentences on {len(pages)} pages and in data/, none over "
        f"{MOST_WORDS} words. Exempt: {quoted} quotations and titles, {len(spared.crisis)} texts of crisis lines, "
        f"{sum(map(spared.is_list, long))} long lists of labels."
    )


def test_no_text_is_harder_than_grade_nine(site: Site, tell: Tell) -> None:
    spared = exempt(site.directory)
    pages = {address: parts(site.main(address)) for address in site.addresses()}
    faults = too_hard(pages, spared)
    assert not faults, "\n" + "\n".join(faults)
    grades = [reached for of_page in pages.values() if (reached := grade_of(whole(of_page), spared))]
    tell(f"Reading: grade {mean(grades):.1f} on average over {len(grades)} pages, {max(grades):.1f} at most.")
