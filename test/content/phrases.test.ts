import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { english } from '../../content/index.ts';

const root = path.join(import.meta.dirname, '../..');
const source = ['routine', 'lambda']
  .flatMap((folder) => readdirSync(path.join(root, folder)).map((file) => path.join(root, folder, file)))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const quoted = new Set([...source.matchAll(/'([\w-]+)'/g)].map(([, text = '']) => text));

/** What may stand for a hole of a composed key: one of two words where it chooses between them, else any. */
const hole = (code: string): string => {
  const choice = /\?\s*'([\w-]*)'\s*:\s*'([\w-]*)'\s*$/.exec(code);
  return choice ? `(?:${choice[1]}|${choice[2]})` : '([\\w-]+)';
};

/** Keys that are put together, as in `side-${side}`: what is put in must be quoted somewhere as well. */
const composed = [...source.matchAll(/`((?:[\w-]|\$\{[^`{}]*\})+)`/g)]
  .map(([, template = '']) => template.replace(/\$\{([^}]*)\}/g, (_, code: string) => hole(code)))
  .filter((pattern) => /[a-z]/i.test(pattern.replaceAll('([\\w-]+)', '')))
  .map((pattern) => new RegExp(`^${pattern}$`));

const isUsed = (key: string): boolean =>
  quoted.has(key) ||
  composed.some((pattern) =>
    pattern
      .exec(key)
      ?.slice(1)
      .every((part) => quoted.has(part)),
  );

test('every phrase is one that somebody may hear', () => {
  expect(Object.keys(english.phrases).filter((key) => !isUsed(key))).toEqual([]);
});

test.each(['side-up', 'helpNobody', 'byeNamed', 'tuned-pace-sideways'])('a phrase "%s" would be found out', (key) => {
  expect(isUsed(key)).toBe(false);
});
