"""Synthetic records in our schema, to measure builds with: python -m bench.generate N DIR.

Vocabularies, crisis lines and the other single files are copies of the repository's data/; the records are made of
bench/words.yml. The same N and the same words give the same files. Three in five records are services. Each describes
itself in about 120 words and names four to six sources, which is more than most real ones do.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.typed import Fields, text

DATA = Path(__file__).parent.parent / "data"
FEWEST = 100
"""Fewer could not hold all the records that the copied lists and crisis lines name."""

WORDS = 115
"""A description ends with the sentence that reaches so many words."""


@dataclass(frozen=True)
class Made:
    """A record: its folder (services or resources), its id and its fields."""

    folder: str
    id: str
    fields: Fields


def main() -> None:
    """Writes a data folder DIR of N records."""
    match sys.argv[1:]:
        case [count, folder] if count.isdecimal() and int(count) >= FEWEST and not Path(folder).exists():
            write(int(count), Path(folder))
        case _:
            sys.exit(f"Usage: python -m bench.generate N DIR, with an N of at least {FEWEST} and a DIR that is new.")


def write(count: int, folder: Path) -> None:
    """A data folder with `count` records. Raises FileExistsError where there is something already."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("services", "resources"))
    for kind in ("services", "resources"):
        (folder / kind).mkdir()
    for made in records(count):
        (folder / made.folder / f"{made.id}.yml").write_text(text(made.fields), "utf-8")


def records(count: int) -> Iterator[Made]:
    """`count` records, services first."""
    stock = _Stock()
    services = count * 3 // 5
    for folder, share, make in (("services", services, _service), ("resources", count - services, _resource)):
        ids = _ids(stock, folder, share)
        for place, id in enumerate(ids):
            yield Made(folder, id, make(_Dice(stock, id), ids, place))


def today() -> date:
    """The day for which the records are written: the last that stands in a dated file they are put beside."""
    texts = ((DATA / name).read_text("utf-8") for name in ("crisis.yml", "timeline.yml"))
    return date.fromisoformat(max(day for text in texts for day in re.findall(r"\d{4}-\d\d-\d\d", text)))


