import { ahead, announceAhead, ask, locatedNow, settled } from './ask.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { backInSeconds, goOn } from './block.ts';
import { formTowards, inForm } from './form.ts';
import type { WishEvent } from './events.ts';
import { heardTo } from './history.ts';
import type { Plan, Step } from './model.ts';
import * as moving from './moving.ts';
import { indexOf, stepAt } from './place.ts';
import { startFresh } from './startFresh.ts';
import { moment, steer } from './steer.ts';
import type { Outcome, Turn } from './talk.ts';

/** A wish changes preferences or the rest of the plan, then goes on. */
export const wish = (turn: Turn, event: WishEvent): Outcome => {
  switch (event.wish) {
    case 'without':
      return withoutThing(turn, event.thing);
    case 'routine':
      return startFresh({ ...turn, talk: { ...turn.talk, wanted: { routine: event.routine } } });
    case 'exercise':
      return startFresh({ ...turn, talk: { ...turn.talk, wanted: { exercise: event.exercise } } });
  }
};

const needs = (turn: Turn, step: Step, thing: string): boolean =>
  inForm(turn.content, step).equipment.some(({ id }) => id === thing);

/** The plan with every step from here on in its form without the thing, where it has one. */
const without = (turn: Turn, plan: Plan, from: number, thing: string): Plan => ({
  ...plan,
  steps: plan.steps.map((step, i) => {
    const form = i >= from ? formTowards(turn.content, step, { without: thing }) : undefined;
    return form ? { ...step, form } : step;
  }),
});

/** "No ball": its substitute from here on, and said so; an exercise that cannot do without is left out. */
const withoutThing = (turn: Turn, thing: string): Outcome => {
  const { content } = turn;
  const now = moment(turn);
  const inBlock = now === 'block';
  const place = locatedNow(turn);
  const there: Turn =
    inBlock && place && place !== 'end'
      ? { ...turn, listener: heardTo(content, turn.listener, place, turn.now) }
      : settled(turn);
  const found = ahead(there);
  if (!found || now === 'choosing' || now === 'none' || now === 'finished' || now === 'lastQuestion') {
    return steer(turn, 'misunderstood');
  }

  const from = Math.max(0, indexOf(found.plan, found.place));
  const current = stepAt(found.plan, found.place);
  const changed = without(there, found.plan, from, thing);
  const affected = changed.steps.filter((step, i) => i >= from && step !== found.plan.steps[i]);
  const next = withPlan(there, changed);
  if (current && needs(there, current, thing) && affected.every(({ id }) => id !== current.id)) {
    return inBlock ? moving.skip(turn) : moving.leaveOut(there);
  }
  const said: Beat[] = affected.slice(0, 1).flatMap((step) => {
    const says = content.exercises[step.exercise]?.words.forms[step.form]?.says;
    return says ? [say(content, says)] : [];
  });
  const words = said.length > 0 ? said : [sayPhrase(content, 'notNeeded')];
  if (inBlock) return goOn(next, found.place, words, { getReady: backInSeconds });
  if (now === 'paused') return ask(next, turn.talk.asked ?? 'carryOn', words);
  return announceAhead(next, words, 'again');
};

const withPlan = (turn: Turn, plan: Plan): Turn => {
  const { listener, talk } = turn;
  if (talk.draft) return { ...turn, talk: { ...talk, draft: { ...talk.draft, plan } } };
  return listener.session ? { ...turn, listener: { ...listener, session: { ...listener.session, plan } } } : turn;
};
