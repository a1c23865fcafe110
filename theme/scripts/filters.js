// Which rows of a list answer what was chosen, and how nearly. Knows no page.
// A row has tokens. An option asks for tokens, nearest first: see directory/render/facets.py, which judges alike.

// How far a row is from what was chosen, 0 being nearest; undefined where it does not answer every facet.
// `has` is the set of its tokens; `chosen` are options {facet, asks}. One option of each facet is enough.
export function distance(has, chosen) {
  const nearest = new Map();
  for (const { facet, asks } of chosen) {
    const step = asks.findIndex((token) => has.has(token));
    nearest.set(facet, Math.min(nearest.get(facet) ?? Infinity, step < 0 ? Infinity : step));
  }
  const sum = [...nearest.values()].reduce((all, step) => all + step, 0);
  return sum === Infinity ? undefined : sum;
}

// How many rows an option would leave, beside what was chosen of the other facets.
export function left(rows, chosen, option) {
  const beside = [...chosen.filter(({ facet }) => facet !== option.facet), option];
  return rows.filter(({ has }) => distance(has, beside) !== undefined).length;
}
