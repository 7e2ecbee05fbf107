import type { Amount, Dose, Equipment, Facts, Position, SideRule } from './exercise.ts';
import type { Step } from './listener.ts';
import type { Content, Words } from './words.ts';

/** What holds of an exercise in one form: the normal facts and words with what the form replaces. */
export interface FormedExercise {
  readonly facts: Facts;
  readonly words: Words;
  readonly sides: SideRule;
  readonly position: Position;
  readonly endPosition: Position;
  readonly equipment: readonly Equipment[];
  readonly dose: Dose;
  readonly on: 'bed' | undefined;
}

/** An exercise in the given form; in its normal form where content no longer has that one. Throws on an unknown exercise. */
export const inForm = (content: Content, step: Pick<Step, 'exercise' | 'form'>): FormedExercise => {
  const found = content.exercises[step.exercise];
  if (!found) throw new Error(`No exercise "${step.exercise}" in ${content.locale}`);
  const { facts, words } = found;
  const form = facts.forms[step.form] ?? facts.forms.normal;
  const position = form.position ?? facts.position;
  return {
    facts,
    words: { ...words, ...words.forms[step.form] },
    sides: form.sides ?? facts.sides,
    position,
    endPosition: form.endPosition ?? (form.position ? position : (facts.endPosition ?? position)),
    equipment: form.equipment ?? facts.equipment,
    dose: { ...facts.dose, ...form.dose },
    on: form.on,
  };
};

/** The dose of a step as plain numbers. */
export interface StepDose {
  readonly spots: number;
  readonly passes: number;
  /** Sets of each pass. */
  readonly sets: number;
  readonly reps: number;
  readonly hold: (name: string) => number;
}

/**
 * What this step asks for: the form's defaults with the step's own numbers over them, as far as the form's ranges let
 * them; a dose chosen for one form never outgrows another.
 */
export const doseOf = ({ dose, sides }: FormedExercise, own: Step['dose'] = {}): StepDose => {
  const amount = (key: string, of: Amount | undefined, none: number): number => {
    if (!of) return none;
    return Math.min(Math.max(own[key] ?? of.default, of.range[0]), of.range[1]);
  };
  return {
    spots: amount('spots', dose.spots, 1),
    passes: sides === 'each' ? 2 : 1,
    sets: amount('sets', dose.sets, 1),
    reps: amount('reps', dose.reps, 0),
    hold: (name) => amount(name, dose.holds?.[name], 0),
  };
};

/** Whether more is done than usual of anything. */
export const isRaised = ({ dose }: FormedExercise, own: Step['dose'] = {}): boolean => {
  const { sets, reps, spots, holds } = dose;
  const amounts: Readonly<Record<string, Amount | undefined>> = { ...holds, sets, reps, spots };
  return Object.entries(own).some(([key, amount]) => amount > (amounts[key]?.default ?? Infinity));
};

/** The form to go to in one direction, or undefined where the exercise has none. */
export const formTowards = (
  content: Content,
  step: Pick<Step, 'exercise' | 'form'>,
  towards: 'easier' | 'harder' | 'noLean' | { readonly without: string },
): string | undefined => {
  const form = content.exercises[step.exercise]?.facts.forms[step.form];
  return typeof towards === 'string' ? form?.[towards] : form?.without?.[towards.without];
};

/** The step in a form that needs none of these things, as far as it has one. */
export const doneWithout = (content: Content, step: Step, things: readonly string[]): Step => {
  const missing = inForm(content, step).equipment.find(({ id }) => things.includes(id));
  const form = missing && formTowards(content, step, { without: missing.id });
  return form ? doneWithout(content, { ...step, form }, things) : step;
};

/** The step in the form that this thing is for, where it was to be done without. */
export const doneWith = (content: Content, step: Step, thing: string): Step => {
  const forms = Object.entries(content.exercises[step.exercise]?.facts.forms ?? {});
  const [form] = forms.find(([, { without }]) => without?.[thing] === step.form) ?? [];
  // How it is set up in that form nobody has heard yet.
  return form ? { ...step, form, level: 'full' } : step;
};

/** Whether it needs one of these things. */
export const needsAny = (content: Content, step: Step, things: readonly string[]): boolean =>
  inForm(content, step).equipment.some(({ id }) => things.includes(id));

/** The step in its form for a bed, where it has one. */
export const onBed = (content: Content, step: Step): Step => {
  const form = content.exercises[step.exercise]?.facts.forms[step.form]?.bed;
  return form ? { ...step, form } : step;
};

/** The step in a form that may be done with a condition; undefined where the exercise is left out with it. */
export const suitedTo = <S extends Pick<Step, 'exercise' | 'form'>>(
  content: Content,
  step: S,
  condition: string,
): S | undefined => {
  const { facts } = inForm(content, step);
  const form = facts.forms[step.form]?.with?.[condition];
  if (form) return { ...step, form };
  return facts.leaveOutWith.includes(condition) ? undefined : step;
};
