import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { misfits } from '../../certification/amazonSchema.ts';
import skill from '../../interactionModel/skill.json';

describe('by the schema Amazon checks an upload with', () => {
  const folder = join(import.meta.dirname ?? __dirname, '../../interactionModel/custom');

  test.each(readdirSync(folder))('the interaction model %s is valid', (file) => {
    expect(misfits('model', JSON.parse(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  });

  test('the manifest is valid', () => {
    expect(misfits('manifest', skill)).toEqual([]);
  });

  test('a mistake is found', () => {
    const languageModel = { invocationName: 'x y', intents: [{ nam: 'A' }] };
    expect(misfits('model', { interactionModel: { languageModel } })).not.toEqual([]);
    expect(misfits('manifest', { manifest: { manifestVersion: '1.0', endpont: {} } })).not.toEqual([]);
  });
});
