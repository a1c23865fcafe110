// Fetches lunr and the index, once for each page, and makes of them what a query needs.

import { makeWords } from "./words.js";

const loaded = new Map();

// `addresses` is {index, lunr}, relative to the page. A failure is not kept: the next call tries again.
export function load(addresses) {
  const index = new URL(addresses.index, document.baseURI).href;
  if (!loaded.has(index)) {
    const engine = make(index, new URL(addresses.lunr, document.baseURI).href);
    loaded.set(index, engine);
    engine.catch(() => loaded.delete(index));
  }
  return loaded.get(index);
}

async function make(index, script) {
  const [{ default: lunr }, response] = await Promise.all([import(script), fetch(index)]);
  if (!response.ok) throw new Error(`search: ${index} answered ${response.status}`);
  return engine(lunr, await response.json());
}

// The content of search.json (see `index` in directory/export/search.py) ready to be asked.
export function engine(lunr, content) {
  const wordsOf = makeWords(content.folding);
  const entries = new Map(Object.entries(content.entries).map(([ref, entry]) => [ref, found(ref, entry)]));
  const stems = new Map();
  const stem = (word) => {
    if (!content.stemmed) return word;
    if (!stems.has(word)) stems.set(word, lunr.stemmer(new lunr.Token(word)).toString());
    return stems.get(word);
  };
  const titles = new Map();
  for (const { ref, title } of entries.values()) {
    const name = wordsOf(title).join(" ");
    titles.set(name, [...(titles.get(name) ?? []), ref]);
  }
  const synonyms = Object.entries(content.synonyms);
  return {
    index: lunr.Index.load(unpack(content.lunr, [...entries.keys()])),
    wordsOf,
    stem,
    isStopWord: (word) => content.stemmed && !lunr.stopWordFilter(new lunr.Token(word)),
    terms: new Set(content.lunr.terms),
    words: content.stemmed ? content.words.split(" ") : content.lunr.terms,
    entries,
    titles,
    synonyms: new Map(synonyms.map(([phrase, others]) => [phrase, others.map((other) => other.split(" "))])),
    crisis: content.crisis.map((phrase) => phrase.split(" ")),
    ways: content.ways,
    help: content.help,
  };
}

function found(ref, [group, title, address, status, tone, summary]) {
  return { ref, group, title, address, status, tone, summary };
}

// The index as lunr.js wants it: which entry holds a term follows from the vectors.
export function unpack({ terms, vectors, ...rest }, refs) {
  const postings = terms.map((_, place) => ({
    _index: place,
    ...Object.fromEntries(rest.fields.map((field) => [field, {}])),
  }));
  const fieldVectors = rest.fields.flatMap((field, f) =>
    refs.map((ref, i) => {
      const vector = vectors[f][i];
      for (let at = 0; at < vector.length; at += 2) postings[vector[at]][field][ref] = {};
      return [`${field}/${ref}`, vector];
    }),
  );
  const invertedIndex = terms.map((term, place) => [term, postings[place]]);
  invertedIndex.sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...rest, fieldVectors, invertedIndex };
}
