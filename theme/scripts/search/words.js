// Text as search compares it: words without case, accents, apostrophes and signs.
// The same as `words` in directory/export/search.py; tests/fixtures/folding.json holds the cases that both must pass.

const UNSEEN = /['’‘ʼ`´\u00ad\u200b-\u200f\u2060\ufeff]/g;
const AND = /([\p{L}\p{N}])&(?=[\p{L}\p{N}])/gu;

export function words(text) {
  const plain = text.replace(UNSEEN, "").replace(AND, "$1").normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

// The text in pieces, [piece, whether to mark it]: marked are whole words of which `isHit` says so.
export function pieces(text, isHit) {
  return text
    .split(/([\p{L}\p{N}\p{M}'’&]+)/u)
    .map((piece, i) => [piece, i % 2 === 1 && words(piece).some(isHit)])
    .filter(([piece]) => piece);
}
