/** How much a line resembles a sample: shared words, each with the weight of what it tells about the intent. */

/** Types of slots, whatever their order. */
export const typesOf = (slots: readonly { readonly type: string }[]): string =>
  slots
    .map(({ type }) => type)
    .toSorted()
    .join(' ');

/** A sample as the set of its terms; a slot is the word of its type. */
export interface Pattern {
  readonly intent: string;
  readonly slots: readonly { readonly slot: string; readonly type: string }[];
  readonly terms: ReadonlySet<string>;
  /** The same in their order. */
  readonly ordered: readonly string[];
  /** Of all its terms. */
  readonly weight: number;
}

/** Samples by their terms, and how much each term tells. */
export interface Weighed {
  readonly byTerm: ReadonlyMap<string, readonly Pattern[]>;
  readonly weights: ReadonlyMap<string, number>;
  /** All terms of an intent's samples. */
  readonly spoken: ReadonlyMap<string, ReadonlySet<string>>;
  /** Types of slots that stand together in a sample. */
  readonly together: ReadonlySet<string>;
}

const spelledOut: Readonly<Record<string, string>> = {
  "won't": 'will not',
  wont: 'will not',
  "can't": 'can not',
  cant: 'can not',
  cannot: 'can not',
  dont: 'do not',
  doesnt: 'do not',
  didnt: 'did not',
  im: 'i am',
  ive: 'i have',
  whats: 'what is',
  "let's": '',
  lets: '',
  wanna: 'want',
  gonna: 'going to',
  gotta: 'have to',
};

const contracted: readonly (readonly [RegExp, string])[] = [
  [/n't$/, ' not'],
  [/'m$/, ' am'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/'d$/, ' would'],
  [/'s$/, ' is'],
];

const spell = (word: string): string =>
  spelledOut[word] ?? contracted.reduce((said, [end, full]) => said.replace(end, full), word);

/** Words that are the same for the purpose. */
const alikeGroups: readonly (readonly string[])[] = [
  ['want', 'like', 'love', 'wish', 'fancy', 'prefer'],
  ['fast', 'quick', 'quickly', 'rapid', 'rapidly', 'speedy'],
  ['faster', 'quicker', 'speedier'],
  ['slow', 'slowly'],
  ['no', 'not', 'nothing', 'none', 'neither'],
  ['do', 'does', 'doing'],
  ['did', 'done'],
  ['am', 'is', 'are', 'be', 'being'],
  ['was', 'were', 'been'],
  ['have', 'has', 'had', 'having', 'got'],
  ['get', 'getting'],
  ['hurt', 'hurts', 'hurting', 'hurted'],
  ['delete', 'erase', 'remove', 'wipe', 'clear'],
  ['cannot', 'can', 'could'],
  ['tell', 'show', 'give'],
  ['finish', 'finished', 'over'],
  ['complete', 'whole', 'entire'],
  ['me', 'myself'],
  ['my', 'mine'],
  ['which', 'what'],
  ['pace', 'speed', 'tempo'],
  ['less', 'fewer'],
  ['exercise', 'exercises', 'stretches'],
  ['information', 'info', 'data'],
  ['program', 'programme'],
  ['workout', 'session'],
];
const groups = new Map(alikeGroups.flatMap((group) => group.map((word) => [word, group[0]!])));

/** A word without its ending. */
export const stem = (word: string): string => {
  const known = groups.get(word);
  if (known) return known;
  const bare =
    word.length > 5 && word.endsWith('ing')
      ? word.slice(0, -3)
      : word.length > 4 && word.endsWith('ed')
        ? word.slice(0, -2)
        : word.length > 3 && word.endsWith('es') && !/[aeiou]ses$/.test(word)
          ? word.slice(0, -2)
          : word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)
            ? word.slice(0, -1)
            : word;
  const single = bare.replace(/([bdgmnprt])\1$/, '$1');
  const root = single.length > 3 ? single.replace(/e$/, '') : single;
  return groups.get(root) ?? root;
};

const courtesies = new Set(
  ['please', 'thanks', 'thank', 'sorry', 'um', 'uh', 'uhm', 'er', 'erm', 'ah', 'oh', 'okay', 'hey', 'alexa'].concat(
    ['really', 'actually', 'honestly', 'maybe', 'quite', 'pretty', 'now', 'so', 'then'],
    ['a', 'an', 'the', 'bit', 'little', 'could', 'would', 'will'],
  ),
);

const asking = new Set(
  ['what', 'which', 'how', 'why', 'when', 'where', 'who', 'is', 'are', 'am', 'was', 'were', 'do', 'does', 'did'].concat(
    ['have', 'has', 'should', 'must', 'shall'],
  ),
);

/** Whether it is a question by its first word: "is it the left", not "it's the left". "Can you" is a request. */
export const asks = (words: readonly string[]): boolean => {
  const first = words.find((word) => !courtesies.has(word) && word !== 'and') ?? '';
  const second = words[words.indexOf(first) + 1] ?? '';
  const word = first.replace(/'(?:s|re|d|ll)$/, '').replace(/^whats$/, 'what');
  if (['do', 'have'].includes(word)) return ['i', 'we', 'you', 'they'].includes(second);
  return asking.has(word);
};

/** A term that every question has. */
export const question = '?';

const spellings = new Map<string, readonly string[]>();
/** What a word is written out; a model has few words and says them often. */
const spelled = (word: string): readonly string[] => {
  const known = spellings.get(word) ?? spell(word).split(' ').filter(Boolean);
  spellings.set(word, known);
  return known;
};
const stemsOf = new Map<string, string>();
const stemmed = (word: string): string => {
  const known = stemsOf.get(word) ?? stem(word);
  stemsOf.set(word, known);
  return known;
};

/** The terms of a line, each once, without what is only polite. */
export const termsOf = (words: readonly string[]): string[] => {
  const all = words.flatMap(spelled);
  const content = all.filter((word, place) => !courtesies.has(word) && !(place === 0 && word === 'well'));
  const terms = (content.length > 0 ? content : all).map(stemmed);
  return [...new Set(asks(words) ? [...terms, question] : terms)];
};

/** That there is a number tells little, which samples have it. */
const slotWeight = 2;

/** A word that many intents use tells little. */
export const weighed = (
  samples: readonly { intent: string; words: readonly string[]; slots: Pattern['slots'] }[],
): Weighed => {
  const patterns = samples.map(({ intent, words, slots }) => {
    const ordered = termsOf(words);
    return { intent, slots, ordered, terms: new Set(ordered) };
  });
  const users = new Map<string, Set<string>>();
  const spoken = new Map<string, Set<string>>();
  for (const { intent, terms } of patterns) {
    for (const term of terms) {
      users.set(term, (users.get(term) ?? new Set()).add(intent));
      spoken.set(intent, (spoken.get(intent) ?? new Set()).add(term));
    }
  }
  const intents = new Set(patterns.map(({ intent }) => intent)).size;
  const weigh = (term: string, by: number) =>
    Math.min(Math.log(1 + intents / by), term.endsWith('slot') ? slotWeight : Infinity);
  const weights = new Map([...users].map(([term, by]) => [term, weigh(term, by.size)]));
  const byTerm = new Map<string, Pattern[]>();
  for (const sample of patterns) {
    const { terms } = sample;
    const weight = [...terms].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
    const pattern = { ...sample, weight };
    for (const term of terms) {
      const there = byTerm.get(term) ?? [];
      byTerm.set(term, there);
      there.push(pattern);
    }
  }
  return { byTerm, weights, spoken, together: new Set(samples.map(({ slots }) => typesOf(slots))) };
};
