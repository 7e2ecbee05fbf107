import { announceAhead, gates } from './ask.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { doneWith, needsAny } from './form.ts';
import { takenIn } from './ahead.ts';
import { goOnWith, withPlan } from './goOn.ts';
import { release } from './leaving.ts';
import type { Plan } from './listener.ts';
import { moment } from './moment.ts';
import { movedTo } from './moving.ts';
import { startOf } from './place.ts';
import { restOf } from './rest.ts';
import { steer } from './steer.ts';
import type { Outcome, Turn } from './talk.ts';

/**
 * "I've got a band", "I found the ball": what is ahead takes the form that is done with it. An exercise that has begun
 * is announced again, since another form is set up in another way.
 */
export const fetched = (turn: Turn, thing: string): Outcome => {
  const { content, talk } = turn;
  const there: Turn = { ...turn, talk: { ...talk, without: talk.without?.filter((id) => id !== thing) } };
  const when = moment(turn);
  const found = when === 'none' || when === 'finished' || when === 'lastQuestion' ? undefined : restOf(takenIn(there));
  const [current] = found?.rest ?? [];
  if (!found || !current) return goOnWith(there, [sayPhrase(content, 'withIt')]);

  const changed = found.rest.map((step) => doneWith(content, step, thing));
  const news = changed.flatMap((step, i) => (step.form === found.rest[i]?.form ? [] : [step]));
  const [first] = news;
  // "I've got the ball", said to whoever waits for it.
  if (!first && talk.asked && gates.has(talk.asked) && when !== 'block') return steer(there, 'ready');
  if (!first)
    return goOnWith(there, [
      sayPhrase(content, changed.some((step) => needsAny(content, step, [thing])) ? 'withIt' : 'notNeeded'),
    ]);
  const says = content.exercises[first.exercise]?.words.forms[first.form]?.says;
  const now = first.id === current.id;
  const words: Beat[] = [says && now ? say(content, says) : sayPhrase(content, 'withIt')];
  const plan: Plan = { ...found.plan, steps: [...found.plan.steps.slice(0, -found.rest.length), ...changed] };
  if (!now) return goOnWith(there, words, (again) => withPlan(again, plan));
  const out = when === 'block' ? release(turn) : [];
  return announceAhead(movedTo(withPlan(takenIn(there), plan), startOf(first)), [...out, ...words]);
};
