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

/** Raised doses may make a session longer than its minutes by this much; one that is longer anyway, by the second. */
const growth = { overMinutes: 1.25, overUsual: 1.1 } as const;

const withoutRaises = (listener: Listener): Listener => {
  const notches = Object.entries(listener.preferences.notches ?? {}).filter(([, notch]) => notch < 0);
  return { ...listener, preferences: { ...listener.preferences, notches: Object.fromEntries(notches) } };
};

/**
 * The plan for today: of a routine that grew by doing exercises once for each side, as much as fits its minutes. What
 * "too easy" has raised is done as usual again, from the last exercise on, until the session is near its minutes.
 */
export const planToday = (content: Content, routine: Routine, side: Side, listener: Listener, now: Instant): Plan => {
  const made = plan(content, routine, side, withoutRaises(listener), now);
  const usual = side === 'both' ? fitting(content, listener, made, routine.minutes) : made;
  if (Object.values(listener.preferences.notches ?? {}).every((notch) => notch <= 0)) return usual;
  const raised = plan(content, routine, side, listener, now).steps.filter((step) => stepAt(usual, { step: step.id }));
  const most = Math.max(routine.minutes * 60 * growth.overMinutes, planSeconds(content, listener, usual) * growth.overUsual);
  const raisedUpTo = (count: number): Plan => {
    const today = { ...usual, steps: [...raised.slice(0, count), ...usual.steps.slice(count)] };
    return count === 0 || planSeconds(content, listener, today) <= most ? today : raisedUpTo(count - 1);
  };
  return raisedUpTo(raised.length);
};
