import { ask, gates, question, questionNamed } from './ask.ts';
import { sayAndWait } from './beats.ts';
import { finishHeard } from './finishing.ts';
import { pause } from './leaving.ts';
import { phrase } from './phrases.ts';
import type { Asked, Outcome, Turn } from './talk.ts';

const halfMinute = 30;
/** Stretches in a row; after these it is a pause. */
const stretches = 3;

/** A minute to fetch a thing or to breathe, then the question again. */
export const wait = (turn: Turn): Outcome => {
  const { content, talk } = turn;
  if (talk.waits >= stretches)
    return talk.asked === 'howWasIt' || talk.asked === 'tighterLast' ? finishHeard(turn) : pause(turn, false);
  const asked: Asked = talk.asked && !gates.has(talk.asked) ? talk.asked : 'ready';
  const waiting: Turn = { ...turn, talk: { ...talk, waits: talk.waits + 1, misunderstood: 0 } };
  const minute = [
    sayAndWait(content, phrase(content, asked === 'ready' ? 'waitAMinute' : 'waitForAnswer'), halfMinute),
    sayAndWait(content, phrase(content, 'halfAMinuteMore'), halfMinute),
  ];
  return ask(waiting, asked, minute, { words: question(waiting, asked) });
};

/** Not understood at a question that nothing may answer by itself: its answers named once, then time. */
export const askNamed = (turn: Turn): Outcome => {
  const { talk } = turn;
  const asked = talk.asked ?? 'side';
  if (talk.misunderstood > 0) return wait(turn);
  const once: Turn = { ...turn, talk: { ...talk, misunderstood: 1 } };
  return ask(once, asked, [], { words: questionNamed(once, asked) });
};
