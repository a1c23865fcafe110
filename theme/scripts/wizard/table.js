// The table of the page as evaluate.js wants it. On the way, lists of numbers in order are sent as the steps between
// them, what an effect does with bits by the bit, and records by the field: that halves what a large directory sends.

export function read(text) {
  const table = JSON.parse(text);
  table.facts = table.facts.map(([words, steps]) => [words, Int32Array.from(summed(steps))]);
  for (const effect of [table.start, ...table.choices.map((choice) => choice.effect)]) {
    if (effect.out) effect.out = summed(effect.out);
    if (effect.holds) effect.holds = byFact(effect.holds);
    if (effect.serves) effect.serves = byFact(effect.serves);
  }
  table.records = rows(table.records);
  return table;
}

// A list for each field, to an object for each record; 0 stands for a field that a record lacks.
function rows(fields) {
  const names = Object.keys(fields);
  return fields.name.map((_, i) => Object.fromEntries(names.map((name) => [name, fields[name][i]])));
}

function summed(steps) {
  let at = 0;
  return steps.map((step) => (at += step));
}

function byFact(bits) {
  return Object.entries(bits).flatMap(([bit, steps]) => summed(steps).map((fact) => [fact, Number(bit)]));
}
