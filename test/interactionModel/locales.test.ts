import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Differences, inRegion } from '../../interactionModel/inRegion.ts';
import { type InteractionModel, understand } from '../../simulator/understand.ts';
import { heard, utterances } from '../utterances/corpus.ts';
import { readingsOf } from './readings.ts';

const folder = join(import.meta.dirname ?? __dirname, '../../interactionModel');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
const localesIn = (of: string) => readdirSync(join(folder, of)).map((file) => file.replace(/\.json$/, ''));

const american = read<InteractionModel>('custom/en-US.json');
const others = localesIn('differences');
const models = new Map(others.map((locale) => [locale, read<InteractionModel>(`custom/${locale}.json`)]));
const modelOf = (locale: string) => models.get(locale)!;
const intentIn = (locale: string, line: string) => {
  const understood = understand(modelOf(locale), line, { open: true });
  return understood.kind === 'intent' ? understood.intent.name : understood.kind;
};

test('English is spoken in five places', () => {
  expect(localesIn('custom')).toEqual(['en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US']);
  expect(others).toEqual(['en-AU', 'en-CA', 'en-GB', 'en-IN']);
});

describe.each(others)('%s', (locale) => {
  const differences = read<Differences>(`differences/${locale}.json`);

  test('is what the American model and its differences make (npm run locales)', () => {
    expect(modelOf(locale)).toEqual(inRegion(american, differences));
  });

  test('every difference is one', () => {
    const samples = new Set(american.interactionModel.languageModel.intents.flatMap(({ samples = [] }) => samples));
    expect(
      Object.values(differences.samples)
        .flat()
        .filter((sample) => samples.has(sample)),
    ).toEqual([]);
    const said = JSON.stringify(american);
    expect(Object.keys(differences.words).filter((word) => !new RegExp(`\\b${word}\\b`).test(said))).toEqual([]);
  });

  test('nothing can be read as two things', () => {
    const several = [...readingsOf(modelOf(locale))].filter(([, meanings]) => meanings.size > 1);
    expect(several.map(([phrase, meanings]) => ({ phrase, meanings: [...meanings] }))).toEqual([]);
  });

  test('nothing that is understood in America means something else', () => {
    const other = utterances().filter((utterance) => heard(modelOf(locale), utterance).result === 'other');
    expect(other.map(({ said }) => said)).toEqual([]);
  });
});

test.each([
  ['en-GB', 'ring nine nine nine', 'WarningAIntent'],
  ['en-GB', "I'm knackered", 'TooMuchIntent'],
  ['en-GB', 'my physio says I have osteoporosis', 'ConditionIntent'],
  ['en-AU', 'triple zero', 'WarningAIntent'],
  ['en-CA', 'I need the washroom', 'WaitIntent'],
  ['en-IN', 'my lower back is paining', 'HurtsIntent'],
  ['en-IN', 'my left hip is paining', 'SideIntent'],
])('%s: "%s" is %s', (locale, line, name) => {
  expect(intentIn(locale, line)).toBe(name);
});

describe('a difference without a place', () => {
  const none: Differences = { words: {}, samples: {}, values: {} };
  test.each<[string, Differences]>([
    ['FooIntent', { ...none, samples: { FooIntent: ['foo'] } }],
    ['Side up', { ...none, values: { Side: { up: ['upper'] } } }],
    ['Foo left', { ...none, values: { Foo: { left: ['x'] } } }],
  ])('%s is refused', (what, differences) => {
    expect(() => inRegion(american, differences)).toThrow(`There is nothing to differ from: ${what}.`);
  });
});
