import { ask } from './ask.ts';
import { fresh } from './choosing.ts';
import { didYouFinish, finishThose, resumeAt } from './launch.ts';
import { elapsedSeconds, type Outcome, type Turn } from './talk.ts';
import { inEasierForm, nextInstead, warn } from './hurt.ts';
import { begin, leaveWhereItIs } from './moving.ts';
import { itIsMine } from './people.ts';
import { askNamed } from './waiting.ts';

/** Yes to "Shall we carry on?": what was offered begins, what was paused goes on at the very set. */
export const carryOnPaused = (turn: Turn): Outcome => {
  if (turn.talk.draft) return begin(turn);
  const { session } = turn.listener;
  if (!session) return fresh(turn);
  return resumeAt(turn, elapsedSeconds(session.ended?.at ?? turn.now, turn.now), []);
};

/** Resume, ready, while it is paused or a question about coming back is open. */
export const resumePaused = (turn: Turn): Outcome => {
  switch (turn.talk.asked) {
    case 'finishThose':
      return finishThose(turn);
    case 'didYouFinish':
      return didYouFinish(turn, false);
    case 'easier':
      return inEasierForm(turn);
    case 'isItYours':
      return itIsMine(turn);
    case 'sharp':
    case 'forgetWhom':
    case 'reminderTime':
      return ask(turn, turn.talk.asked);
    default:
      return carryOnPaused(turn);
  }
};

/** "Done": an answer to whether it was finished; else as resume. */
export const donePaused = (turn: Turn): Outcome =>
  turn.talk.asked === 'didYouFinish' ? didYouFinish(turn, true) : resumePaused(turn);

/** The next exercise. After "that hurts" it is what waits already. */
export const nextPaused = (turn: Turn): Outcome => {
  const { asked } = turn.talk;
  return asked === 'sharp' || asked === 'easier' ? nextInstead(turn) : leaveWhereItIs(turn);
};

/** In doubt about pain the higher level; in doubt about what was done, it is done again. */
export const notUnderstoodPaused = (turn: Turn): Outcome => {
  const { asked, misunderstood } = turn.talk;
  if (asked === 'didYouFinish') return didYouFinish(turn, false);
  if (asked === 'sharp' && misunderstood > 0) return warn(turn, 'B', false);
  return askNamed(turn);
};
