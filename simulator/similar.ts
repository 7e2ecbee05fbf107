import { type Pattern, question, termsOf } from './likeness.ts';
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
/** Of a word that tells something about the intent. */
const telling = 1.5;

/** How much it costs when the words stand in another order. */
const orderCounts = 0.1;

/** One of these in the line and not in the sample, or the other way round, and the meaning is another. */
const deciding = ['no', 'never', 'stop', 'left', 'right', 'both', 'lift', 'forget', 'delete'].concat([
  'cancel',
  'reminder',
  'remind',
  'yes',
]);
/** The same of these makes it unlikely. */
const turning = [
  'more',
  'less',
  'longer',
  'shorter',
  'long',
  'short',
  'too',
  'enough',
  'faster',
  'slower',
  'fast',
  'slow',
].concat(
  [question, 'full', 'usual', 'normal', 'last', 'next', 'week', 'left', 'again', 'from'],
  ['how', 'why', 'when', 'which', 'who', 'where', 'hurt', 'pain', 'numb'],
);

const differs = (words: readonly string[], a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  words.filter((word) => a.has(word) !== b.has(word)).length;

/** Whether words that only one of them has make it another meaning. */
export const changesMeaning = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  differs(deciding, a, b) + differs(turning, a, b) > 0;

/** The intents a line resembles, the most alike first, each once. */
export const similar = (book: Phrasebook, variants: readonly Variant[]): Likeness[] => {
  const best = new Map<string, Likeness>();
  const weigh = (term: string) => book.weights.get(term) ?? unknown;
  for (const variant of variants) {
    const terms = termsOf(variant.words);
    const said = new Set(terms);
    const whole = terms.reduce((sum, term) => sum + weigh(term), 0);
    const shared = new Map<Pattern, number>();
    for (const term of terms) {
      for (const pattern of book.byTerm.get(term) ?? []) shared.set(pattern, (shared.get(pattern) ?? 0) + weigh(term));
    }
    for (const [pattern, weight] of shared) {
      const bare = (2 * weight) / (whole + pattern.weight);
      if (bare < 0.5 || bare <= (best.get(pattern.intent)?.score ?? 0)) continue;
      if (differs(deciding, said, pattern.terms) > 0) continue;
      const found = filledIn(pattern, variant);
      if (!found) continue;
      const apart = wordsApart(terms, pattern.ordered) / (terms.length + pattern.ordered.length);
      const score = bare - orderCounts * apart - 0.12 * differs(turning, said, pattern.terms);
      if (score <= (best.get(pattern.intent)?.score ?? 0)) continue;
      const tells = [...pattern.terms].filter((term) => said.has(term) && weigh(term) >= telling).length;
      best.set(pattern.intent, { intent: pattern.intent, score, fillings: found.fillings, telling: tells });
    }
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score || a.fillings.length - b.fillings.length);
};