def _loaded(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


class _Stock:
    """What records are made of: the ids and labels of the vocabularies, and words."""

    def __init__(self) -> None:
        self.words: Mapping[str, Any] = _loaded(Path(__file__).with_name("words.yml"))
        self.terms: Mapping[str, Mapping[str, Any]] = {
            path.stem: _loaded(path) for path in sorted((DATA / "vocabulary").glob("*.yml"))
        }
        self.wizard: Mapping[str, Any] = _loaded(DATA / "wizard.yml")
        self.today = today()

    def named(self) -> list[str]:
        """The ids of the records that lists, crisis lines and the wizard name. They have to be there."""
        lists = (id for entry in self.terms["lists"].values() for id in entry["entries"])
        lines = (line["record"] for line in _loaded(DATA / "crisis.yml")["lines"])
        behind = (id for group in self.wizard["behind"].values() for id in group.get("records", ()))
        return list(dict.fromkeys([*lists, *lines, *self.wizard["everyone"], *behind]))


def _ids(stock: _Stock, folder: str, count: int) -> list[str]:
    named = [id for id in stock.named() if (DATA / folder / f"{id}.yml").exists()]
    return named + [_Dice(stock, f"{folder} {i}").slug() for i in range(count - len(named))]


@dataclass(frozen=True)
class _Dice:
    """Draws what one record is made of. The same record always draws the same."""

    stock: _Stock
    record: str

    @cached_property
    def random(self) -> Random:
        return Random(self.record)

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def weighted(self, **weights: int) -> str:
        """One of the names; hyphens for underscores."""
        return self.random.choices(list(weights), list(weights.values()))[0].replace("_", "-")

    def seen_by_anyone(self, one: str, **weights: int) -> str:
        """`one` for a record that Find support may show to anyone, which has to be there for them; else `weighted`."""
        return one if self.record in self.stock.wizard["everyone"] else self.weighted(**weights)

    def word(self, of: str) -> str:
        return str(self.random.choice(self.stock.words[of]))

    def ids(self, of: str, fewest: int, most: int) -> list[str]:
        return self.several(list(self.stock.terms[of]), fewest, most)

    def several(self, choices: Sequence[str], fewest: int, most: int) -> list[str]:
        return self.random.sample(choices, self.random.randint(fewest, most))

    def others(self, ids: Sequence[str]) -> list[str]:
        return [id for id in self.random.sample(ids, 3) if id != self.record]

    def label(self, of: str) -> str:
        return str(self.random.choice(list(self.stock.terms[of].values()))["label"])

    def town(self) -> str:
        return "".join(self.random.choice(part) for part in self.stock.words["town"])

    def name(self) -> str:
        return f"{self.town()} {self.word('first')} {self.word('second')}"

    def slug(self) -> str:
        return f"{self.name().lower().replace(' ', '-')}-{self.random.randint(1000, 9999)}"

    def sentence(self, of: str) -> str:
        return self._filled(self.word(of))

    def description(self) -> str:
        parts: list[str] = []
        for sentence in self.random.sample(self.stock.words["description"], 12):
            parts += self._filled(sentence).split()
            if len(parts) >= WORDS:
                break
        link = f"Read more on [its own page]({self.address()})." if self.chance(0.03) else ""
        return " ".join([*parts, link]).strip()

    def _filled(self, sentence: str) -> str:
        slots = {
            "place": self.label("areas"),
            "town": self.town(),
            "who": _inside(self.label("roles")),
            "offer": _inside(self.label("offers")),
            "topic": _inside(self.label("topics")),
        }
        return sentence.format_map(slots)

    def day(self, most_days_ago: int) -> str:
        return str(self.stock.today - timedelta(self.random.randint(0, most_days_ago)))

    def seen(self) -> str:
        """The date of a page, as exactly as pages show it."""
        day = self.day(2000)
        return self.random.choice((day, day, day[:7], day[:4], "undated"))

    def address(self) -> str:
        """A page at one of the names that are kept free for examples (RFC 2606)."""
        end = self.weighted(com=1, net=1, org=1)
        return f"https://{self.town().lower()}.example.{end}/{self.slug()}"

    def phone(self) -> str:
        return f"{self.word('phone')}{self.random.randint(0, 999):03}"

    def hours(self) -> Fields:
        weeks: Fields = {"main": {**self.random.choice(self.stock.words["hours"]), "as_of": self.seen()}}
        return {**weeks, "text-line": {"every-day": "19:00-24:00"}} if self.chance(0.2) else weeks

    def contact(self, weeks: Fields) -> Fields:
        return _given(
            phone=[{"number": self.phone(), **({"hours": "main"} if weeks else {"label": "For managers"})}],
            text=[{"to": self.phone(), "hours": "text-line"}] if "text-line" in weeks else None,
            email=f"help@{self.town().lower()}.example.org" if self.chance(0.5) else None,
            website=self.address(),
            note="You can also ask for a call back through the form on its website." if self.chance(0.5) else None,
        )

    def who_for(self, with_roles: float) -> Fields:
        return _given(
            roles=self.ids("roles", 1, 4) if self.chance(with_roles) else None,
            settings=self.ids("settings", 1, 3) if self.chance(0.4) else None,
            audience=self.seen_by_anyone("staff", staff=80, public=19, children_and_families=1),
            note=self.sentence("note"),
        )

    def features(self, of: str, fewest: int, most: int) -> Fields:
        """What a service or a resource (`of`) says of itself, at times with its words and the first source."""
        ids = [id for id, term in self.stock.terms["features"].items() if term["of"] == of]
        return {id: self._answer() for id in self.several(ids, fewest, most)}

    def _answer(self) -> str | Fields:
        value = self.weighted(yes=95, no=5)
        return {"value": value, "quote": self.word("quote"), "source": 1} if self.chance(0.4) else value

    def incident(self) -> Fields:
        return {"phases": self.ids("incident-phases", 1, 3), "roles": self.ids("incident-roles", 1, 3)}

    def case_study(self) -> Fields:
        parts = ("challenge", "what_they_did", "what_changed", "limits")
        return {"where": self.town(), "when": self.seen(), **{part: self.sentence(part) for part in parts}}

    def other_names(self) -> list[str]:
        return list(dict.fromkeys(self.name() for _ in range(self.random.randint(1, 3))))

    def checked(self) -> Fields:
        """Within the shortest period after which someone looks again, so that nothing is overdue."""
        how = self.random.choice(("archived-page", "live-page", "phoned"))
        return {"on": self.day(80), "how": how, "by": "editorial", "page_date": self.seen()}

    def sources(self) -> list[Fields]:
        notes = self.several(self.stock.words["source_note"], 4, 6)
        return [{"url": self.address(), "seen": self.seen(), "note": self._filled(note)} for note in notes]


def _service(dice: _Dice, ids: Sequence[str], place: int) -> Fields:
    status = dice.seen_by_anyone("open", open=60, unconfirmed=28, closed=8, merged=2, paused=1, closing=1)
    live, gone = status in ("open", "paused", "closing"), status in ("closed", "merged")
    weeks = dice.hours() if live and dice.chance(0.8) else {}
    return _given(
        name=f"{dice.name()} {dice.word('service')}",
        other_names=dice.other_names() if dice.chance(0.7) else None,
        kind=dice.ids("service-kinds", 1, 1)[0],
        provider=f"{dice.town()} {dice.word('provider')}",
        status=status,
        status_since=None if status in ("open", "unconfirmed") else dice.seen(),
        status_note=dice.sentence("status_note"),
        # Only records before this one, so that no successor leads back to itself.
        successors=[ids[dice.random.randrange(place)]] if gone and place else None,
        summary=dice.sentence("summary"),
        description=dice.description(),
        who_for=dice.who_for(0.2),
        area=_given(
            rule=dice.weighted(work=43, anywhere=31, employed_by=14, live_or_work=10, live=5),
            places=["uk"] if dice.chance(0.2) else dice.ids("areas", 1, 3),
            note=f"{dice.town()}, {dice.town()} and {dice.town()}." if dice.chance(0.6) else None,
        ),
        offers=dice.ids("offers", 2, 6),
        steps=dice.ids("steps", 1, 2),
        features=dice.features("service", *((8, 16) if live else (5, 10))),
        barriers=dice.ids("barriers", 1, 2) if dice.chance(0.3) else None,
        contact=dice.contact(weeks) if live else None,
        hours=weeks or None,
        waiting={"text": dice.word("waiting"), "as_of": dice.seen()} if dice.chance(0.2) else None,
        first_contact=dice.sentence("first_contact") if live else None,
        who_will_know={"text": dice.sentence("who_will_know"), "source": 1} if live else None,
        languages=dice.ids("languages", 1, 3) if dice.chance(0.4) else None,
        access=dice.sentence("access") if live and dice.chance(0.5) else None,
        cost=dice.weighted(free=50, unknown=40, members=5, paid=5),
        cost_note=dice.word("cost_note") if dice.chance(0.3) else None,
        cautions=[dice.word("caution")] if live and dice.chance(0.5) else None,
        see_also=dice.others(ids),
        checked=dice.checked(),
        sources=dice.sources(),
    )


def _resource(dice: _Dice, ids: Sequence[str], place: int) -> Fields:
    status = dice.seen_by_anyone("current", unconfirmed=47, current=33, archived=20)
    kind = dice.ids("resource-kinds", 1, 1)[0]
    return _given(
        name=f"{dice.name()}: {_inside(dice.word('resource'))}",
        other_names=dice.other_names() if dice.chance(0.2) else None,
        kind=kind,
        publisher=f"{dice.town()} {dice.word('provider')}",
        status=status,
        status_note=dice.sentence("status_note") if dice.chance(0.4) else None,
        successors=[ids[dice.random.randrange(place)]] if status == "archived" and place and dice.chance(0.2) else None,
        summary=dice.sentence("summary"),
        description=dice.description(),
        who_for=dice.who_for(0.6),
        topics=dice.ids("topics", 1, 4),
        format=dice.word("format"),
        features=dice.features("resource", 3, 8),
        barriers=dice.ids("barriers", 1, 4),
        steps=dice.ids("steps", 1, 1) if dice.chance(0.2) else None,
        url=dice.address(),
        link=dice.weighted(primary=69, about_only=20, mirror=11),
        languages=["en", "cy"] if dice.chance(0.1) else ["en"],
        cost=dice.weighted(free=87, unknown=12, mixed=1),
        cost_note=dice.word("cost_note") if dice.chance(0.2) else None,
        eprr=dice.incident() if dice.chance(0.2) else None,
        case_study=dice.case_study() if kind == "case-study" else None,
        see_also=dice.others(ids),
        checked=dice.checked(),
        sources=dice.sources(),
    )


def _given(**fields: Any) -> Fields:
    """The fields that hold something: a line with nothing after it is an error."""
    return {key: value for key, value in fields.items() if value is not None}


def _inside(label: str) -> str:
    """A label within a sentence: "Doctors" as "doctors", "GPs" as it is."""
    return label if label[1:2].isupper() else label[0].lower() + label[1:]


if __name__ == "__main__":
    main()
