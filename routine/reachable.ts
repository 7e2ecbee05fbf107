import { finished } from './history.ts';
import { indexOf, startOf, stepAt } from './place.ts';
import type { Turn } from './talk.ts';

/**
 * The turn with its session where content still has it: exercises that are gone leave the plan, and a place in one of
 * them gives way to the nearest that exists. `talk.moved` tells that this has to be said.
 */
export const reachable = (turn: Turn): Turn => {
  const { content, listener, talk } = turn;
  const { session } = listener;
  if (!session || session.plan.steps.every(({ exercise }) => content.exercises[exercise])) return turn;

  const steps = session.plan.steps.filter(({ exercise }) => content.exercises[exercise]);
  const plan = { ...session.plan, steps };
  const at = Math.max(0, indexOf(session.plan, session.place));
  const kept = stepAt(plan, session.place);
  const nearest = kept ?? steps[Math.min(at, steps.length - 1)];
  if (!nearest) {
    const { session: _, ...rest } = finished(listener, turn.now);
    return { ...turn, listener: rest, talk: { ...talk, moved: true } };
  }

  // Marks of a block may lie in what is gone: it is taken as not heard.
  const { block: _, ...rest } = session;
  const completed = session.completed.filter((id) => steps.some((step) => step.id === id));
  const place = kept ? session.place : startOf(nearest);
  return {
    ...turn,
    listener: { ...listener, session: { ...rest, plan, place, completed } },
    talk: kept ? talk : { ...talk, moved: true },
  };
};
