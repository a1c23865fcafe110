// From what someone typed to what there is.
//
// Entries that hold more of the words come first; among these, the better scores of lunr. A word counts most as it was
// typed, less as the beginning of another, least misspelt, and what it is also called counts nearly as much as itself.
// Nothing typed is ever read as lunr's query language.

import { needsHelp } from "./crisis.js";
import { nearest } from "./spelling.js";

const WEIGHTS = { exact: 1, begun: 0.6, misspelt: 0.4, synonym: 0.8 };
const MOST_LETTERS = 200;
const MOST_WORDS = 12; // to search for; what calls for help may stand after them

// {help: whether to offer it first, results: entries, best first, isHit: whether a piece of text was found}
export function search(engine, text) {
  const all = engine.wordsOf(text.slice(0, MOST_LETTERS));
  const typed = all.slice(0, MOST_WORDS);
  const hits = new Set();
  const totals = new Map();
  for (const part of parts(engine, typed)) {
    for (const [ref, { share, score }] of best(engine, part, hits)) {
      const total = totals.get(ref) ?? { share: 0, score: 0 };
      totals.set(ref, { share: total.share + share, score: total.score + score });
    }
  }
  for (const ref of engine.titles.get(typed.join(" ")) ?? []) {
    totals.set(ref, { share: totals.get(ref)?.share ?? typed.length, score: Infinity });
  }
  return {
    help: needsHelp(all, engine.crisis, engine.stem),
    results: ranked(engine, totals),
    isHit: (piece) => engine.wordsOf(piece).some((word) => hits.has(engine.stem(word))),
  };
}

// In order. What holds fewer of the words than the best must hold half of them, and do a quarter as well.
function ranked(engine, totals) {
  const found = [...totals].map(([ref, total]) => ({ ...total, entry: engine.entries.get(ref) }));
  found.sort((one, other) => other.share - one.share || other.score - one.score || inOrder(one.entry, other.entry));
  const best = found[0];
  return found
    .filter(({ share, score }) => share === best.share || (share * 2 >= best.share && score * 4 >= best.score))
    .map(({ entry }) => entry);
}

function inOrder(one, other) {
  if (one.title === other.title) return one.ref < other.ref ? -1 : 1;
  return one.title < other.title ? -1 : 1;
}

// The words in parts, each {words, others}: a phrase with other names is one part, and the longest phrase wins. Words
// such as "the" and single letters are left out; where there are no others, they may begin a word in a title.
function parts(engine, typed) {
  const made = [];
  for (let at = 0; at < typed.length; ) {
    let length = typed.length - at;
    const phrase = () => typed.slice(at, at + length);
    while (length > 1 && !engine.synonyms.has(phrase().join(" "))) length -= 1;
    const others = engine.synonyms.get(phrase().join(" ")) ?? [];
    const meant = phrase().filter((word) => word.length > 1 && !engine.isStopWord(word));
    if (meant.length || others.length) made.push({ words: meant, others });
    at += length;
  }
  return made.length ? made : [{ words: typed, others: [], fields: ["title"] }];
}

// For each entry that answers a part: how many of its words, and how well. Words with another name, such as "burnt
// out", are answered only by all of them together, or by all of the other name's.
function best(engine, { words: own, others, fields }, hits) {
  const found = together(own.map((word) => scores(engine, meanings(engine, word), fields, hits)));
  if (!others.length) return found;
  const size = Math.max(own.length, 1);
  const whole = new Map([...found].filter(([, { share }]) => share === size));
  for (const other of others) {
    const wanted = other.filter((word) => !engine.isStopWord(word));
    const each = wanted.map((word) => scores(engine, [[WEIGHTS.synonym, [engine.stem(word)]]], fields, hits));
    for (const [ref, { share, score }] of together(each)) {
      if (share === wanted.length && !(whole.get(ref)?.score > score)) whole.set(ref, { share: size, score });
    }
  }
  return whole;
}

// Scores of several words as {share: how many of the words, score: their sum} of each entry.
function together(each) {
  const found = new Map();
  for (const scored of each) {
    for (const [ref, score] of scored) {
      const sum = found.get(ref) ?? { share: 0, score: 0 };
      found.set(ref, { share: sum.share + 1, score: sum.score + score });
    }
  }
  return found;
}

// What a typed word may mean: [weight, stems], most certain first.
function meanings(engine, word) {
  const own = engine.stem(word);
  const stems = (list) => [...new Set(list.map(engine.stem))].filter((stem) => stem !== own);
  const begun = stems(engine.words.filter((other) => other.startsWith(word)));
  if (engine.terms.has(own) || begun.length) return [[WEIGHTS.exact, [own]], [WEIGHTS.begun, begun]];
  return [[WEIGHTS.misspelt, stems(nearest(word, engine.words))]];
}

// The best score of each entry, by ref.
function scores(engine, tiers, fields, hits) {
  const found = new Map();
  for (const [weight, stems] of tiers) {
    if (!stems.length) continue; // lunr would take a query for nothing as one for everything
    for (const stem of stems) hits.add(stem);
    const matches = engine.index.query((query) => {
      for (const stem of stems) query.term(stem, { usePipeline: false, ...(fields && { fields }) });
    });
    for (const { ref, score } of matches) found.set(ref, Math.max(found.get(ref) ?? 0, score * weight));
  }
  return found;
}
