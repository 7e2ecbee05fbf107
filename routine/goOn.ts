import { takenIn } from './ahead.ts';
import { ask, questionAgain } from './ask.ts';
import type { Beat } from './beats.ts';
import { backInSeconds, backTo } from './block.ts';
import type { Plan } from './listener.ts';
import type { Start } from './narrate.ts';
import { moment } from './moment.ts';
import { close, type Outcome, type Turn } from './talk.ts';

/** The turn with another plan, of what is offered or of what runs. */
export const withPlan = (turn: Turn, plan: Plan): Turn => {
  const { listener, talk } = turn;
  if (talk.draft) return { ...turn, talk: { ...talk, draft: { ...talk.draft, plan } } };
  if (!listener.session) return turn;
  const has = (id: string) => plan.steps.some((step) => step.id === id);
  const { block, ...session } = listener.session;
  // A block that vanished may lead into what was left out: it is taken as not heard.
  const sound = block?.marks.every(({ place }) => place === 'end' || has(place.step));
  const changed = { ...session, plan, completed: session.completed.filter(has), ...(block && sound ? { block } : {}) };
  return { ...turn, listener: { ...listener, session: changed } };
};

/**
 * Says something and goes on as before. In a block: five seconds, then the set they were in. Between blocks: the same
 * question again. With nothing open: that was all. `change` is what the words are about, made to the turn as taken in.
 */
export const goOnWith = (
  turn: Turn,
  words: readonly Beat[],
  change: (there: Turn) => Turn = (there) => there,
  more: Partial<Start> = {},
): Outcome => {
  const there = change(takenIn(turn));
  const when = moment(turn);
  if (when === 'none' || when === 'finished') return close(there, words);
  const place = there.listener.session?.place;
  if (when === 'block' && place) return backTo(there, place, words, { getReady: backInSeconds, ...more });
  const asked = turn.talk.asked ?? 'side';
  return ask(there, asked, words, words.length > 0 ? { words: questionAgain(there, asked) } : {});
};
