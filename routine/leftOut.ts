import type { ExerciseId } from './exercise.ts';
import type { Plan } from './listener.ts';
import type { Outcome } from './talk.ts';

/** The outcome with what it left out of this plan kept, in case that is taken back. */
export const leavingOut = (outcome: Outcome, plan: Plan | undefined, exercise: ExerciseId): Outcome => {
  const steps = plan?.steps.filter((step) => step.exercise === exercise) ?? [];
  const at = plan?.steps.findIndex((step) => step.exercise === exercise) ?? -1;
  return { ...outcome, talk: { ...outcome.talk, leftOut: { exercise, steps, at } } };
};
