// Answers × table: ranked results with reasons. directory/matching/evaluate.py does the same when the site is built,
// and a test compares the two on every combination. Numbers are indices of the table's entries, facts and choices.

const MOST_REASONS = 3;
const IN = -1;
const SPAN = 1 << 20; // more than any record can have points

// The results for the choices `answers` while the entries in the set `openNow` are open.
export function evaluate(table, answers, openNow) {
  const chosen = inOrder(answers);
  const effects = [table.start, ...chosen.map((i) => table.choices[i].effect)];
  const size = table.behind.length;
  const out = new Int32Array(size).fill(IN); // the fact that rules an entry out
  const behind = Int32Array.from(table.behind);
  const points = new Int32Array(size);
  let brought = 0;
  for (const effect of effects) {
    brought |= effect.brings ?? 0;
    for (const fact of effect.out ?? []) {
      for (const i of table.facts[fact][1]) if (out[i] === IN) out[i] = fact;
    }
    for (const [fact, bit] of effect.holds ?? []) {
      for (const i of table.facts[fact][1]) behind[i] |= bit;
    }
    for (const [fact, worth] of effect.lifts ?? []) {
      const entries = table.facts[fact][1];
      for (let at = 0; at < entries.length; at += 1) points[entries[at]] += worth;
    }
    if (effect.now) for (const i of openNow) points[i] += effect.now;
  }
  for (const effect of effects) {
    for (const [fact, bit] of effect.serves ?? []) {
      for (const i of table.facts[fact][1]) behind[i] &= ~bit;
    }
  }
  for (let i = 0; i < size; i += 1) behind[i] &= ~brought;

  // Tier, points, open now, index: as one whole number each.
  const sunk = new Uint8Array(size);
  for (const i of table.sunk) sunk[i] = 1;
  const tier = (i) => 2 * sunk[i] + (behind[i] ? 1 : 0);
  const key = (i) => ((tier(i) * SPAN + SPAN - points[i]) * 2 + (openNow.has(i) ? 0 : 1)) * size + i;
  const keys = new Float64Array(size);
  const ruledOut = [];
  let fitting = 0;
  for (let i = 0; i < size; i += 1) {
    if (out[i] === IN) keys[fitting++] = key(i);
    else ruledOut.push([i, out[i]]);
  }
  const order = Array.from(keys.subarray(0, fitting).sort(), (whole) => whole % size);
  const leading = order.filter((i) => tier(i) === 0);
  const mayLead = new Set(leading);
  const best = leading.slice(0, table.most.best);
  const shown = new Set(best);
  const next = (list, fits, most) => {
    const found = list.filter((i) => fits.has(i) && !shown.has(i)).slice(0, most);
    found.forEach((i) => shown.add(i));
    return found;
  };
  const everyone = next(table.everyone, mayLead, table.most.everyone);
  const alone = next(leading, new Set(table.alone), table.most.alone);
  return {
    best,
    everyone,
    alone,
    more: order.filter((i) => !shown.has(i)),
    out: ruledOut,
    gaps: chosen.filter((i) => isGap(table, table.choices[i].effect, mayLead, openNow)),
    everything: effects.some((effect) => effect.everything),
    points,
    behind,
  };
}

// Whether an answer asked for something that nothing has which could lead.
function isGap(table, effect, leading, openNow) {
  const asks = ["lifts", "now", "out", "serves"].some((what) => effect[what]);
  const answered = (effect.lifts ?? []).some(([fact]) => table.facts[fact][1].some((i) => leading.has(i)));
  return asks && !answered && !(effect.now && [...openNow].some((i) => leading.has(i)));
}

// Why an entry stands where it does, the weightiest first: [[fact, the choices that asked for it], …]. What counts for
// everyone is a reason only where no answer is.
export function reasons(table, answers, entry, openNow) {
  const worth = new Map();
  const asked = new Map();
  for (const choice of [null, ...inOrder(answers)]) {
    const effect = choice === null ? table.start : table.choices[choice].effect;
    const isNow = effect.now && openNow.has(entry) && table.openNow !== null;
    const lifts = [...(effect.lifts ?? []), ...(isNow ? [[table.openNow, effect.now]] : [])];
    for (const [fact, points] of lifts) {
      if (!table.facts[fact][1].includes(entry)) continue;
      worth.set(fact, (worth.get(fact) ?? 0) + points);
      asked.set(fact, [...(asked.get(fact) ?? []), ...(choice === null ? [] : [choice])]);
    }
  }
  const byAnswers = [...worth.keys()].filter((fact) => asked.get(fact).length);
  const said = byAnswers.length ? byAnswers : [...worth.keys()];
  const covered = new Set(said.flatMap((fact) => table.covers[fact] ?? []));
  return said
    .filter((fact) => !covered.has(fact))
    .sort((a, b) => worth.get(b) - worth.get(a) || a - b)
    .slice(0, MOST_REASONS)
    .map((fact) => [fact, asked.get(fact)]);
}

function inOrder(answers) {
  return [...new Set(answers)].sort((a, b) => a - b);
}
