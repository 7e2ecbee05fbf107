import { expect, test } from '@jest/globals';
import path from 'node:path';
import { checkContent, describeMistake } from '../../content/check.ts';
import { readContentFiles } from '../../content/files.ts';
import { english } from '../../content/index.ts';
import { exercises, routines } from './realContent.ts';

test('the content has no mistake', () => {
  const files = readContentFiles(path.join(import.meta.dirname, '../..'));
  expect(Object.keys(files)).toContain('content/en/phrases.json');
  expect(checkContent(files).map(describeMistake)).toEqual([]);
});

test('every file is loaded', () => {
  expect(Object.keys(english.exercises).sort()).toEqual(exercises.map(({ id }) => id).sort());
  expect(english.routines.map(({ id }) => id).sort()).toEqual(routines.map(({ id }) => id).sort());
});
