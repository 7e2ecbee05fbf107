import type { FormFacts } from '../../routine/exercise.ts';
import { stepsOf } from './routines.ts';
import type { Rule } from './rule.ts';

/** Rules about what points from one file to another, and must arrive. */
export const pointerRules: readonly Rule[] = [
  {
    name: 'unknown-form',
    *find({ facts, words, routines }) {
      for (const { file, id, value } of facts) {
        for (const [form, own] of Object.entries(value.forms)) {
          for (const [pointer, target] of pointersOf(own)) {
            if (!(target in value.forms)) yield { file, field: `forms.${form}.${pointer}`, message: noForm(target) };
          }
          for (const spoken of words.filter((candidate) => candidate.id === id)) {
            if (form !== 'normal' && !(form in spoken.value.forms)) {
              yield { file, field: `forms.${form}`, message: `has no words in ${spoken.file}` };
            }
          }
        }
      }
      for (const { file, id, value } of words) {
        const known = facts.find((candidate) => candidate.id === id)?.value.forms;
        for (const form of Object.keys(value.forms)) {
          if (known && !(form in known)) yield { file, field: `forms.${form}`, message: noForm(form) };
        }
      }
      for (const { file, field, step } of stepsOf(routines)) {
        const known = facts.find((candidate) => candidate.id === step.exercise)?.value.forms;
        if (known && step.form !== undefined && !(step.form in known)) {
          yield { file, field: `${field}.form`, message: noForm(step.form) };
        }
      }
    },
  },
  {
    name: 'unknown-exercise',
    *find({ files, routines }) {
      for (const { file, field, step } of stepsOf(routines)) {
        if (!files.has(`content/exercises/${step.exercise}.json`)) {
          yield { file, field: `${field}.exercise`, message: `there is no exercise "${step.exercise}"` };
        }
      }
    },
  },
];

function* pointersOf({ easier, harder, noLean, without = {} }: FormFacts): Generator<[string, string]> {
  for (const [pointer, target] of Object.entries({ easier, harder, noLean })) if (target) yield [pointer, target];
  for (const [thing, target] of Object.entries(without)) yield [`without.${thing}`, target];
}

const noForm = (form: string) => `there is no form "${form}"`;
