import { durationOf } from './duration.ts';

/** A typed line, by the rules that `npm start -- --help` tells. */
export type Line =
  | { readonly kind: 'say'; readonly words: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'at'; readonly seconds: number }
  | { readonly kind: 'mistake'; readonly sentence: string };

/** Reads a line as it was typed. */
export const lineOf = (typed: string): Line => {
  const text = typed.trim();
  if (text === '') return { kind: 'silence' };
  if (!text.startsWith(':')) return { kind: 'say', words: text };
  const [, command, amount = ''] = /^:\s*(\w*)\s*(.*)$/.exec(text) ?? [];
  if (command !== 'wait' && command !== 'at') {
    return { kind: 'mistake', sentence: `There is ":wait 2h" and ":at 45s", but no "${text}".` };
  }
  const seconds = durationOf(amount);
  if (seconds === undefined) {
    return { kind: 'mistake', sentence: `"${amount}" is no time: write 45s, 3m, 2h or 5d, as in ":${command} 45s".` };
  }
  return { kind: command, seconds };
};
