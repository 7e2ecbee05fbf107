import type { Amount, Dose } from '../../routine/exercise.ts';
import type { FactsOfForm } from '../library/forms.ts';
import { formOf, type Library } from '../library/library.ts';
import { linesOf } from '../library/lines.ts';
import { stepsOf } from './routines.ts';
import { aboutForm, type Rule } from './rule.ts';

/** Rules about doses: of the facts, of the steps of a routine, and of the words that speak them. */
export const doseRules: readonly Rule[] = [
  {
    name: 'range-upside-down',
    *find({ factForms }) {
      for (const [form, field, { range }] of amountsOf(factForms)) {
        if (range[0] > range[1]) yield { file: form.file, field: `${field}.range`, message: `${range.join(' to ')}` };
      }
    },
  },
  {
    name: 'hold-outside-range',
    *find({ factForms, routines }) {
      for (const [form, field, amount] of amountsOf(factForms)) {
        if (isOutside(amount.default, amount)) {
          yield { file: form.file, field: `${field}.default`, message: outside(amount.default, amount) };
        }
      }
      for (const { file, field, value, amount } of dosedSteps(routines, factForms)) {
        if (amount && isOutside(value, amount)) yield { file, field, message: outside(value, amount) };
      }
    },
  },
  {
    name: 'unknown-dose-key',
    *find({ routines, factForms }) {
      for (const { file, field, amount, exercise } of dosedSteps(routines, factForms)) {
        if (!amount) yield { file, field, message: `no amount of ${exercise} in this form` };
      }
    },
  },
  aboutForm('unknown-hold', function* (form) {
    const { holds = {}, reps, tempo } = form.facts.dose;
    for (const { field, line } of linesOf(form)) {
      const hold = 'hold' in line ? line.hold : 'walk' in line ? line.walk : undefined;
      if (hold !== undefined && !(hold in holds)) {
        yield { field, message: `no hold "${hold}" in the dose: ${Object.keys(holds).join(', ') || 'there is none'}` };
      }
      if (!('count' in line)) continue;
      if (!reps || !tempo) yield { field, message: 'counted, but the dose has no reps or no tempo' };
      else if (line.count.length !== tempo.length) {
        yield { field, message: `${line.count.length} phrases for ${tempo.length} phases of the tempo` };
      }
    }
  }),
  aboutForm('switch-too-short', function* ({ words, facts, at }) {
    if (facts.sides !== 'each') return;
    const least = facts.dose.switch?.seconds;
    if (least === undefined) {
      yield {
        file: facts.file,
        field: facts.doseAt('switch'),
        message: 'done on each side, without time to change sides',
      };
    }
    if (!words.switch?.length)
      yield { field: at('switch'), message: 'done on each side, without words to change sides' };
    else if (least !== undefined) {
      const given = words.switch.reduce((sum, line) => sum + ('do' in line ? line.seconds : 0), 0);
      if (given < least) yield { field: at('switch'), message: `${given} seconds to change sides; at least ${least}` };
    }
  }),
  aboutForm('missing-next-spot', function* ({ words, facts, at }) {
    const most = facts.dose.spots?.range[1] ?? 1;
    if (most > 1 && !words.nextSpot?.length)
      yield { field: at('nextSpot'), message: 'done at several spots, without words between' };
  }),
];

/** A range that is upside down is told by its own rule. */
const isOutside = (value: number, { range: [least, most] }: Amount) => least <= most && (value < least || value > most);
const outside = (value: number, { range }: Amount) => `${value} is not within ${range.join(' to ')}`;

function* amountsOf(forms: readonly FactsOfForm[]): Generator<[FactsOfForm, string, Amount]> {
  for (const form of forms) {
    for (const key of ['spots', 'sets', 'reps'] as const) {
      const amount = form.dose[key];
      if (amount) yield [form, form.doseAt(key), amount];
    }
    for (const [name, amount] of Object.entries(form.dose.holds ?? {})) {
      yield [form, `${form.doseAt('holds')}.${name}`, amount];
    }
  }
}

/** What a routine may dose, by the key it uses. */
function amountOf(dose: Dose, key: string): Amount | undefined {
  return key === 'spots' || key === 'sets' || key === 'reps' ? dose[key] : dose.holds?.[key];
}

/** Every number a routine sets, with the amount it sets; steps of exercises or forms that are unknown are left out. */
function* dosedSteps(routines: Library['routines'], forms: readonly FactsOfForm[]) {
  for (const { file, field, step } of stepsOf(routines)) {
    const form = formOf(forms, step.exercise, step.form);
    if (!form) continue;
    for (const [key, value] of Object.entries(step.dose ?? {})) {
      yield { file, field: `${field}.dose.${key}`, value, amount: amountOf(form.dose, key), exercise: step.exercise };
    }
  }
}
