import type { z } from 'zod';
import type { ExerciseId, Facts, Routine } from '../../routine/exercise.ts';
import type { ExerciseWords, Phrase, RoutineNames } from '../../routine/words.ts';
import type { ContentFiles } from '../files.ts';
import { factsByForm, wordsByForm, type FactsOfForm, type WordsOfForm } from './forms.ts';
import { factsSchema, phrasesSchema, routineNamesSchema, routineSchema, wordsSchema } from '../schema.ts';
import { findMisshapen } from './shape.ts';
import { textsIn, withThings, type Text } from './spoken.ts';

/** A place in a file, and what is wrong there. */
export interface Finding {
  readonly file: string;
  readonly field: string;
  readonly message: string;
}

/** The content of one file that has its shape, with what the name of the file says. */
export interface Filed<T> {
  readonly file: string;
  readonly id: string;
  readonly language: string;
  readonly value: T;
}

/** A text that is spoken somewhere, with its things named. */
export interface SpokenText extends Text {
  readonly file: string;
  readonly language: string;
  readonly kind: 'words' | 'phrase' | 'name';
  readonly heard: string;
}

/** All content of all languages, laid out for the rules. Files that have not their shape are only in `files`. */
export interface Library {
  readonly files: ReadonlySet<string>;
  readonly languages: readonly string[];
  readonly misshapen: readonly Finding[];
  readonly facts: readonly Filed<Facts>[];
  readonly words: readonly Filed<ExerciseWords>[];
  readonly routines: readonly Filed<Routine>[];
  readonly routineNames: readonly Filed<RoutineNames>[];
  readonly phrases: readonly Filed<Readonly<Record<string, Phrase>>>[];
  readonly factForms: readonly FactsOfForm[];
  /** Every form that has both facts and words, in every language. */
  readonly forms: readonly (WordsOfForm & { readonly facts: FactsOfForm })[];
  readonly texts: readonly SpokenText[];
}

/** Lays the files out for the rules. */
export function layOut(files: ContentFiles): Library {
  const misshapen: Finding[] = [];
  const all = <T>(name: RegExp, schema: z.ZodType<T>): Filed<T>[] =>
    Object.entries(files).flatMap(([file, content]) => {
      const match = name.exec(file);
      if (!match) return [];
      const { success, data, error } = schema.safeParse(content);
      if (!success) misshapen.push(...findMisshapen(file, error.issues));
      return success ? [{ file, id: match.groups?.id ?? '', language: match.groups?.language ?? '', value: data }] : [];
    });

  const facts = all(/^content\/exercises\/(?<id>[^/]+)\.json$/, factsSchema);
  const words = all(/^content\/(?<language>[a-z]{2})\/exercises\/(?<id>[^/]+)\.json$/, wordsSchema);
  const routines = all(/^content\/routines\/(?<id>[^/]+)\.json$/, routineSchema);
  const routineNames = all(/^content\/(?<language>[a-z]{2})\/routines\.json$/, routineNamesSchema);
  const phrases = all(/^content\/(?<language>[a-z]{2})\/phrases\.json$/, phrasesSchema);

  const factForms = facts.flatMap(({ file, value }) => factsByForm(file, value));
  const wordForms = words.flatMap(({ file, language, id, value }) => wordsByForm(file, language, id, value));
  return {
    files: new Set(Object.keys(files)),
    languages: [...new Set(Object.keys(files).flatMap((file) => /^content\/([a-z]{2})\//.exec(file)?.[1] ?? []))],
    misshapen,
    facts,
    words,
    routines,
    routineNames,
    phrases,
    factForms,
    forms: wordForms.flatMap((words) => {
      const facts = formOf(factForms, words.exercise, words.form);
      return facts ? [{ ...words, facts }] : [];
    }),
    texts: [
      ...wordForms.flatMap((form) => textsOfForm(form).map((text) => ({ ...text, kind: 'words' as const }))),
      ...phrases.flatMap((filed) => textsOf(filed, 'phrase')),
      ...routineNames.flatMap((filed) => textsOf(filed, 'name')),
    ],
  };
}

/** The facts of one form of one exercise. */
export function formOf(forms: readonly FactsOfForm[], exercise: ExerciseId, form = 'normal'): FactsOfForm | undefined {
  return forms.find((candidate) => candidate.exercise === exercise && candidate.form === form);
}

/** Every text of a form, with the key of the words it belongs to. */
export function textsOfForm({
  file,
  language,
  words,
  at,
}: WordsOfForm): (Omit<SpokenText, 'kind'> & { key: string })[] {
  return Object.entries(words).flatMap(([key, value]) =>
    [...textsIn(value, at(key))].map((text) => ({
      ...text,
      key,
      file,
      language,
      heard: withThings(text.text, words.things),
    })),
  );
}

function textsOf({ file, language, value }: Filed<unknown>, kind: SpokenText['kind']): SpokenText[] {
  return [...textsIn(value, '')].map((text) => ({ ...text, file, language, kind, heard: withThings(text.text) }));
}
