import { type Beat, sayPhrase } from './beats.ts';
import { running } from './history.ts';
import { listed, phrase } from './phrases.ts';
import type { Turn } from './talk.ts';

/** "What do you know about me?": only what is there. */
export const whatIsKept = ({ content, listener, talk }: Turn): Beat[] => {
  if (talk.unsaved) return [sayPhrase(content, 'keptUnsaved')];
  const { side, ...settings } = listener.preferences;
  const kept = {
    'kept-side': side !== undefined,
    'kept-settings': Object.keys(settings).length > 0,
    'kept-done': listener.totals.sessions > 0 || Object.keys(listener.completed).length > 0,
    'kept-place': running(listener) !== undefined,
  };
  const names = Object.entries(kept).flatMap(([key, there]) => (there ? [phrase(content, key)] : []));
  return [sayPhrase(content, names.length > 0 ? 'kept' : 'keptNothing', { names: listed(content, names) })];
};
