import { known } from './history.ts';
import { lasting } from './beats.ts';
import { inForm } from './form.ts';
import { closingQuestion } from './gate.ts';
import type { Instant, Position, Routine, Seconds, Side } from './exercise.ts';
import type { Listener, Place, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { type Narration, narrate } from './narrate.ts';
import { plan } from './plan.ts';
import { startOf, stepAt } from './place.ts';
import { timingOf } from './timing.ts';

/** The blocks of a plan from here to its end, as heard by somebody who says yes each time. */
const blocksOf = (
  content: Content,
  listener: Listener,
  plan: Plan,
  from?: Place,
  runOn?: (step: Step) => boolean,
): Narration[] => {
  const [first] = plan.steps;
  const blocks: Narration[] = [];
  let place: Place | 'end' = from ?? (first ? startOf(first) : 'end');
  let position: Position = 'standing';
  while (place !== 'end' && stepAt(plan, place)) {
    const block: Narration = narrate(
      content,
      plan,
      { place, from: position },
      {
        ask: (to) => closingQuestion(content, listener, plan, to),
        timing: timingOf(listener.preferences),
        ...(runOn ? { runOn } : {}),
      },
    );
    const last = block.to.after === 'step' || block.to.after === 'plan' ? block.to.done : stepAt(plan, place);
    if (last) position = inForm(content, last).endPosition;
    place = block.to.next;
    blocks.push(block);
  }
  return blocks;
};

/** Seconds a plan takes from here to its end, when every question is answered at once. */
export const planSeconds = (content: Content, listener: Listener, plan: Plan, from?: Place): Seconds =>
  blocksOf(content, listener, plan, from).reduce((sum, { beats }) => sum + lasting(beats), 0);

/** Whether running straight through saves a question on the way from here to the end. */
export const runsThrough = (content: Content, listener: Listener, plan: Plan, from?: Place): boolean => {
  const asked = blocksOf(content, listener, plan, from).length;
  return blocksOf(content, listener, plan, from, (step) => known(listener, step)).length < asked;
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

type Notches = Readonly<Record<string, number>>;

const withNotches = (listener: Listener, notches: Notches): Listener => ({
  ...listener,
  preferences: { ...listener.preferences, notches },
});

/** These notches, then each time one that is raised less, the last exercise first, until none is raised. */
const loweredOneByOne = (notches: Notches, steps: readonly Step[]): Notches[] => {
  const last = steps.findLast(({ exercise }) => (notches[exercise] ?? 0) > 0)?.exercise;
  if (last === undefined) return [notches];
  return [notches, ...loweredOneByOne({ ...notches, [last]: (notches[last] ?? 0) - 1 }, steps)];
};

/** The first that fits, where each is shorter than the one before; else the last. By halving, as narrating takes time. */
const firstFitting = <T>(all: readonly T[], fits: (one: T) => boolean): T | undefined => {
  const [first] = all;
  if (first !== undefined && fits(first)) return first;
  let from = 1;
  let to = all.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = all[middle];
    if (one !== undefined && fits(one)) to = middle;
    else from = middle + 1;
  }
  return all[from] ?? first;
};

/**
 * The plan for today: of a routine that grew by doing exercises once for each side, as much as fits its minutes. What
 * "too easy" has raised is lowered again, from the last exercise on, until the session is near its minutes.
 */
export const planToday = (content: Content, routine: Routine, side: Side, listener: Listener, now: Instant): Plan => {
  const { notches = {} } = listener.preferences;
  const lowered = Object.entries(notches).filter(([, notch]) => notch < 0);
  const made = plan(content, routine, side, withNotches(listener, Object.fromEntries(lowered)), now);
  const usual = side === 'both' ? fitting(content, listener, made, routine.minutes) : made;
  const most = Math.max(
    routine.minutes * 60 * growth.overMinutes,
    planSeconds(content, listener, usual) * growth.overUsual,
  );
  const raisedBy = (raised: Notches): Plan => {
    const { steps } = plan(content, routine, side, withNotches(listener, raised), now);
    return { ...usual, steps: steps.filter((step) => stepAt(usual, { step: step.id })) };
  };
  const fits = (raised: Notches) => planSeconds(content, listener, raisedBy(raised)) <= most;
  return raisedBy(firstFitting(loweredOneByOne(notches, usual.steps), fits) ?? notches);
};
