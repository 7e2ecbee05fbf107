import { type Finding, type Result, sources } from './requirement.ts';

const width = 112;
const marks: Readonly<Record<Result, string>> = { met: 'met', failed: 'FAILED', open: 'open' };

/** A text in lines that begin at the same column. */
const wrapped = (text: string, indent: string): string[] =>
  text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) return [...lines, indent + word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);

const row = (result: string, requires: string, source: string): string =>
  `${result.padEnd(8)} ${source.padEnd(17)} ${wrapped(requires, ' '.repeat(27)).join('\n').trimStart()}`;

const told = ({ requirement, result, against }: Finding): string[] => {
  const first = row(marks[result], requirement.requires, requirement.source);
  if (result === 'met') return [first];
  const shown = against.slice(0, 5).flatMap((one) => wrapped(`- ${one}`, ' '.repeat(27)));
  const more = against.length > 5 ? [`${' '.repeat(27)}- and ${against.length - 5} more`] : [];
  return [first, ...shown, ...more, ...wrapped(`To do: ${requirement.remedy}.`, ' '.repeat(27))];
};

/** The requirements a machine checked, as a table. */
export const tableOf = (chapters: Readonly<Record<string, readonly Finding[]>>): string =>
  [
    row('Result', 'Requirement', 'Source'),
    ...Object.entries(chapters).flatMap(([chapter, findings]) => ['', chapter, ...findings.flatMap(told)]),
    '',
    'Sources',
    ...Object.entries(sources).map(([name, url]) => `${name.padEnd(17)} ${url}`),
  ].join('\n');

/** What is left for a person, as a list to tick off. */
export const checklistOf = (chapters: Readonly<Record<string, readonly (readonly [string, string])[]>>): string =>
  Object.entries(chapters)
    .flatMap(([chapter, tasks]) => [
      '',
      chapter,
      ...tasks.flatMap(([task, expected]) => [
        `[ ] ${wrapped(task, '    ').join('\n').trimStart()}`,
        ...wrapped(`→ ${expected}`, '      '),
      ]),
    ])
    .join('\n')
    .trimStart();
