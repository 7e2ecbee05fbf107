import type { Carrier, Filling, Phrasebook } from './samples.ts';
import { byWeight, type Candidate, gravity, isWarning, meaningOf } from './candidate.ts';
import { asks } from './likeness.ts';
import { contained, cryAtTheEnd, warningWithin } from './within.ts';
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
  const asked = asks(variant.words);
  const found = (book.byGist.get(meaning.join(' ')) ?? []).flatMap((reading) => {
    const filled = asks(reading.words) === asked ? filledIn(reading, variant) : undefined;
    return filled ? [{ ...filled, distance: wordsApart(keys, keyOf(reading.words).split(' ')) + extra }] : [];
  });
  // What is left of "I've fallen" is a bare word, and a bare word is no warning sign.
  return found.filter(({ intent, words: whole }) => !isWarning(intent) || meaning.length > 1 || whole.length === 1);
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
/** From here on it is, even if its words tell little. */
const surely = 0.8;
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
  if (!harmless || harmless.score < alikeEnough) return undefined;
  if (harmless.telling === 0 && harmless.score < surely) return undefined;
  const tied = rival && rival.score === harmless.score && rival.fillings.length === harmless.fillings.length;
  return tied ? undefined : harmless;
};

/** Words that only lead into what is said. */
const leadIns = [
  'yes',
  'yeah',
  'yep',
  'okay',
  'right',
  'alright',
  'well',
  'actually',
  'sorry',
  'mm',
  'come on',
  'hang on',
];

/** What is said after a word that only leads into it. */
const afterLeadIn = (words: readonly string[]): readonly string[] | undefined => {
  const said = words.join(' ');
  const lead = leadIns.find((each) => said.startsWith(`${each} `));
  return lead === undefined ? undefined : words.slice(lead.split(' ').length);
};

/** Longer lines are not taken apart. */
const mostWordsTwice = 12;

/** Two things said in one breath that mean the same: "just my body, no equipment". */
const twice = (book: Phrasebook, words: readonly string[], today: string): Likeness | undefined => {
  const found = words.slice(1).flatMap((_, before) => {
    const [first, second] = [words.slice(0, before + 1), words.slice(before + 1)].map((part) =>
      similar(book, variantsOf(book, part, today)).filter(({ score }) => score >= surely),
    );
    return (first ?? []).flatMap((one) => {
      const other = second?.find(({ intent }) => intent === one.intent);
      return other ? [one.fillings.length >= other.fillings.length ? one : other] : [];
    });
  });
  return found.toSorted((a, b) => b.score - a.score)[0];
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
  const close = unique(near) ?? unique(warningWithin(book, words)) ?? cryAtTheEnd(book, words) ?? mostAlike(resembling);
  if (close) return as('close', close);
  const rest = afterLeadIn(words);
  const meant = rest && match(book, rest, today);
  if (meant && meant.how !== 'fallback' && meant.score >= surely) return { ...meant, how: 'close' };
  const whole = contained(book, variants);
  if (whole) return as('close', whole);
  const both = words.length <= mostWordsTwice ? twice(book, words, today) : undefined;
  if (both) return as('close', both);
  // Only where nothing else is similar: a bare "the left" that is unclear must not become "the {exercise}".
  const open = near.length === 0 ? unique(unresolved(book.carriers, words)) : undefined;
  if (open) return as('close', open);
  return as('fallback', { intent: 'AMAZON.FallbackIntent', fillings: [] });
};
