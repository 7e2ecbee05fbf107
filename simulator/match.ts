import type { Carrier, Filling, Phrasebook } from './samples.ts';
import { byWeight, type Candidate, gravity, isWarning, meaningOf } from './candidate.ts';
import { asks, termsOf } from './likeness.ts';
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
    if (type.startsWith('AMAZON.') || literal < 3 || said.length < 1 || said.length > 3) return [];
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

type Found = Pick<Match, 'intent' | 'fillings' | 'score'>;

/** From here on a line is taken for what it resembles most. */
const alikeEnough = 0.66;
const warningAlikeEnough = 0.7;
/** Or from here on, if nothing else comes near. */
const alikeAtAll = 0.56;
const clearly = 0.12;
/** From here on it is, even if its words tell little. */
const surely = 0.8;
/** What resembles the line almost as much as the best is as good. */
const asGood = 0.08;

const mostAlike = (found: readonly Likeness[], words: readonly string[]): Likeness | undefined => {
  const [best] = found;
  if (!best || (termsOf(words).length === 1 && best.score < surely)) return undefined;
  const [gravestOne] = found
    .filter(({ score }) => score >= best.score - asGood)
    .filter(
      ({ intent, score, telling }) =>
        isWarning(intent) && score >= warningAlikeEnough && telling > 0 && words.length > 2,
    )
    .toSorted((a, b) => gravity(a.intent) - gravity(b.intent));
  if (gravestOne) return gravestOne;
  const [harmless, rival] = found.filter(({ intent }) => !isWarning(intent));
  if (!harmless || harmless.score < alikeAtAll) return undefined;
  const ahead = harmless.score - (rival?.score ?? 0);
  if (harmless.score < alikeEnough && ahead < clearly) return undefined;
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

/** Words that only lead out of it. */
const leadOuts = [
  "i'm afraid",
  'if you please',
  "if you don't mind",
  "if that's okay",
  'if possible',
  'if you can',
  'for my liking',
  'will you',
  'would you',
  'can you',
  'i suppose',
  'i guess',
  'to be honest',
  'love',
  'dear',
  'mate',
];

/** What is said between words that only lead into it or out of it. */
const withoutLeads = (words: readonly string[]): readonly string[] | undefined => {
  const said = words.join(' ');
  const into = leadIns.find((each) => said.startsWith(`${each} `))?.split(' ').length ?? 0;
  const out = leadOuts.find((each) => said.endsWith(` ${each}`))?.split(' ').length ?? 0;
  return into + out > 0 && into + out < words.length ? words.slice(into, words.length - out) : undefined;
};

/** Longer lines are not taken apart. */
const mostWordsApart = 8;

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

/** Amazon's own wins over ours where both would do. */
const exactly = (book: Phrasebook, variants: readonly Variant[]) => {
  for (const variant of variants) {
    const readings = book.exact.get(keyOf(variant.words)) ?? [];
    const found = readings.flatMap((reading) => filledIn(reading, variant) ?? [])[0];
    if (found) return found;
  }
  return undefined;
};

const closely = (
  book: Phrasebook,
  words: readonly string[],
  variants: readonly Variant[],
  today: string,
): Found | undefined => {
  const corrections = corrected(book, words).flatMap((line) => variantsOf(book, line, today));
  const near = [...variants.flatMap((v) => alike(book, v, 0)), ...corrections.flatMap((v) => alike(book, v, 1))];
  const same = unique(near) ?? unique(warningWithin(book, words)) ?? cryAtTheEnd(book, words);
  if (same) return { ...same, score: 1 };
  const resembling = similar(book, [...variants, ...corrections]);
  const best = mostAlike(resembling, words);
  if (best) return best;
  const rest = words.length <= mostWordsApart ? withoutLeads(words) : undefined;
  const meant = rest && match(book, rest, today);
  if (meant && meant.score >= surely) return meant;
  const whole = contained(book, variants);
  if (whole) return { ...whole, score: alikeEnough };
  const both = words.length <= mostWordsApart ? twice(book, words, today) : undefined;
  if (both) return both;
  // Only where nothing else is similar: a bare "the left" that is unclear must not become "the {exercise}".
  const open =
    near.length === 0 && (resembling[0]?.score ?? 0) < alikeAtAll
      ? unique(unresolved(book.carriers, words))
      : undefined;
  return open && { ...open, score: 0 };
};

/** What an open skill is asked when these words are said to it. */
export const match = (book: Phrasebook, words: readonly string[], today: string): Match => {
  const variants = variantsOf(book, words, today);
  const as = (how: Match['how'], { intent, fillings, score }: Found): Match => ({ intent, fillings, how, score });
  const exact = exactly(book, variants);
  if (exact) return as('exact', { ...exact, score: 1 });
  const close = closely(book, words, variants, today);
  return close ? as('close', close) : { intent: 'AMAZON.FallbackIntent', fillings: [], how: 'fallback', score: 0 };
};

/** What else a line could have been taken for, the most alike first. */
export const resembles = (book: Phrasebook, words: readonly string[], today: string): Likeness[] =>
  similar(book, variantsOf(book, words, today));
