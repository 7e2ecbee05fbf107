import { lasting } from './beats.ts';
import { inForm } from './form.ts';
import { closingQuestion } from './gate.ts';
import type { Instant, Position, Routine, Seconds, Side } from './exercise.ts';
import type { Listener, Place, Plan } from './listener.ts';
import type { Content } from './words.ts';
import { narrate } from './narrate.ts';
import { plan } from './plan.ts';
import { startOf, stepAt } from './place.ts';
import { timingOf } from './timing.ts';

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
      { ask: (to) => closingQuestion(content, listener, plan, to), timing: timingOf(listener.preferences) },
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

/** The plan without the exercises at its end that would make it longer than `minutes`; never one side of one alone. */
const fitting = (content: Content, listener: Listener, plan: Plan, minutes: number): Plan => {
  const last = plan.steps.at(-1);
  const fewer = plan.steps.filter(({ exercise }) => exercise !== last?.exercise);
  const fits = planSeconds(content, listener, plan) <= minutes * 60 * tolerance;
  return fits || fewer.length === 0 ? plan : fitting(content, listener, { ...plan, steps: fewer }, minutes);
};

/** The plan for today: of a routine that grew by doing exercises once for each side, as much as fits its minutes. */
export const planToday = (content: Content, routine: Routine, side: Side, listener: Listener, now: Instant): Plan => {
  const made = plan(content, routine, side, listener, now);
  return side === 'both' ? fitting(content, listener, made, routine.minutes) : made;
};
