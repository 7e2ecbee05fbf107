import { settled } from './ask.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import { heardOut } from './finishing.ts';
import { pause } from './leaving.ts';
import { moment } from './moment.ts';
import type { Outcome, Turn } from './talk.ts';

/** In the middle of a conversation it is acknowledged. */
const afresh = (turn: Turn): Beat[] => (turn.talk.asked && !turn.talk.draft ? [sayPhrase(turn.content, 'thenFresh')] : []);

/** Between blocks: heard to the end, and after the last question finished. */
const closed = (turn: Turn): Turn => (moment(turn) === 'lastQuestion' ? heardOut(turn) : settled(turn));

/** A fresh session is offered; what runs rests where it is until the new one begins. */
export const startFresh = (turn: Turn, words: readonly Beat[] = afresh(turn)): Outcome => {
  const out = moment(turn) === 'block' ? pause(turn, true) : undefined;
  const there = out ? { ...turn, listener: out.listener, talk: { ...turn.talk, asked: undefined } } : closed(turn);
  const before = out ? out.reply.speech.slice(0, 1) : [];
  return fresh({ ...there, talk: { ...there.talk, draft: undefined } }, [...before, ...words]);
};
