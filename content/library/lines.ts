import type { Line, Words } from '../../routine/words.ts';
import type { WordsOfForm } from './forms.ts';

/** A line of a form, where it is written and in which list. */
interface PlacedLine {
  readonly field: string;
  readonly line: Line;
}

/** A list of lines that is heard as one: the set-up, one set, the change of sides. */
interface PlacedList {
  readonly key: keyof Words;
  readonly field: string;
  readonly lines: readonly Line[];
}

const listKeys = ['setUp', 'medium', 'short', 'first', 'switch', 'nextSpot'] as const;

/** Every list of lines of a form, sets one by one. */
export function* listsOf({ words, at }: WordsOfForm): Generator<PlacedList> {
  for (const key of listKeys) {
    const lines = words[key];
    if (lines) yield { key, field: at(key), lines };
  }
  for (const [i, lines] of words.sets.entries()) yield { key: 'sets', field: `${at('sets')}[${i}]`, lines };
}

/** Every line of a form. */
export function* linesOf(form: WordsOfForm): Generator<PlacedLine> {
  for (const { field, lines } of listsOf(form)) {
    for (const [i, line] of lines.entries()) yield { field: `${field}[${i}]`, line };
  }
}
