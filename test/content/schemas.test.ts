import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonSchemas } from '../../content/jsonSchemas.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test.each(Object.entries(jsonSchemas()))('%s is fresh; else: npm run schema', (file, text) => {
  expect(read(file)).toBe(text);
});

test('no schema is left over, and an editor is told of each', () => {
  const files = readdirSync(path.join(root, 'content/schemas')).map((name) => `content/schemas/${name}`);
  const settings = JSON.parse(read('.vscode/settings.json')) as { 'json.schemas': { url: string }[] };
  const told = settings['json.schemas'].map(({ url }) => path.posix.normalize(url));
  expect(files.sort()).toEqual(Object.keys(jsonSchemas()).sort());
  expect(told.sort()).toEqual(files);
});
