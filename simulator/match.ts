import type { Carrier, Filling, Phrasebook } from './samples.ts';
import { type Likeness, similar } from './similar.ts';
import { filledIn, type Variant, variantsOf } from './spans.ts';
import { fillers, gist, guessable, keyOf, oneLetterOff, wordsApart } from './words.ts';

/** What a line was taken for; `how` says with what certainty. */
export interface Match {
  readonly intent: string;
  readonly fillings: readonly Filling[];
  readonly how: 'exact' | 'close' | 'fallback';
  /** How alike the line is to what it was taken for: 1 is the same words. */
  readonly score: number;
  /** The intent that would have been next. */
  readonly runnerUp?: { readonly intent: string; readonly score: number };
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

/** The line with one word that nobody says taken for one that is said. */
const corrected = (book: Phrasebook, words: readonly string[]): (readonly string[])[] =>
  words.flatMap((raw, place) => {
    const word = raw.replaceAll("'", '');
    const known = book.vocabulary.has(word) || fillers.has(word);
    if (word.length < 3 || known || (word.length >= 4 && !guessable(word))) return [];
    return [...book.vocabulary]
      .filter((meant) => guessable(meant) && oneLetterOff(word, meant))
      .map((meant) => words.with(place, meant));
  });

/** The same words but for fillers. */
const alike = (book: Phrasebook, variant: Variant, extra: number): Candidate[] => {
  const keys = variant.words.map((word) => word.replaceAll("'", ''));
  const meaning = gist(variant.words);
  const found = (book.byGist.get(meaning.join(' ')) ?? []).flatMap((reading) => {
    const filled = filledIn(reading, variant);
    return filled ? [{ ...filled, distance: wordsApart(keys, keyOf(reading.words).split(' ')) + extra }] : [];
  });
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
        if (isWarning(reading.intent)) found.push({ ...reading, fillings: [], distance: words.length - (to - from) });
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
    if (type.startsWith('AMAZON.') || literal < 2 || said.length < 1 || said.length > 3) return [];
    if (keyOf([...before, ...said, ...after]) !== keyOf(words)) return [];
    return [{ intent, words, distance: -literal, fillings: [{ slot, type, said: said.join(' ') }] }];
  });

/** The best candidate, unless another meaning is as good. */
const unique = (candidates: readonly Candidate[]): Candidate | undefined => {
  const [best, ...others] = candidates.toSorted(byWeight);
  if (!best) return undefined;
  const rival = others.find((other) => meaningOf(other) !== meaningOf(best));
  return rival && byWeight(best, rival) === 0 ? undefined : best;
};

/** From here on a line is taken for what it resembles most. */
const alikeEnough = 0.66;
const warningAlikeEnough = 0.75;
/** What resembles the line almost as much as the best is as good. */
const asGood = 0.08;

const mostAlike = (found: readonly Likeness[]): Likeness | undefined => {
  const [best] = found;
  if (!best || best.score < alikeEnough) return undefined;
  const [gravestOne] = found
    .filter(({ score }) => score >= best.score - asGood)
    .filter(({ intent, score, telling }) => isWarning(intent) && score >= warningAlikeEnough && telling > 1)
    .toSorted((a, b) => gravity(a.intent) - gravity(b.intent));
  if (gravestOne) return gravestOne;
  const [harmless, rival] = found.filter(({ intent }) => !isWarning(intent));
  if (!harmless || harmless.score < alikeEnough || harmless.telling === 0) return undefined;
  return rival && rival.score === harmless.score ? undefined : harmless;
};

/** What an open skill is asked when these words are said to it. */
export const match = (book: Phrasebook, words: readonly string[], today: string): Match => {
  const variants = variantsOf(book, words, today);
  const misspelt = corrected(book, words).flatMap((line) => variantsOf(book, line, today));
  const near = [...variants.flatMap((v) => alike(book, v, 0)), ...misspelt.flatMap((v) => alike(book, v, 1))];
  const resembling = similar(book, [...variants, ...misspelt]);
  const as = (how: Match['how'], { intent, fillings }: Pick<Candidate, 'intent' | 'fillings'>): Match => {
    const others = near.toSorted(byWeight).map((other) => ({ intent: other.intent, score: 1 }));
    const next = [...others, ...resembling].find((other) => other.intent !== intent);
    const alikeness = [...others, ...resembling].find((each) => each.intent === intent)?.score ?? 0;
    const runnerUp = next && { intent: next.intent, score: next.score };
    return { intent, fillings, how, score: how === 'exact' ? 1 : alikeness, ...(runnerUp ? { runnerUp } : {}) };
  };
  for (const variant of variants) {
    const readings = book.exact.get(keyOf(variant.words)) ?? [];
    const exact = readings.flatMap((reading) => filledIn(reading, variant) ?? [])[0];
    if (exact) return as('exact', exact);
  }
  const close = unique(near) ?? unique(warningWithin(book, words)) ?? mostAlike(resembling);
  if (close) return as('close', close);
  // Only where nothing else is similar: a bare "the left" that is unclear must not become "the {exercise}".
  const open = near.length === 0 ? unique(unresolved(book.carriers, words)) : undefined;
  if (open) return as('close', open);
  return as('fallback', { intent: 'AMAZON.FallbackIntent', fillings: [] });
};
