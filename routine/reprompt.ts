import { type Beat, sayAndWait, sayPhrase } from './beats.ts';
import type { Listener } from './listener.ts';
import type { Content } from './words.ts';
import { phrase } from './phrases.ts';

const patienceSeconds = 40;

/** The first times, a listener is told how to come back. */
const newHere = (listener: Listener): boolean => listener.totals.sessions === 0;

/** What is said when nobody answers a gate: time, then the question once more. */
export const patience = (content: Content, listener: Listener, question: readonly Beat[]): Beat[] => [
  sayAndWait(content, phrase(content, 'takeYourTime'), patienceSeconds),
  ...(newHere(listener) ? [sayPhrase(content, 'howToComeBack', { comeBack: phrase(content, 'comeBack') })] : []),
  ...question,
];
