import type { Filed, Library } from '../library/library.ts';
import type { Rule } from './rule.ts';

/** Rules about what there is: one id for each thing, and everything in every language. */
export const catalogueRules: readonly Rule[] = [
  {
    name: 'two-ids-alike',
    *find({ facts, routines }) {
      for (const { file, id, value } of [...facts, ...routines]) {
        if (value.id !== id) yield { file, field: 'id', message: `"${value.id}" is not the name of the file` };
      }
      // An exercise alone is a routine with the id of the exercise.
      for (const { file, value } of routines) {
        const exercise = facts.find((other) => other.value.id === value.id);
        if (exercise) yield { file, field: 'id', message: `"${value.id}" is also the id of ${exercise.file}` };
      }
    },
  },
  {
    name: 'missing-language',
    *find(library) {
      const { files, languages, facts, words, routines, routineNames, phrases } = library;
      for (const { file, id } of words) {
        if (!files.has(`content/exercises/${id}.json`)) yield { file, field: '', message: 'the words have no facts' };
      }
      for (const { file, value } of routineNames) {
        for (const id of Object.keys(value)) {
          if (!files.has(`content/routines/${id}.json`)) yield { file, field: id, message: 'there is no such routine' };
        }
      }
      const spoken = new Set(phrases.flatMap(({ value }) => Object.keys(value)));
      for (const language of languages) {
        for (const { id } of facts) {
          const file = `content/${language}/exercises/${id}.json`;
          if (!files.has(file)) yield { file, field: '', message: 'the exercise has no words in this language' };
        }
        const ids = routines.map(({ id }) => id);
        yield* absentFrom(library, routineNames, `content/${language}/routines.json`, ids, 'the routine has no name');
        yield* absentFrom(
          library,
          phrases,
          `content/${language}/phrases.json`,
          spoken,
          'another language has this phrase',
        );
      }
    },
  },
];

/** The keys a file lacks; a file that has not its shape is told by its own rule. */
function* absentFrom(
  { files }: Library,
  filed: readonly Filed<object>[],
  file: string,
  keys: Iterable<string>,
  message: string,
) {
  const found = filed.find((candidate) => candidate.file === file);
  if (!found && files.has(file)) return;
  for (const key of keys) if (!found || !(key in found.value)) yield { file, field: key, message };
}
