// Text as search compares it: words without case, accents, apostrophes and what no one types.
// The same as `words` in directory/export/folding.py; tests/fixtures/folding.json holds the cases that both must pass.

// `table` is the one of that module. Gives a function from a text to its words.
export function makeWords({ signs, spellings, kept, joined, elided }) {
  const becomes = new Map(Object.entries(signs).flatMap(([plain, all]) => [...all].map((sign) => [sign, plain])));
  const seen = new RegExp(`[${[...becomes.keys()].join("")}]|(?![${kept}])\\p{M}`, "gu");
  const letter = `[\\p{L}\\p{N}${kept}]`;
  const word = new RegExp(`${letter}+`, "gu");
  const and = new RegExp(`(${letter})&(?=${letter})`, "gu");
  const article = new RegExp(`^(?:${joined.join("|")})+(?=${letter}{2})`, "u");
  const apart = new RegExp(`((?:^|[^\\p{L}\\p{N}_])(?:${elided}))['’](?=${letter}{2})`, "gu");
  const plain = (text) => text.replace(seen, (sign) => becomes.get(sign) ?? "");

  return (text) => {
    let folded = plain(plain(text.replace(apart, "$1 ")).normalize("NFKD").toLowerCase()).replace(and, "$1");
    for (const [spelling, other] of Object.entries(spellings)) folded = folded.replaceAll(spelling, other);
    return (folded.match(word) ?? []).map((found) => found.replace(article, ""));
  };
}

// The text in pieces, [piece, whether to mark it]: marked are those of which `isHit` says so.
export function pieces(text, isHit) {
  return text
    .split(/([\p{L}\p{N}\p{M}\u200c\u200d'’&]+)/u)
    .map((piece, i) => [piece, i % 2 === 1 && isHit(piece)])
    .filter(([piece]) => piece);
}
