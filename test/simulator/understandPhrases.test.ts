import { describe, expect, test } from '@jest/globals';
import model from '../../interactionModel/custom/en-US.json';
import { understand } from '../../simulator/understand.ts';
import said from './understandPhrases.json';

const today = '2027-03-03';

/** What is said to the open skill → the intent, and the id of its slot, or what Amazon makes of it. */
const meant = (line: string): string => {
  const understood = understand(model, line, { open: true, today });
  if (understood.kind !== 'intent') return understood.kind;
  const ids = Object.values(understood.intent.slots ?? {}).flatMap(({ value, resolutions }) =>
    resolutions
      ? (resolutions.resolutionsPerAuthority[0]?.values?.map(({ value }) => value.id ?? '') ?? [])
      : (value ?? []),
  );
  return [understood.intent.name, ...ids.toSorted()].join(' ');
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
  const valuesOf = (type: string) =>
    types
      .find(({ name }) => name === type)!
      .values.flatMap(({ id, name }) => [name.value, ...name.synonyms].map((value) => ({ id, value })));

  interface Sayable {
    name: string;
    slots?: { name: string; type: string }[];
    samples: string[];
  }
  /** A value of each of Amazon's own types, and what Amazon makes of it. */
  const builtIn: Record<string, { id: string; value: string }> = {
    'AMAZON.NUMBER': { id: '7', value: 'seven' },
    'AMAZON.TIME': { id: '19:30', value: 'half past seven in the evening' },
    'AMAZON.DATE': { id: '2027-03-08', value: 'monday' },
  };
  const fill = (sample: string, slots: Sayable['slots'], nth: number): { line: string; ids: string[] } => {
    const ids: string[] = [];
    const line = sample.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const type = slots!.find(({ name }) => name === slot)!.type;
      const values = builtIn[type] ? [builtIn[type]] : valuesOf(type);
      const { id, value } = values[nth % values.length]!;
      ids.push(id);
      return value;
    });
    return { line, ids };
  };
  const sayable: Sayable[] = intents.filter(({ samples }) => samples.length > 0);

  test.each(sayable.map((intent) => [intent.name, intent] as const))(
    '%s: every sample is understood exactly, and so is every value in one',
    (name, { samples, slots = [] }) => {
      const most = Math.max(1, ...slots.map(({ type }) => (builtIn[type] ? 1 : valuesOf(type).length)));
      const withSlot = samples.filter((sample) => sample.includes('{'));
      const lines = [
        ...samples.map((sample, nth) => fill(sample, slots, nth)),
        ...Array.from({ length: withSlot.length > 0 ? most : 0 }, (_, nth) =>
          fill(withSlot[nth % withSlot.length]!, slots, nth),
        ),
      ];
      const wrong = lines.flatMap(({ line, ids }) => {
        const understood = understand(model, line, { open: true, today });
        const exact = understood.kind === 'intent' && understood.how === 'exact';
        const expected = [name, ...ids.toSorted()].join(' ');
        return exact && meant(line) === expected ? [] : [`"${line}" became ${meant(line)}, not ${expected}`];
      });
      expect(wrong).toEqual([]);
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
