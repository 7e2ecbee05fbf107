import { type Pattern, question, stem, termsOf, typesOf } from './likeness.ts';
import type { Filling, Phrasebook } from './samples.ts';
import { wordsApart } from './words.ts';
import { filledIn, type Variant } from './spans.ts';

/** An intent that a line resembles; 1 is the same words. */
export interface Likeness {
  readonly intent: string;
  readonly score: number;
  readonly fillings: readonly Filling[];
  /** Shared words that tell something. */
  readonly telling: number;
}

/** Of a word that no sample has. */
const unknown = 3;
const tellingMuch = 1.8;
/** Of a name that was not taken for a slot. */
const name = 6;
/** Of a word that tells something about the intent. */
const telling = 1.2;

/** How much it costs when the words stand in another order. */
const orderCounts = 0.1;

/** How much it costs when a part of the line is in no sample of the intent. */
const foreignCounts = 0.2;

const stems = (words: string): string[] => words.split(' ').map(stem);

/** What each turning word costs. */
const turningCounts = 0.12;

/** One of these in the line and not in the sample, or the other way round, and the meaning is another. */
const deciding = stems(
  'no never without stop left right both lift forget delete cancel reminder remind yes pause skip chest call text',
);
/** The same of these makes it unlikely. */
const turning = [
  question,
  ...stems(
    'more less longer shorter long short too enough faster slower fast slow full usual normal last next again from',
  ),
  ...stems('how why when which who where hurt pain numb side leg foot week minutes goal rest hold talk'),
];

const differs = (words: readonly string[], a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  words.filter((word) => a.has(word) !== b.has(word)).length;

/** Whether words that only one of them has make it another meaning. */
export const changesMeaning = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  differs(deciding, a, b) + differs(turning, a, b) > 0;

/** The samples that share a word that tells something; of a line without such a word, all that share one. */
const candidates = (book: Phrasebook, terms: readonly string[], weigh: (term: string) => number): Set<Pattern> => {
  const heavy = terms.filter((term) => weigh(term) >= tellingMuch);
  const found = (which: readonly string[]) => new Set(which.flatMap((term) => book.byTerm.get(term) ?? []));
  const some = found(heavy);
  return some.size > 0 ? some : found(terms);
};

/** A line, or one way of reading it, ready to be compared. */
interface Heard {
  readonly variant: Variant;
  readonly terms: readonly string[];
  readonly said: ReadonlySet<string>;
  readonly weight: number;
  /** How much of it is in no sample of the intent, from 0 to 1. */
  readonly foreign: (intent: string) => number;
}

const likeness = (
  { variant, terms, said, weight, foreign }: Heard,
  pattern: Pattern,
  weigh: (term: string) => number,
) => {
  const shared = pattern.ordered.filter((term) => said.has(term));
  const bare = (2 * shared.reduce((total, term) => total + weigh(term), 0)) / (weight + pattern.weight);
  if (bare < 0.5 || differs(deciding, said, pattern.terms) > 0) return undefined;
  const filled = filledIn(pattern, variant);
  if (!filled) return undefined;
  const apart = wordsApart(terms, pattern.ordered) / (terms.length + pattern.ordered.length);
  return {
    intent: pattern.intent,
    score:
      bare -
      orderCounts * apart -
      turningCounts * differs(turning, said, pattern.terms) -
      foreignCounts * foreign(pattern.intent),
    fillings: filled.fillings,
    telling: shared.filter((term) => weigh(term) >= telling).length,
  };
};

/** The intents a line resembles, the most alike first, each once. */
export const similar = (book: Phrasebook, variants: readonly Variant[]): Likeness[] => {
  const best = new Map<string, Likeness>();
  const weigh = (term: string) => book.weights.get(term) ?? (book.values.has(term) ? name : unknown);
  for (const variant of variants.filter(({ fillings }) => book.together.has(typesOf(fillings)))) {
    const terms = termsOf(variant.words);
    const weight = terms.reduce((total, term) => total + weigh(term), 0);
    const shares = new Map<string, number>();
    const foreign = (intent: string): number => {
      const unheard = () => terms.filter((term) => !book.spoken.get(intent)?.has(term));
      const share = shares.get(intent) ?? unheard().reduce((total, term) => total + weigh(term), 0) / weight;
      shares.set(intent, share);
      return share;
    };
    const heard = { variant, terms, said: new Set(terms), weight, foreign };
    for (const pattern of candidates(book, terms, weigh)) {
      // Too long or too short to share half of its weight.
      if (4 * Math.min(weight, pattern.weight) < weight + pattern.weight) continue;
      if (pattern.slots.length !== variant.fillings.length) continue;
      const found = likeness(heard, pattern, weigh);
      if (found && found.score > (best.get(found.intent)?.score ?? 0)) best.set(found.intent, found);
    }
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score || a.fillings.length - b.fillings.length);
};
