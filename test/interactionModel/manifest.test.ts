import { describe, expect, test } from '@jest/globals';
import model from '../../interactionModel/custom/en-US.json';
import skill from '../../interactionModel/skill.json';
import { understand } from '../../simulator/understand.ts';

const { publishingInformation, privacyAndCompliance } = skill.manifest;
const page = publishingInformation.locales['en-US'];
const text = [
  page.name,
  page.summary,
  page.description,
  ...page.keywords,
  publishingInformation.testingInstructions,
].join('\n');

describe('example phrases', () => {
  test('the first has the wake word and the invocation name and nothing else', () => {
    expect(page.examplePhrases[0]).toBe('Alexa, start back routine');
  });

  test('each does what it promises, by a sample', () => {
    const heard = page.examplePhrases.map((phrase) => understand(model, phrase, { open: false }));
    expect(heard[0]).toEqual({ kind: 'launch' });
    expect(heard.slice(1)).toEqual([
      expect.objectContaining({
        how: 'exact',
        newSession: true,
        intent: expect.objectContaining({ name: 'StartIntent' }),
      }),
      expect.objectContaining({
        how: 'exact',
        newSession: true,
        intent: expect.objectContaining({ name: 'PositionIntent' }),
      }),
      expect.objectContaining({
        how: 'exact',
        newSession: true,
        intent: expect.objectContaining({ name: 'RoutineIntent' }),
      }),
    ]);
  });
});

describe('what is published', () => {
  test('says that it replaces no professional', () => {
    expect(page.description).toContain('not a substitute for professional advice');
  });

  test('promises nothing', () => {
    expect(text).not.toMatch(
      /\b(cure[sd]?|heal(s|ed|ing)?|fix(es|ed)?|therap\w*|treat\w*|relie(f|ve)\w*|pain[- ]free)\b/i,
    );
  });

  test('tells the testers about the silences', () => {
    expect(publishingInformation.testingInstructions).toMatch(/silences are intended/);
  });

  test('is listed under fitness, is honest about what it remembers, and sells and shows nothing', () => {
    expect(publishingInformation.category).toBe('HEALTH_AND_FITNESS');
    expect(privacyAndCompliance).toMatchObject({
      usesPersonalInfo: true,
      usesHealthInfo: false,
      allowsPurchases: false,
      containsAds: false,
      isChildDirected: false,
    });
  });

  test('asks for the permission to remind, and for no other', () => {
    expect(skill.manifest.permissions).toEqual([{ name: 'alexa::alerts:reminders:skill:readwrite' }]);
    expect(publishingInformation.testingInstructions).toContain('Only reminders need a permission');
  });

  test('says only what is understood', () => {
    const said = [...page.description.matchAll(/Say(?: Alexa first)?: ([^.]+)\./g)].flatMap(([, list]) =>
      list!.split(/, (?:or )?|, or /),
    );
    const heard = said.map(
      (phrase) => [phrase, understand(model, phrase.replace(/^or /, ''), { open: true })] as const,
    );
    expect(said.length).toBeGreaterThan(5);
    expect(heard.filter(([, understood]) => understood.kind === 'intent' && understood.how === 'fallback')).toEqual([]);
  });
});
