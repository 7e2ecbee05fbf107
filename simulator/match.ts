import { builtInSlots } from './builtins.ts';
import type { Carrier, Filling, Phrasebook, Reading } from './samples.ts';
import { gist, guessable, keyOf, oneLetterOff, wordsApart } from './words.ts';

/** What a line was taken for; `how` says with what certainty. */
export interface Match {
  readonly intent: string;
  readonly fillings: readonly Filling[];
  readonly how: 'exact' | 'close' | 'fallback';
  /** The intent that would have been next. */
  readonly runnerUp?: string;
}

/**
 * Where a line could be read in several ways, these win over all others, first over second: a warning sign must not
 * get lost because it resembles something harmless.
 */
const gravest = ['WarningAIntent', 'WarningBIntent', 'HurtsIntent', 'TooStrongIntent'];
const gravity = (intent: string): number => (gravest.includes(intent) ? gravest.indexOf(intent) : gravest.length);
const isWarning = (intent: string): boolean => gravity(intent) < 2;

interface Candidate {
  readonly intent: string;
  readonly words: readonly string[];
  readonly fillings: readonly Filling[];
  readonly distance: number;
}

const meaningOf = ({ intent, fillings }: Candidate): string =>
  [intent, ...fillings.map(({ slot, value, said }) => `${slot}=${value?.id ?? said}`)].join(' ');

const byWeight = (a: Candidate, b: Candidate): number =>
  gravity(a.intent) - gravity(b.intent) || a.distance - b.distance;

/** The same words but for fillers, and at most one letter of one word. */
const alike = (book: Phrasebook, words: readonly string[]): Candidate[] => {
  const keys = words.map((word) => word.replaceAll("'", ''));
  const candidate =
    (extra: number) =>
    (reading: Reading): Candidate => ({
      ...reading,
      distance: wordsApart(keys, keyOf(reading.words).split(' ')) + extra,
    });
  const meaning = gist(words);
  const found = (book.byGist.get(meaning.join(' ')) ?? []).map(candidate(0));
  for (const [place, word] of meaning.entries()) {
    if (word.length < 3 || book.vocabulary.has(word) || (word.length >= 4 && !guessable(word))) continue;
    for (const meant of book.vocabulary) {
      if (!guessable(meant) || !oneLetterOff(word, meant)) continue;
      found.push(...(book.byGist.get(meaning.with(place, meant).join(' ')) ?? []).map(candidate(1)));
    }
  }
  // What is left of "I've fallen" is a bare word, and a bare word is no warning sign.
  return found.filter(({ intent, words: whole }) => !isWarning(intent) || meaning.length > 1 || whole.length === 1);
};

const negations = ['no', 'not', "don't", "doesn't", "didn't", "isn't", "aren't", "haven't", 'never', 'without'];
const negates = (word: string | undefined): boolean =>
  word !== undefined && negations.some((negation) => keyOf([negation]) === keyOf([word]));

/** A whole warning sign in the middle of a longer line, unless the words before it deny it. */
const warningWithin = (book: Phrasebook, words: readonly string[]): Candidate[] => {
  const found: Candidate[] = [];
  for (let from = 0; from < words.length; from++) {
    if (negates(words[from - 1]) || negates(words[from - 2])) continue;
    for (let to = from + 2; to <= words.length; to++) {
      const part = words.slice(from, to);
      const meaning = gist(part);
      const readings = meaning.length > 1 ? book.byGist.get(meaning.join(' ')) : book.exact.get(keyOf(part));
      for (const reading of readings ?? []) {
        if (isWarning(reading.intent)) found.push({ ...reading, distance: words.length - (to - from) });
      }
    }
  }
  return found;
};

/** A sample around words that are no value of its slot: Alexa hands such words on, unresolved. */
const unresolved = (carriers: readonly Carrier[], words: readonly string[]): Candidate[] =>
  carriers.flatMap(({ intent, before, after, slot, type }) => {
    const said = words.slice(before.length, words.length - after.length);
    const literal = before.length + after.length;
    if (literal < 2 || said.length < 1 || said.length > 3) return [];
    if (keyOf([...before, ...said, ...after]) !== keyOf(words)) return [];
    const read = builtInSlots[type];
    const value = read ? read(said) : said.join(' ');
    return value === undefined ? [] : [{ intent, words, distance: -literal, fillings: [{ slot, type, said: value }] }];
  });

/** The best candidate, unless another meaning is as good. */
const unique = (candidates: readonly Candidate[]): Candidate | undefined => {
  const [best, ...others] = candidates.toSorted(byWeight);
  if (!best) return undefined;
  const rival = others.find((other) => meaningOf(other) !== meaningOf(best));
  return rival && byWeight(best, rival) === 0 ? undefined : best;
};

/** What an open skill is asked when these words are said to it. */
export const match = (book: Phrasebook, words: readonly string[]): Match => {
  const near = alike(book, words);
  const secondTo = (intent: string) => near.toSorted(byWeight).find((other) => other.intent !== intent)?.intent;
  const as = (how: Match['how'], { intent, fillings }: Pick<Candidate, 'intent' | 'fillings'>): Match => {
    const runnerUp = secondTo(intent);
    return { intent, fillings, how, ...(runnerUp === undefined ? {} : { runnerUp }) };
  };
  const exact = book.exact.get(keyOf(words))?.[0];
  if (exact) return as('exact', exact);
  const close = unique(near) ?? unique(warningWithin(book, words));
  if (close) return as('close', close);
  // Only where nothing else is similar: a bare "the left" that is unclear must not become "the {exercise}".
  const open = near.length === 0 ? unique(unresolved(book.carriers, words)) : undefined;
  if (open) return as('close', open);
  return as('fallback', { intent: 'AMAZON.FallbackIntent', fillings: [] });
};
