import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkContent, describeMistake } from '../../content/check.ts';
import { type ContentFiles, readContentFiles } from '../../content/files.ts';
import { contentFor, contents, type Differences, english } from '../../content/index.ts';
import type { ExerciseWords } from '../../routine/words.ts';

const files = readContentFiles(path.join(__dirname, '../..'));
const regions = Object.keys(contents).filter((locale) => locale !== 'en-US');
const differences = (locale: string): Differences => files[`content/${locale}/differences.json`] as Differences;

describe.each(regions)('English in %s', (locale) => {
  const { phrases, exercises } = differences(locale);

  it('differs only where it says something else, and only in what there is', () => {
    for (const [key, sentence] of Object.entries(phrases)) {
      expect(english.phrases).toHaveProperty(key);
      expect(sentence).not.toEqual(english.phrases[key]);
    }
    for (const [id, words] of Object.entries(exercises)) {
      const base = english.exercises[id]?.words ?? ({} as Partial<ExerciseWords>);
      for (const [key, said] of Object.entries(words)) expect(base[key as keyof ExerciseWords]).not.toEqual(said);
    }
  });

  it('obeys every rule of the language', () => {
    const merged = { ...files, 'content/en/phrases.json': { ...english.phrases, ...phrases } };
    const exerciseFiles = Object.entries(exercises).map(([id, words]) => [
      `content/en/exercises/${id}.json`,
      { ...english.exercises[id]?.words, ...words },
    ]);
    const all: ContentFiles = { ...merged, ...(Object.fromEntries(exerciseFiles) as ContentFiles) };
    expect(checkContent(all).map(describeMistake)).toEqual([]);
  });

  it('is what is spoken there', () => {
    const content = contentFor(locale);
    expect(content.locale).toBe(locale);
    for (const [key, sentence] of Object.entries(phrases)) expect(content.phrases[key]).toEqual(sentence);
  });
});

it('every region names its own emergency number', () => {
  const numbers = Object.values(contents).map(({ phrases }) =>
    (phrases['warningA'] as string).replace(/.*Call ([a-z ]+).*$/, '$1'),
  );
  expect(numbers).toEqual(['nine one one', 'nine nine nine', 'triple zero', 'nine one one', 'one one two']);
});

it('a region without words of its own is spoken to as in the United States', () => {
  expect(contentFor('en-NZ')).toBe(english);
  expect(contentFor(undefined)).toBe(english);
});
