// Words that someone may have meant.

// How many slips are forgiven in a word.
export function forgiven(word) {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

// How many slips lie between two words: a letter too many, one missing, another one, or two neighbours swapped.
export function slips(one, other) {
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, above] = [above, row];
  }
  return above[other.length];
}

// The words nearest to what was typed, none where it is too far from all of them. The second try reads what was typed
// as the beginning of a word, so that "counceli" already finds "counselling".
export function nearest(typed, vocabulary) {
  const whole = closest(typed, vocabulary, (word) => word);
  return whole.length ? whole : closest(typed, vocabulary, (word) => word.slice(0, typed.length));
}

function closest(typed, vocabulary, part) {
  let least = forgiven(typed);
  let found = [];
  if (!least) return found;
  for (const word of vocabulary) {
    const compared = part(word);
    if (compared.length < 3 || Math.abs(compared.length - typed.length) > least) continue;
    const count = slips(typed, compared);
    if (count < least) found = [];
    if (count <= least) {
      found.push(word);
      least = count;
    }
  }
  return found;
}
