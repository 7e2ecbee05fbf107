import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkContent, describeMistake, rules } from '../../content/check.ts';
import type { ContentFiles } from '../../content/files.ts';
import { baseline } from './baseline.ts';

interface Change {
  readonly file: string;
  /** Absent: the whole file. */
  readonly field?: string;
  /** Absent: taken out. */
  readonly to?: unknown;
}

/** A change to the baseline, and the field its one mistake is reported at where that is not the one changed. */
interface Broken extends Change {
  readonly at?: string;
  /** What else has to change for this to be the only mistake. */
  readonly also?: readonly Change[];
}

const folder = path.join(import.meta.dirname, 'broken');
const examples = readdirSync(folder).map((name) => ({
  rule: path.basename(name, '.json'),
  broken: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Broken[],
}));

test('the baseline has no mistake', () => {
  expect(checkContent(baseline).map(describeMistake)).toEqual([]);
});

test('every rule has an example, every example a rule', () => {
  expect(examples.map(({ rule }) => rule)).toEqual(rules.map(({ name }) => name).sort());
});

test.each(
  examples.flatMap(({ rule, broken }) => broken.map((change) => ({ rule, change, summary: JSON.stringify(change) }))),
)('$rule: $summary', ({ rule, change }) => {
  const files = [change, ...(change.also ?? [])].reduce(changed, baseline);
  const found = checkContent(files).map((mistake) => [mistake.file, mistake.field, mistake.rule]);
  expect(found).toEqual([[change.file, change.at ?? change.field ?? '', rule]]);
});

test('a mistake reads as file, field, rule and reason', () => {
  const [mistake] = checkContent(
    changed(baseline, {
      file: 'content/en/exercises/side-bend.json',
      field: 'sets[0][0].do',
      to: 'Hips over.',
    }),
  );
  expect(mistake && describeMistake(mistake)).toBe(
    'content/en/exercises/side-bend.json sets[0][0].do side-not-named: the first line of a set or of a switch names the side',
  );
});

function changed(files: ContentFiles, { file, field, to }: Change): ContentFiles {
  // Through JSON: the languages of the baseline share objects, and structuredClone would keep that.
  const copy = JSON.parse(JSON.stringify(files)) as Record<string, unknown>;
  const keys = [file, ...(field?.split(/[.[\]]+/).filter((key) => key !== '') ?? [])];
  const last = keys.pop() ?? file;
  const parent = keys.reduce((value, key) => (value as Record<string, never>)[key] ?? {}, copy);
  if (to === undefined) delete parent[last];
  else parent[last] = to;
  return copy;
}
