import { describe, expect, test } from '@jest/globals';
import { understand } from '../../simulator/understand.ts';
import type { InteractionModel } from '../../simulator/understand.ts';

describe('any model', () => {
  const model = (samples: Record<string, string[]>, type = 'Side'): InteractionModel => ({
    interactionModel: {
      languageModel: {
        invocationName: 'green door',
        intents: Object.entries(samples).map(([name, samples]) => ({ name, samples, slots: [{ name: 'side', type }] })),
        types: [{ name: 'Side', values: [{ id: 'l', name: { value: 'left' } }] }],
      },
    },
  });

  test('two intents that are equally close are neither', () => {
    const understood = understand(model({ A: ['stars'], B: ['start'] }), 'starx', { open: true });
    expect(understood).toMatchObject({ how: 'fallback', intent: { name: 'AMAZON.FallbackIntent' } });
  });

  test('a warning sign wins over something harmless that is as close', () => {
    const harmful = model({ ReadyIntent: ['my legs are numbed'], WarningAIntent: ['my legs are numb'] });
    expect(understand(harmful, 'my legs are numbe', { open: true })).toMatchObject({
      intent: { name: 'WarningAIntent' },
    });
  });

  test('a slot type that cannot be read is refused with the sample', () => {
    expect(() => understand(model({ A: ['{side} please'] }, 'AMAZON.Colour'), 'x', { open: true })).toThrow(
      'A: slot "side" of type "AMAZON.Colour" in "{side} please" cannot be understood',
    );
  });

  test('the invocation name is the model’s own', () => {
    expect(understand(model({ A: ['hello'] }), 'open green door', { open: false })).toEqual({ kind: 'launch' });
    expect(understand(model({ A: ['hello'] }), 'open back routine', { open: false })).toEqual({ kind: 'elsewhere' });
  });
});

test('the model is prepared once', () => {
  let prepared = 0;
  const counted: InteractionModel = {
    interactionModel: {
      languageModel: {
        invocationName: 'green door',
        get intents() {
          prepared++;
          return [{ name: 'A', samples: ['hello there'] }];
        },
      },
    },
  };
  understand(counted, 'hello there', { open: true });
  const once = prepared;
  for (let n = 0; n < 10; n++) understand(counted, 'hello there', { open: true });
  expect(prepared).toBe(once);
});
