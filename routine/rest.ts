import { ahead, takenIn } from './ahead.ts';
import { announceAhead } from './ask.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { planMinutes } from './duration.ts';
import { finish } from './finishing.ts';
import { goOnWith, withPlan } from './goOn.ts';
import { release } from './leaving.ts';
import type { Place, Plan, Step } from './listener.ts';
import { moment } from './moment.ts';
import { movedTo } from './moving.ts';
import { numberWord } from './phrases.ts';
import { indexOf, startOf } from './place.ts';
import { close, type Outcome, type Turn } from './talk.ts';

/** What is ahead, the exercise that is on included. */
export const restOf = (turn: Turn): { plan: Plan; place: Place; rest: readonly Step[] } | undefined => {
  const found = ahead(turn);
  return found && { ...found, rest: found.plan.steps.slice(Math.max(0, indexOf(found.plan, found.place))) };
};

const toGo = (turn: Turn, plan: Plan, place: Place): Beat =>
  sayPhrase(turn.content, 'minutesToGo', {
    minutes: numberWord(turn.content, planMinutes(turn.content, turn.listener, plan, place)),
    count: plan.steps.length - Math.max(0, indexOf(plan, place)),
  });

interface More {
  /** What to do where nothing is left. */
  readonly instead?: () => Outcome;
  /** Says how much is to go. */
  readonly tells?: boolean;
  /** The current exercise is set up in another way now: it is announced again. */
  readonly anew?: boolean;
}

/**
 * The plan's rest as it is to be from now on. Goes on where it was; where the current exercise is left out too, the
 * next one is announced, and after the last the session is over.
 */
export const withRest = (
  turn: Turn,
  words: readonly Beat[],
  reshaped: (rest: readonly Step[]) => readonly Step[],
  { instead, tells, anew = false }: More = {},
): Outcome => {
  const there = takenIn(turn);
  const found = restOf(there);
  if (!found) return goOnWith(turn, words);
  const { rest, place } = found;
  const kept = reshaped(rest);
  const plan: Plan = { ...found.plan, steps: [...found.plan.steps.slice(0, -rest.length), ...kept] };
  const [next] = kept;
  const stays = next !== undefined && next.id === rest[0]?.id;
  const said = [...words, ...(tells && next ? [toGo(there, plan, stays ? place : startOf(next))] : [])];
  if (stays && !anew) return goOnWith(turn, said, (again) => withPlan(again, plan));
  if (!next && instead) return instead();

  const out = moment(turn) === 'block' ? release(turn) : [];
  if (!next)
    return turn.talk.draft
      ? close(turn, [...said, sayPhrase(turn.content, 'nothingLeft')])
      : finish(there, undefined, [...out, ...said]);
  return announceAhead(movedTo(withPlan(there, plan), startOf(next)), [...out, ...said]);
};
