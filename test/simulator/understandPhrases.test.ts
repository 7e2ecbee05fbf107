import { describe, expect, test } from '@jest/globals';
import model from '../../interactionModel/custom/en-US.json';
import { understand } from '../../simulator/understand.ts';
import said from './understandPhrases.json';

/** What is said to the open skill → the intent, and the id of its slot. */
const meant = (line: string): string => {
  const understood = understand(model, line, { open: true });
  if (understood.kind !== 'intent') return understood.kind;
  const ids = Object.values(understood.intent.slots ?? {}).flatMap(
    ({ resolutions }) => resolutions?.resolutionsPerAuthority[0]?.values?.map(({ value }) => value.id) ?? [],
  );
  return [understood.intent.name, ...ids].join(' ');
};

// People add words, leave some out, and mistype.
describe('phrases that are no samples', () => {
  const rows = Object.entries(said).flatMap(([intent, lines]) => lines.map((line) => [line, intent] as const));

  test.each(rows)('%s → %s', (line, intent) => {
    expect(meant(line)).toBe(intent);
  });
});

describe('samples', () => {
  const { intents, types } = model.interactionModel.languageModel;
  const valuesOf = (intent: { slots?: { type: string }[] }) =>
    types
      .find(({ name }) => name === intent.slots?.[0]?.type)
      ?.values.flatMap(({ id, name }) => [name.value, ...name.synonyms].map((value) => ({ id, value }))) ?? [];

  test.each(intents.filter(({ samples }) => samples.length > 0).map((intent) => [intent.name, intent] as const))(
    '%s: every sample is understood exactly, with every value',
    (name, intent: { slots?: { type: string }[]; samples: string[] }) => {
      for (const sample of intent.samples) {
        const filled = sample.includes('{') ? valuesOf(intent) : [{ id: undefined, value: '' }];
        for (const { id, value } of filled) {
          const line = sample.replace(/\{\w+\}/, value);
          const understood = understand(model, line, { open: true });
          if (
            understood.kind !== 'intent' ||
            understood.how !== 'exact' ||
            meant(line) !== [name, id].filter(Boolean).join(' ')
          ) {
            throw new Error(
              `"${line}" became ${understood.kind === 'intent' ? understood.how : understood.kind} ${meant(line)}`,
            );
          }
        }
      }
    },
  );
});

describe('warning signs', () => {
  const level = (name: string): string[] =>
    model.interactionModel.languageModel.intents.find((intent) => intent.name === name)!.samples;

  test.each(['WarningAIntent', 'WarningBIntent'])('%s survives every way of leading into it', (name) => {
    const harmless: string[] = [];
    for (const sample of level(name)) {
      for (const line of [
        `um ${sample}`,
        `${sample} please`,
        `well, I think ${sample}`,
        `stop ${sample}`,
        `wait ${sample} now`,
      ]) {
        const heard = meant(line);
        // One word alone is no whole phrase; in doubt a sign of level B may become one of level A.
        if (sample.includes(' ') && heard !== name && heard !== 'WarningAIntent') harmless.push(`${line} → ${heard}`);
      }
    }
    expect(harmless).toEqual([]);
  });

  test('a single word out of one is not one', () => {
    const words = new Set(
      [...level('WarningAIntent'), ...level('WarningBIntent')].flatMap((sample) => sample.split(' ')),
    );
    const taken = [...words].filter((word) => /Warning/.test(meant(word)));
    expect(taken.toSorted()).toEqual(['electric', 'emergency', 'sharp', 'stabbing']);
  });
});
