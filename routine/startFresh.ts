import { settled } from './ahead.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import { heardOut } from './finishing.ts';
import { pause } from './leaving.ts';
import { moment } from './moment.ts';
import type { Outcome, Turn } from './talk.ts';

/** What was asked for, said back where the side is still to be told, and a routine also in place of what was offered: nothing else shows that it was heard. */
const wanted = (turn: Turn): Beat[] => {
  const { content, talk } = turn;
  const { routine, exercise } = talk.wanted ?? {};
  if (moment(turn) !== 'choosing' && !(talk.draft && routine)) return [];
  const name = (routine && content.routineNames[routine]) ?? (exercise && content.exercises[exercise]?.words.shortName);
  return name ? [sayPhrase(content, 'wantedName', { name })] : [];
};

/** In the middle of a conversation it is acknowledged. */
const afresh = (turn: Turn): Beat[] => {
  if (!turn.talk.asked) return [];
  const said = wanted(turn);
  return said.length > 0 || turn.talk.draft ? said : [sayPhrase(turn.content, 'thenFresh')];
};

/** Between blocks: heard to the end, and after the last question finished. */
const closed = (turn: Turn): Turn => (moment(turn) === 'lastQuestion' ? heardOut(turn) : settled(turn));

/** A fresh session is offered; what runs rests where it is until the new one begins. */
export const startFresh = (turn: Turn, words: readonly Beat[] = afresh(turn)): Outcome => {
  const out = moment(turn) === 'block' ? pause(turn, true) : undefined;
  const there = out ? { ...turn, listener: out.listener, talk: { ...turn.talk, asked: undefined } } : closed(turn);
  const before = out ? out.reply.speech.slice(0, 1) : [];
  return fresh({ ...there, talk: { ...there.talk, draft: undefined } }, [...before, ...words]);
};
