import type { ExerciseId } from './exercise.ts';
import type { Plan } from './listener.ts';
import type { Outcome, Talk } from './talk.ts';

/** The outcome with what it left out of this plan kept, in case that is taken back. */
export const leavingOut = (outcome: Outcome, plan: Plan | undefined, exercise: ExerciseId): Outcome => {
  const steps = plan?.steps.filter((step) => step.exercise === exercise) ?? [];
  const at = plan?.steps.findIndex((step) => step.exercise === exercise) ?? -1;
  return { ...outcome, talk: { ...outcome.talk, leftOut: { exercise, steps, at } } };
};

/** What was left out, where the plan is another one: its steps were for the plan before. */
export const ofAnotherPlan = ({ leftOut }: Talk): Talk['leftOut'] => leftOut && { ...leftOut, steps: [] };
