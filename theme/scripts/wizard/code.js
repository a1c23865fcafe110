// Answers as a short code for a link, and back. The code has the version of the questions in front, so that a link made
// for others is not read as if it were for these; its last byte is a check sum.

const FORM = /^#answers=([0-9a-f]{8})\.([\w-]+)$/;

// The part of a link from the # on.
export function encode(table, answers) {
  const bytes = new Uint8Array(Math.ceil(table.choices.length / 8) + 1);
  for (const i of answers) bytes[i >> 3] |= 1 << (i & 7);
  bytes[bytes.length - 1] = checkSum(bytes);
  const text = btoa(String.fromCharCode(...bytes));
  return `#answers=${table.version}.${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

// What a # holds: {answers}, {fault: "old"} where the questions have changed, {fault: "broken"}, or null for no code.
export function decode(table, hash) {
  if (!hash.startsWith("#answers")) return null;
  const [, version, text] = FORM.exec(hash) ?? [];
  if (!text) return { fault: "broken" };
  if (version !== table.version) return { fault: "old" };
  const bytes = bytesOf(text);
  if (bytes?.length !== Math.ceil(table.choices.length / 8) + 1) return { fault: "broken" };
  if (bytes[bytes.length - 1] !== checkSum(bytes)) return { fault: "broken" };
  const answers = [];
  for (let i = 0; i < 8 * (bytes.length - 1); i += 1) if (bytes[i >> 3] & (1 << (i & 7))) answers.push(i);
  return arePossible(table, answers) ? { answers } : { fault: "broken" };
}

// Whether someone can have answered so: only options that there are, and one where only one can be chosen.
export function arePossible(table, answers) {
  const single = answers.map((i) => table.choices[i]?.question).filter((q) => !table.several[q]);
  return answers.every((i) => Number.isInteger(i) && i in table.choices) && new Set(single).size === single.length;
}

// Each byte counts an odd number of times, so that no change of one letter of the code leaves the sum as it was.
function checkSum(bytes) {
  return bytes.subarray(0, -1).reduce((sum, byte, i) => (sum + (2 * i + 1) * (byte + 7)) % 256, 0);
}

function bytesOf(text) {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
