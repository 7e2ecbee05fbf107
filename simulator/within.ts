/** Whole samples inside a longer line. */
import { type Candidate, isWarning } from './candidate.ts';
import { termsOf } from './likeness.ts';
import type { Phrasebook } from './samples.ts';
import { changesMeaning } from './similar.ts';
import { filledIn, type Variant } from './spans.ts';
import { gist, keyOf } from './words.ts';

const negations = ['no', 'not', "don't", "doesn't", "didn't", "isn't", "aren't", "haven't", 'never', 'without'];
const negates = (word: string | undefined): boolean =>
  word !== undefined && negations.some((negation) => keyOf([negation]) === keyOf([word]));

/** A whole warning sign in the middle of a longer line, unless the words before it deny it. */
export const warningWithin = (book: Phrasebook, words: readonly string[]): Candidate[] => {
  const found: Candidate[] = [];
  for (let from = 0; from < words.length; from++) {
    if (negates(words[from - 1]) || negates(words[from - 2])) continue;
    for (let to = from + 2; to <= words.length; to++) {
      const part = words.slice(from, to);
      const meaning = gist(part);
      const readings = meaning.length > 1 ? book.byGist.get(meaning.join(' ')) : book.exact.get(keyOf(part));
      for (const reading of readings ?? []) {
        if (isWarning(reading.intent)) found.push({ ...reading, fillings: [], distance: words.length - (to - from) });
      }
    }
  }
  return found;
};

/** "Oh that isn't nice, it hurts." */
export const cryAtTheEnd = (book: Phrasebook, words: readonly string[]): Candidate | undefined => {
  for (let from = 1; from <= words.length - 2; from++) {
    const before = words[from - 1];
    if (negates(before) || ['where', 'when', 'if', 'what', 'how'].includes(before ?? '')) continue;
    const hurts = book.exact.get(keyOf(words.slice(from)))?.find(({ intent }) => intent === 'HurtsIntent');
    if (hurts) return { ...hurts, fillings: [], distance: from };
  }
  return undefined;
};

/** How much of a line a sample at its beginning or end must be. */
const leastPart = 0.4;

/** A whole sample with which a line begins or ends, the longest: "give me a moment to roll out my mat". */
export const contained = (book: Phrasebook, variants: readonly Variant[]): Candidate | undefined => {
  const found: Candidate[] = [];
  for (const variant of variants) {
    const { words } = variant;
    const terms = new Set(termsOf(words));
    for (let length = words.length - 1; length >= 2 && length / words.length >= leastPart; length--) {
      for (const [part, before] of [
        [words.slice(0, length), 0],
        [words.slice(-length), words.length - length],
      ] as const) {
        if (negates(words[before - 1]) || negates(words[before - 2])) continue;
        for (const reading of book.exact.get(keyOf(part)) ?? []) {
          const filled = filledIn(reading, variant);
          const own = new Set(termsOf(part));
          const tells = [...own].some((term) => (book.weights.get(term) ?? 0) >= 1.5);
          if (filled && tells && !changesMeaning(terms, own))
            found.push({ ...filled, distance: words.length - length });
        }
      }
    }
  }
  const [best, ...others] = found.toSorted((a, b) => b.words.length - a.words.length || a.distance - b.distance);
  const rival =
    best && others.find(({ intent, words }) => intent !== best.intent && words.length === best.words.length);
  return rival ? undefined : best;
};
