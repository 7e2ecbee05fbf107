import type { Place, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { doseOf, inForm } from './form.ts';

/** The step with this id; undefined where the plan has none. */
export const stepAt = (plan: Plan, place: Pick<Place, 'step'>): Step | undefined =>
  plan.steps.find(({ id }) => id === place.step);

/** Position of a step in its plan; -1 where the plan has none with this id. */
export const indexOf = (plan: Plan, place: Pick<Place, 'step'>): number =>
  plan.steps.findIndex(({ id }) => id === place.step);

/** A step's beginning: its set-up. */
export const startOf = (step: Pick<Step, 'id'>): Place => ({ step: step.id, spot: 1, pass: 1, set: 0 });

/** All places of a step in the order they are done, the set-up first. */
export const placesOf = (content: Content, step: Step): Place[] => {
  const { spots, passes, sets } = doseOf(inForm(content, step), step.dose);
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
  return [
    startOf(step),
    ...upTo(spots).flatMap((spot) =>
      upTo(passes).flatMap((pass) => upTo(sets).map((set) => ({ step: step.id, spot, pass, set }))),
    ),
  ];
};

export const samePlace = (a: Place, b: Place): boolean =>
  a.step === b.step && a.spot === b.spot && a.pass === b.pass && a.set === b.set;

/** The beginning of the step after this place's, or `end` after the last. */
export const afterStep = (plan: Plan, place: Pick<Place, 'step'>): Place | 'end' => {
  const next = plan.steps[indexOf(plan, place) + 1];
  return next ? startOf(next) : 'end';
};

/** The beginning of the step before this place's; of the first step, its own beginning. */
export const beforeStep = (plan: Plan, place: Pick<Place, 'step'>): Place => {
  const before = plan.steps[indexOf(plan, place) - 1];
  return startOf(before ?? { id: place.step });
};
