import { lasting } from './beats.ts';
import { inForm } from './form.ts';
import { closingQuestion } from './gate.ts';
import type { Content, Listener, Place, Plan, Position, Seconds } from './model.ts';
import { narrate } from './narrate.ts';
import { startOf, stepAt } from './place.ts';

/** Seconds a plan takes from here to its end, when every question is answered at once. */
export const planSeconds = (content: Content, listener: Listener, plan: Plan, from?: Place): Seconds => {
  const [first] = plan.steps;
  if (!first) return 0;
  let place: Place | 'end' = from ?? startOf(first);
  let position: Position = 'standing';
  let seconds = 0;
  while (place !== 'end') {
    const step = stepAt(plan, place);
    if (!step) break;
    const narration = narrate(
      content,
      plan,
      { place, from: position },
      { ask: (to) => closingQuestion(content, listener, plan, to) },
    );
    seconds += lasting(narration.beats);
    position = inForm(content, step).endPosition;
    place = narration.to.next;
  }
  return seconds;
};

/** The same in whole minutes; two at least, a shorter one would be no session. */
export const planMinutes = (content: Content, listener: Listener, plan: Plan, from?: Place): number =>
  Math.max(2, Math.round(planSeconds(content, listener, plan, from) / 60));

/** Over its minutes by this much, a routine for both sides still counts as fitting. */
const tolerance = 1.15;

/** The plan without the exercises at its end that would make it longer than `minutes`. */
export const fitting = (content: Content, listener: Listener, plan: Plan, minutes: number): Plan => {
  const fits = planSeconds(content, listener, plan) <= minutes * 60 * tolerance;
  return fits || plan.steps.length <= 1
    ? plan
    : fitting(content, listener, { ...plan, steps: plan.steps.slice(0, -1) }, minutes);
};
