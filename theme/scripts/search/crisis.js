// Whether what someone typed calls for help before any result.

import { slips } from "./spelling.js";

// `typed` and each phrase are words as `wordsOf` makes them. A slip in a long word is forgiven, and the last word may
// still be being typed: it is better to show help once too often.
export function needsHelp(typed, phrases, stem) {
  const alike = (word, wanted, last) =>
    stem(word) === stem(wanted) ||
    (wanted.length > 5 && word.length > 4 && slips(word, wanted) < 2) ||
    (last && word.length > 4 && wanted.startsWith(word));
  const begins = (phrase, start) =>
    start + phrase.length <= typed.length &&
    phrase.every((wanted, i) => alike(typed[start + i], wanted, start + i === typed.length - 1));
  return phrases.some((phrase) => typed.some((_, start) => begins(phrase, start)));
}
