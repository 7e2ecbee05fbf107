import fc from 'fast-check';
import { english as content } from '../../content/index.ts';
import { inForm } from '../../routine/form.ts';
import type { Amount, BodySide, Level } from '../../routine/exercise.ts';
import type { Plan, Step } from '../../routine/listener.ts';

const sides: readonly BodySide[] = ['left', 'right'];
const levels: readonly Level[] = ['full', 'medium', 'short'];

/** Every amount of an exercise in one form, by the key a step's dose has for it. */
export const amountsOf = (exercise: string, form: string): Record<string, Amount> => {
  const { dose } = inForm(content, { exercise, form });
  return {
    sets: dose.sets,
    ...(dose.reps ? { reps: dose.reps } : {}),
    ...(dose.spots ? { spots: dose.spots } : {}),
    ...dose.holds,
  };
};

/** Every exercise in every form, for either side, at every level, with the default dose. */
export const everyStep: readonly Step[] = Object.values(content.exercises).flatMap(({ facts }) =>
  Object.keys(facts.forms).flatMap((form) =>
    sides.flatMap((side) => levels.map((level) => ({ id: facts.id, exercise: facts.id, side, form, level }))),
  ),
);

/** Any of those, with any dose inside its range. */
export const anyStep: fc.Arbitrary<Step> = fc
  .constantFrom(...everyStep)
  .chain((step) =>
    fc
      .record(
        Object.fromEntries(
          Object.entries(amountsOf(step.exercise, step.form)).map(([key, { range }]) => [
            key,
            fc.integer({ min: Math.ceil(range[0]), max: Math.floor(range[1]) }),
          ]),
        ),
      )
      .map((dose) => ({ ...step, dose })),
  );

/** A step alone, as a plan. */
export const planOf = (...steps: readonly Step[]): Plan => ({ routine: 'ten', side: steps[0]?.side ?? 'left', steps });

/** What names a step in a test's title. */
export const titleOf = ({ exercise, form, side, level }: Step): string => `${exercise} (${form}) ${side}, ${level}`;
