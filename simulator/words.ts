/** Typed lines as words: what speech recognition would have made of them, and how alike two lines are. */
import { inWords } from './spokenNumber.ts';

/** Lower case, digits as words, no punctuation; apostrophes inside a word stay. */
export const wordsOf = (line: string): string[] =>
  bare.test(line) && !okay.test(line) ? line.split(' ') : written(line);

/** A sample is written like this already. */
const bare = /^[a-z]+(?:'[a-z]+)*(?: [a-z]+(?:'[a-z]+)*)*$/;
const okay = /\bo ?k\b/;

const written = (line: string): string[] =>
  line
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\d+/g, (digits) => ` ${inWords(digits)} `)
    .replace(/\bo\.? ?k\b\.?/g, 'okay')
    .replace(/[^\p{L}' ]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter((word) => word !== '');

/** Two lines with the same key are the same phrase: "dont" is "don't". */
export const keyOf = (words: readonly string[]): string => words.join(' ').replaceAll("'", '');

export const fillers: ReadonlySet<string> = new Set(
  ['please', 'thanks', 'thank', 'sorry', 'um', 'uhm', 'uh', 'er', 'erm', 'hm', 'hmm', 'ah', 'oh', 'eh', 'so', 'hey']
    .concat([
      'alexa',
      'okay',
      'can',
      'could',
      'would',
      'will',
      'you',
      'we',
      'i',
      "i'd",
      "i'll",
      'like',
      'want',
      'wanna',
    ])
    .concat(['to', "let's", 'lets', 'let', 'us', 'think', 'guess', 'maybe', 'actually', 'really', 'honestly', 'sort'])
    .concat([
      'kind',
      'of',
      'and',
      'but',
      'then',
      'with',
      'for',
      "i've",
      'ive',
      'got',
      'have',
      'quite',
      'bit',
      'little',
    ]),
);
const smallWords = new Set([
  'the',
  'a',
  'an',
  'my',
  'some',
  'this',
  'that',
  'these',
  'those',
  'is',
  'it',
  'its',
  'thats',
]);

const sameAs: Readonly<Record<string, string>> = { yeah: 'yes', yep: 'yes', yup: 'yes', nope: 'no', nah: 'no' };

/**
 * The words that carry the meaning. Small words go only where enough is left: "my back" must not become "back".
 * A line of nothing but fillers has no meaning at all.
 */
export const gist = (words: readonly string[]): string[] => {
  const content = words
    // "Well, the left" but "I'm not well".
    .filter((word, place) => !fillers.has(word) && !(place === 0 && word === 'well'))
    .map((word) => word.replaceAll("'", ''))
    .map((word) => sameAs[word] ?? word);
  const bare = content.filter((word) => !smallWords.has(word));
  return bare.length >= 2 ? bare : content;
};

/** Words that decide the meaning by a letter: never guessed from another word, nor another word from them. */
const exactOnly = new Set(
  [
    'left',
    'right',
    'both',
    'yes',
    'no',
    'not',
    'never',
    'none',
    'nope',
    'dont',
    'doesnt',
    'didnt',
    'cant',
    'cannot',
  ].concat(['wont', 'isnt', 'wasnt', 'arent', 'havent', 'hasnt', 'without', 'lift', 'tight', 'light']),
);
/** Whether a word may be taken for a misspelling, or for what was meant by one. */
export const guessable = (word: string): boolean => word.length >= 4 && !exactOnly.has(word);

/** One letter more, less, other, or two neighbours swapped. */
export const oneLetterOff = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
};

/** How many words two lines do not share, in order. */
export const wordsApart = (a: readonly string[], b: readonly string[]): number => {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      next.push(word === other ? row[j]! : 1 + Math.min(row[j + 1]!, next[j]!));
    }
    row = next;
  }
  return row[b.length]!;
};
