import { answer } from './answer.ts';
import type { Event } from './events.ts';
import { rested, running } from './history.ts';
import { ended } from './leaving.ts';
import type { Instant } from './exercise.ts';
import type { Listener } from './listener.ts';
import type { Content } from './words.ts';
import { varied } from './phrases.ts';
import { askWhose } from './people.ts';
import { question } from './question.ts';
import { reachable } from './reachable.ts';
import { steer } from './steer.ts';
import type { Outcome, Talk, Turn } from './talk.ts';
import { wish } from './wish.ts';

/**
 * One turn of the conversation: what is remembered and talked about, and what was said, give what is remembered next
 * and what to answer. Pure: `now` is the request's timestamp.
 */
export const advance = (
  content: Content,
  state: { readonly listener: Listener; readonly talk: Talk },
  event: Event,
  now: Instant,
): Outcome => {
  const spoken = varied(content, Math.floor(now / 1000));
  const listener = leftAlone(state.listener, state.talk);
  const turn = reachable({
    content: spoken,
    listener,
    talk: heardWarning(state.talk, event),
    now,
    opens: event.opens ?? false,
  });
  const outcome = decide(turn, event);
  const after = outcome.listener === listener ? state.listener : outcome.listener;
  return { ...outcome, listener: touched(state.listener, after, now) };
};

const decide = (turn: Turn, event: Event): Outcome => {
  switch (event.kind) {
    case 'steer': {
      if (event.found && !running(turn.listener)) return askWhose(turn, event.found);
      if (event.steer !== 'ended') return steer(turn, event.steer);
      const listener = ended(turn, event.reason ?? 'USER_INITIATED');
      return { listener, talk: turn.talk, reply: { speech: [], expects: 'nothing' } };
    }
    case 'answer':
      return answer(turn, event);
    case 'wish':
      return wish(turn, event);
    case 'question':
      return question(turn, event.question, event.exercise);
  }
};

/** The welcome's warning counts as heard once somebody says anything after it. */
const heardWarning = (talk: Talk, event: Event): Talk =>
  talk.warning === 'spoken' && !(event.kind === 'steer' && event.steer === 'ended')
    ? { ...talk, warning: 'answered' }
    : talk;

/**
 * A session that another Alexa session left between blocks, without a word, rests since then: nothing said from here
 * on makes it any younger.
 */
const leftAlone = (listener: Listener, talk: Talk): Listener => {
  const session = running(listener);
  if (!session || session.ended || session.block || session.alexaSession === talk.alexaSession) return listener;
  return rested(listener, 'stopped', listener.lastAt ?? session.startedAt);
};

/** Only a change is a use: what did not change needs no write. */
const touched = (before: Listener, after: Listener, now: Instant): Listener =>
  JSON.stringify(after) === JSON.stringify(before) ? before : { ...after, lastAt: now };
