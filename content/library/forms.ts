import type { Dose, Equipment, ExerciseId, Facts, FormId, SideRule } from '../../routine/exercise.ts';
import type { ExerciseWords, Words } from '../../routine/words.ts';

/** The facts of one form, complete: what it leaves open is that of the exercise. */
export interface FactsOfForm {
  readonly exercise: ExerciseId;
  readonly form: FormId;
  readonly file: string;
  readonly sides: SideRule;
  readonly standing: boolean;
  readonly equipment: readonly Equipment[];
  readonly dose: Dose;
  /** Where a key of the dose is written: in the form, or in the exercise. */
  readonly doseAt: (key: string) => string;
}

/** The words of one form in one language, complete: what it leaves open is that of the normal form. */
export interface WordsOfForm {
  readonly exercise: ExerciseId;
  readonly form: FormId;
  readonly file: string;
  readonly language: string;
  readonly words: Words;
  /** Where a key of the words is written: in the form, or in the normal one. */
  readonly at: (key: string) => string;
}

export function factsByForm(file: string, facts: Facts): FactsOfForm[] {
  return Object.entries(facts.forms).map(([form, own]) => ({
    exercise: facts.id,
    form,
    file,
    sides: own.sides ?? facts.sides,
    standing: (own.position ?? facts.position) === 'standing',
    equipment: own.equipment ?? facts.equipment,
    dose: { ...facts.dose, ...own.dose },
    doseAt: (key) => (own.dose && key in own.dose ? `forms.${form}.dose.${key}` : `dose.${key}`),
  }));
}

export function wordsByForm(
  file: string,
  language: string,
  exercise: ExerciseId,
  { forms, ...normal }: ExerciseWords,
): WordsOfForm[] {
  return Object.entries({ normal: {}, ...forms }).map(([form, own]) => ({
    exercise,
    form,
    file,
    language,
    words: { ...normal, ...own },
    at: (key) => (key in own ? `forms.${form}.${key}` : key),
  }));
}
