import { ahead, takenIn } from './ahead.ts';
import { sayPhrase } from './beats.ts';
import { runsThrough } from './duration.ts';
import type { Tuned, WishEvent } from './events.ts';
import { inForm } from './form.ts';
import { goOnWith, withPlan } from './goOn.ts';
import type { Plan, Preferences, Step } from './listener.ts';
import { levelFor, levelWanted, withLongerHolds } from './plan.ts';
import { indexOf } from './place.ts';
import type { Outcome, Turn } from './talk.ts';
import { mostTuned } from './timing.ts';

const remembering = (turn: Turn, preferences: Partial<Preferences>): Turn => ({
  ...turn,
  listener: { ...turn.listener, preferences: { ...turn.listener.preferences, ...preferences } },
});

/** The turn with every step from the current one on changed; `later` leaves the current one as it is. */
const withStepsAhead = (turn: Turn, change: (step: Step) => Step, later = false): Turn => {
  const found = ahead(turn);
  if (!found) return turn;
  const from = indexOf(found.plan, found.place) + (later ? 1 : 0);
  const plan: Plan = { ...found.plan, steps: found.plan.steps.map((step, i) => (i >= from ? change(step) : step)) };
  return withPlan(turn, plan);
};

/** "Slower", "longer rests", "shorter holds": one notch, remembered. Holds change from the next exercise on. */
export const tune = (turn: Turn, what: Tuned, by: 'more' | 'less'): Outcome => {
  const { content, listener } = turn;
  const before = listener.preferences[what] ?? 0;
  const after = Math.max(-mostTuned, Math.min(mostTuned, before + (by === 'more' ? 1 : -1)));
  if (after === before) return goOnWith(turn, [sayPhrase(content, 'asFarAsItGoes')]);
  return goOnWith(turn, [sayPhrase(content, `tuned-${what}-${by}`)], (there) => {
    const tuned = remembering(there, { [what]: after });
    if (what !== 'holds') return tuned;
    const longer = (step: Step) => withLongerHolds(inForm(content, step), step, after - before);
    return withStepsAhead(tuned, longer, true);
  });
};

/** "Less talking", "full instructions", "the usual": from here on, and remembered. */
export const words = (turn: Turn, wanted: Extract<WishEvent, { wish: 'words' }>['words']): Outcome =>
  goOnWith(turn, [sayPhrase(turn.content, `words-${wanted}`)], (there) => {
    const { words: _, ...others } = there.listener.preferences;
    const preferences: Preferences = wanted === 'usual' ? others : { ...others, words: wanted };
    const known = (step: Step) => levelFor(there.listener.completed[step.exercise] ?? 0, 0);
    const told = (step: Step): Step => ({ ...step, level: levelWanted(preferences, known(step)) });
    return withStepsAhead({ ...there, listener: { ...there.listener, preferences } }, told);
  });

/** "Run straight through", "wait for me": remembered; where nothing of today comes of it, that is said. */
export const runThrough = (turn: Turn, on: boolean): Outcome => {
  const { content, listener } = turn;
  const found = ahead(takenIn(turn));
  const nothing = on && found && !runsThrough(content, listener, found.plan, found.place);
  const key = on ? (nothing ? 'runThrough-onNothing' : 'runThrough-on') : 'runThrough-off';
  return goOnWith(turn, [sayPhrase(content, key)], (there) => remembering(there, { runThrough: on }));
};

/** "My goal is four a week": remembered, one to seven. */
export const goal = (turn: Turn, perWeek: number): Outcome => {
  const wanted = Math.max(1, Math.min(7, Math.round(perWeek)));
  return goOnWith(turn, [sayPhrase(turn.content, 'goalSet', { count: wanted })], (there) =>
    remembering(there, { goal: wanted }),
  );
};
