import { durationOf } from '../../simulator/duration.ts';

export type TableState = 'up' | 'down' | 'slow' | 'mute';

/** What one line of a conversation asks for. README.md describes them. */
export type Step =
  | { readonly kind: 'say'; readonly words: string }
  | { readonly kind: 'expect'; readonly text: string }
  | { readonly kind: 'at'; readonly seconds: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'silence' | 'unplug' | 'microphone open' | 'session over' }
  | { readonly kind: 'device'; readonly name: string }
  | { readonly kind: 'table'; readonly state: TableState }
  | { readonly kind: 'stored'; readonly old: string; readonly new: string };

export type Numbered = Step & { readonly line: number };

const states: readonly string[] = ['up', 'down', 'slow', 'mute'] satisfies TableState[];

const commandOf = (text: string): Step | undefined => {
  const [, word = '', rest = ''] = /^(\w+)\s*(.*)$/.exec(text) ?? [];
  const seconds = durationOf(rest);
  if ((word === 'at' || word === 'wait') && seconds !== undefined) return { kind: word, seconds };
  if ((word === 'silence' || word === 'unplug') && rest === '') return { kind: word };
  if (word === 'device' && rest !== '') return { kind: 'device', name: rest };
  if (word === 'table' && states.includes(rest)) return { kind: 'table', state: rest as TableState };
  const [, old, changed] = /^(.+?)\s*->\s*(.*)$/.exec(rest) ?? [];
  return word === 'stored' && old !== undefined ? { kind: 'stored', old, new: changed ?? '' } : undefined;
};

const stepOf = (text: string): Step | undefined => {
  const rest = text.slice(1).trim();
  if (text.startsWith('>')) return { kind: 'say', words: rest };
  if (text.startsWith('<')) return { kind: 'expect', text: rest };
  if (text.startsWith(':')) return commandOf(rest);
  if (text === '! microphone open' || text === '! session over') return { kind: text.slice(2) as 'session over' };
  return undefined;
};

/** Reads a conversation. Throws with the line number where a line is none of those that README.md names. */
export const stepsOf = (conversation: string): Numbered[] => {
  const lines: { text: string; line: number }[] = [];
  for (const [index, text] of conversation.split('\n').entries()) {
    const last = lines.at(-1);
    if (text.trim() === '') continue;
    if (/^\s/.test(text) && last) last.text += ` ${text.trim()}`;
    else lines.push({ text: text.trim(), line: index + 1 });
  }
  return lines
    .filter(({ text }) => !text.startsWith('#'))
    .map(({ text, line }) => {
      const step = stepOf(text);
      if (!step) throw new Error(`line ${line} is not one that test/conversations/README.md names: ${text}`);
      return { ...step, line };
    });
};
