import type { RoutineStep } from '../../routine/exercise.ts';
import { formOf, type Library } from '../library/library.ts';
import type { Rule } from './rule.ts';

/** Rules about what a routine says of itself: people choose by it. */
export const routineRules: readonly Rule[] = [
  {
    name: 'empty-routine',
    *find({ routines }) {
      for (const { file, value } of routines) {
        if (value.steps.length === 0) yield { file, field: 'steps', message: 'there is nothing to do' };
      }
    },
  },
  {
    name: 'needs-untrue',
    *find({ routines, factForms }) {
      for (const { file, value } of routines) {
        const forms = value.steps.map((step) => formOf(factForms, step.exercise, step.form));
        const things = forms.flatMap((form) => form?.equipment.map(({ id }) => id) ?? []);
        const needed = [...new Set(things)].sort().join(', ');
        if (forms.includes(undefined)) continue;
        if ([...value.needs].sort().join(', ') !== needed) {
          yield { file, field: 'needs', message: `its exercises need ${needed || 'nothing'}` };
        }
      }
    },
  },
  {
    name: 'position-untrue',
    *find({ routines, factForms }) {
      for (const { file, value } of routines) {
        if (value.position === undefined) continue;
        const standing = value.position === 'standing';
        const elsewhere = value.steps.find(
          (step) => (formOf(factForms, step.exercise, step.form)?.standing ?? standing) !== standing,
        );
        if (elsewhere) yield { file, field: 'position', message: `"${elsewhere.exercise}" is done elsewhere` };
      }
    },
  },
];

/** Every step of the routines, those for both sides included, where it is written. */
export function* stepsOf(
  routines: Library['routines'],
): Generator<{ readonly file: string; readonly field: string; readonly step: RoutineStep }> {
  for (const { file, value } of routines) {
    for (const key of ['steps', 'both'] as const) {
      for (const [i, step] of (value[key] ?? []).entries()) yield { file, field: `${key}[${i}]`, step };
    }
  }
}
