import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { english as content } from '../../content/index.ts';
import { type Beat, lastingAt } from '../../routine/beats.ts';
import { closingQuestion } from '../../routine/gate.ts';
import { locate } from '../../routine/locate.ts';
import type { Seconds } from '../../routine/exercise.ts';
import { newListener, type Plan } from '../../routine/listener.ts';
import { type Narration, narrate } from '../../routine/narrate.ts';
import { longestDelay, slowest } from '../../routine/pace.ts';
import { placesOf, startOf } from '../../routine/place.ts';
import { anyStep, planOf } from './everyStep.ts';

interface Device {
  /** How long it takes for words, in shares of the model. */
  readonly factor: number;
  /** Seconds from the request to the first word. */
  readonly delay: Seconds;
}
const anyDevice: fc.Arbitrary<Device> = fc.record({
  // Whole steps: arbitrary doubles crowd around zero and the ends.
  factor: fc.integer({ min: 75, max: 130 }).map((percent) => percent / 100),
  delay: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
});

/** When the device really begins each mark of a narration. */
const trueStarts = ({ beats, marks }: Narration, { factor, delay }: Device): Seconds[] => {
  const starts = marks.map(({ at }, i) => {
    if (i === 0) return 0;
    const before = beats.findIndex(
      (_, n) => Math.abs(lastingAt(beats.slice(0, n), slowest) + longestDelay - at) < 1e-6,
    );
    return delay + lastingAt(beats.slice(0, before), factor);
  });
  return starts;
};

const ask = (plan: Plan) => (to: Narration['to']) => closingQuestion(content, newListener, plan, to);

/** A block from anywhere in a step, on into the next ones where that is allowed. */
const anyBlock = fc
  .tuple(fc.array(anyStep, { minLength: 1, maxLength: 3 }), fc.nat(), fc.boolean())
  .map(([steps, n, runOn]): Narration => {
    const plan = planOf(...steps.map((step, i) => ({ ...step, id: `${step.exercise}-${i}` })));
    const [first] = plan.steps;
    const places = first ? placesOf(content, first) : [];
    const place = places[n % places.length] ?? startOf({ id: '' });
    return narrate(
      content,
      plan,
      { place, from: 'standing', announce: true, remind: true },
      { ask: ask(plan), runOn: () => runOn },
    );
  });

/** What a person would call being put back too far. */
const oneSetOr45 = (starts: readonly Seconds[], located: number, elapsed: Seconds): boolean => {
  const really = starts.findLastIndex((start) => start <= elapsed);
  if (really - located <= 1) return true;
  return elapsed - (starts[located + 1] ?? elapsed) <= 45;
};

describe('the located set', () => {
  it('is never ahead of the true one, and behind it by one set or 45 seconds at most, on any device', () => {
    fc.assert(
      fc.property(
        anyBlock,
        anyDevice,
        fc.integer({ min: 0, max: 3200 }).map((tenths) => tenths / 10),
        (block, device, elapsed) => {
          const starts = trueStarts(block, device);
          const place = locate(block.marks, elapsed);
          const located = block.marks.findIndex((mark) => mark.place === place);
          const really = starts.findLastIndex((start) => start <= elapsed);
          expect(located).toBeLessThanOrEqual(really);
          expect(oneSetOr45(starts, located, elapsed)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reaches the question no later than the fastest device does', () => {
    fc.assert(
      fc.property(anyBlock, anyDevice, (block, { factor, delay }) => {
        const beforeQuestion: readonly Beat[] = block.beats.slice(0, -1);
        expect(block.opensAt).toBeLessThanOrEqual(delay + lastingAt(beforeQuestion, factor) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('is the start for a clock that was set back', () => {
    const marks = [
      { place: startOf({ id: 'a' }), at: 0 },
      { place: 'end' as const, at: 40 },
    ];
    expect(locate(marks, -500)).toEqual(startOf({ id: 'a' }));
    expect(locate(marks, 39.9)).toEqual(startOf({ id: 'a' }));
    expect(locate(marks, 40)).toBe('end');
  });
});
