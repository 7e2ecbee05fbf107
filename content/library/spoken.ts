import type { Dose } from '../../routine/exercise.ts';
import type { Line } from '../../routine/words.ts';

/** A text and where it stands in its file: "setUp[2].do". */
export interface Text {
  readonly field: string;
  readonly text: string;
}

/** Names of holds stand beside spoken text, and are never heard. */
const unspoken = ['hold', 'walk'];

/** Every spoken text in a piece of content, at any depth, in the order it is written. */
export function* textsIn(value: unknown, field: string): Generator<Text> {
  if (typeof value === 'string') yield { field, text: value };
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* textsIn(item, `${field}[${i}]`);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (!unspoken.includes(key)) yield* textsIn(item, field === '' ? key : `${field}.${key}`);
    }
  }
}

const token = /\{([a-z][\w-]*)\}/gi;

/** The tokens of a text as they are looked up: "{Sore} foot on {book}" has `sore` and `book`. */
export function tokensIn(text: string): string[] {
  return [...text.matchAll(token)].map(([, name = '']) => uncapitalised(name));
}

/** What is left of a text without its tokens. */
export function withoutTokens(text: string): string {
  return text.replace(token, '');
}

/** The text as it is heard; a token that names no thing counts as one word. */
export function withThings(text: string, things: Readonly<Record<string, string>> = {}): string {
  return text.replace(token, (_, name: string) => things[uncapitalised(name)] ?? 'token');
}

function uncapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

export function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/);
}

/** Speech at an ordinary pace: a bound for writers, the pace of a language tells more exactly. */
const secondsPerWord = 0.38;

export function secondsToSay(text: string): number {
  return wordCount(text) * secondsPerWord;
}

/** About how long lines take: their words, their silences, their holds and repetitions at the default dose. */
export function secondsOf(lines: readonly Line[], dose: Dose, things?: Readonly<Record<string, string>>): number {
  return lines.reduce((sum, line) => sum + secondsOfLine(line, dose, things), 0);
}

function secondsOfLine(line: Line, dose: Dose, things?: Readonly<Record<string, string>>): number {
  if ('hold' in line) return dose.holds?.[line.hold]?.default ?? 0;
  if ('walk' in line) return dose.holds?.[line.walk]?.default ?? 0;
  if ('count' in line) {
    const repetition = (dose.tempo ?? []).reduce((sum, phase) => sum + phase.seconds, 0);
    return (dose.reps?.default ?? 0) * repetition;
  }
  if ('do' in line) return secondsToSay(withThings(line.do, things)) + line.seconds;
  return secondsToSay(withThings(line.say, things));
}
