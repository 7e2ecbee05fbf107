import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { english as content } from '../../content/index.ts';
import { planSeconds, planToday } from '../../routine/duration.ts';
import { doseOf, inForm } from '../../routine/form.ts';
import type { Routine, Side } from '../../routine/exercise.ts';
import type { Listener } from '../../routine/listener.ts';
import { levelFor, plan } from '../../routine/plan.ts';
import { amountsOf } from './everyStep.ts';
import { conversation, side, steering } from './talking.ts';
import { regular } from './moments.ts';

const day = 24 * 60 * 60 * 1000;
const now = (regular.lastAt ?? 0) + day;
const routine = (id: string): Routine => {
  const found = content.routines.find((one) => one.id === id);
  if (!found) throw new Error(`No routine ${id}`);
  return found;
};
const planned = (id: string, on: Side, change: Partial<Listener> = {}) =>
  plan(content, routine(id), on, { ...regular, ...change }, now);
const exercises = (id: string, on: Side, change: Partial<Listener> = {}) =>
  planned(id, on, change).steps.map(({ exercise }) => exercise);

describe('how much is said', () => {
  it.each([
    [0, 'full', 'full'],
    [1, 'full', 'full'],
    [2, 'medium', 'full'],
    [3, 'medium', 'full'],
    [4, 'short', 'medium'],
    [5, 'short', 'medium'],
    [99, 'short', 'medium'],
  ])('to somebody who did it %d times: %s; after 21 days away: %s', (times, level, afterwards) => {
    expect(levelFor(times, day)).toBe(level);
    expect(levelFor(times, 21 * day)).toBe(level);
    expect(levelFor(times, 21 * day + 1)).toBe(afterwards);
  });

  it('is about each exercise, not about the routine', () => {
    const { steps } = planned('ten', 'left', { completed: { ballerina: 4, 'child-cobra': 2 } });
    expect(steps.map(({ level }) => level)).toEqual(['short', 'medium', 'full', 'full']);
  });

  it('goes back by the days since I last did anything', () => {
    const { steps } = planned('ten', 'left', { lastAt: now - 22 * day });
    expect(steps.map(({ level }) => level)).toEqual(['medium', 'medium', 'medium', 'medium']);
  });

  it('is full for somebody new', () => {
    expect(
      planned('ten-first', 'left', { completed: {}, lastAt: undefined }).steps.every(({ level }) => level === 'full'),
    ).toBe(true);
  });
});

describe('a dose', () => {
  const everyRoutine = content.routines.map(({ id }) => id);
  const moved = (notch: number): Partial<Listener> => ({
    preferences: { notches: Object.fromEntries(Object.keys(content.exercises).map((exercise) => [exercise, notch])) },
  });

  it('moves only inside its range, whatever I said how often', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyRoutine),
        fc.constantFrom<Side>('left', 'right', 'both'),
        fc.integer({ min: -9, max: 9 }),
        (id, on, notch) => {
          for (const step of planned(id, on, moved(notch)).steps) {
            for (const [key, { range }] of Object.entries(amountsOf(step.exercise, step.form))) {
              const amount = step.dose?.[key];
              if (amount !== undefined) expect(amount >= range[0] && amount <= range[1]).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('moves one thing of each exercise by one step', () => {
    const dosed = (notch: number) =>
      Object.fromEntries(
        planned('twenty', 'left', moved(notch)).steps.map(({ exercise, dose: own }) => [exercise, own]),
      );
    expect(dosed(1)).toMatchObject({ ballerina: { sets: 4 }, 'book-drop': { reps: 9 }, 'butt-walk': undefined });
    expect(dosed(-1)).toMatchObject({ ballerina: { hold: 25 }, 'book-drop': { reps: 7 }, 'butt-walk': { sets: 4 } });
  });

  it('is the default without a word about it', () => {
    expect(planned('ten', 'left').steps.every(({ dose }) => dose === undefined)).toBe(true);
  });

  it('that the routine asks for is kept, and moved from there', () => {
    expect(planned('five', 'left').steps[1]?.dose).toEqual({ sets: 3 });
    expect(planned('five', 'left', moved(1)).steps[1]?.dose).toEqual({ sets: 4 });
  });

  it('moves for the exercise it was said about, and for no other', () => {
    const { steps } = planned('ten', 'left', {
      preferences: { notches: { ballerina: 1, corkscrew: -1, 'lift-lunge': 3 } },
    });
    expect(steps.map(({ dose }) => dose)).toEqual([{ sets: 4 }, undefined, undefined, undefined]);
  });

  const today = (id: string, on: Side, change: Partial<Listener>) => {
    const made = planToday(content, routine(id), on, { ...regular, ...change }, now);
    return { made, seconds: planSeconds(content, { ...regular, ...change }, made) };
  };

  it.each([1, 3])(
    'raised %d times everywhere keeps a session near its minutes, or near what it takes anyway',
    (notch) => {
      for (const id of everyRoutine) {
        for (const on of ['left', 'both'] as const) {
          for (const completed of [{}, regular.completed]) {
            const usual = today(id, on, { completed });
            const raised = today(id, on, { completed, ...moved(notch) });
            expect(raised.seconds).toBeLessThanOrEqual(Math.max(routine(id).minutes * 60 * 1.25, usual.seconds * 1.1));
            expect(raised.made.steps.map((step) => step.id)).toEqual(usual.made.steps.map((step) => step.id));
          }
        }
      }
    },
  );

  it('that is raised gives way from the last exercise on, and the first one is still more', () => {
    const { made } = today('ten', 'left', moved(1));
    expect(made.steps[0]?.dose).toEqual({ sets: 4 });
    expect(made.steps.at(-1)?.dose).toBeUndefined();
  });

  it('that is lowered stays so, however long the session', () => {
    expect(
      today('ten', 'left', { preferences: { notches: { ballerina: -1, corkscrew: 3, 'child-cobra': 3 } } }).made
        .steps[0]?.dose,
    ).toEqual({ hold: 25 });
  });

  it('goes one step down after 21 days away', () => {
    const { steps } = planned('ten', 'left', { lastAt: now - 22 * day });
    const [ballerina] = steps;
    expect(ballerina && doseOf(inForm(content, ballerina), ballerina.dose).hold('hold')).toBe(25);
  });
});

describe('both sides', () => {
  it.each([
    ['five', ['child-cobra', 'butt-walk']],
    ['ten-first', ['child-cobra', 'butt-walk', 'cross-connect']],
    ['ten', ['child-cobra', 'butt-walk', 'cross-connect']],
  ])('%s: what needs a sore side is replaced', (id, expected) => {
    expect(exercises(id, 'both')).toEqual(expected);
  });

  it('nothing leans and nothing is done for one side only', () => {
    for (const { id } of content.routines) {
      const { steps } = planned(id, 'both');
      for (const step of steps.filter((one) => inForm(content, one).sides === 'sore')) {
        expect(
          steps
            .filter(({ exercise }) => exercise === step.exercise)
            .map((one) => one.side)
            .sort(),
        ).toEqual(['left', 'right']);
      }
    }
  });

  it('in twenty minutes they are done once for each side, as two steps', () => {
    const ids = planned('twenty', 'both').steps.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['ballerina-left', 'ballerina-right', 'book-drop']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('and exercises are dropped from the end until it fits', () => {
    const whole = planned('twenty', 'both');
    const fit = planToday(content, routine('twenty'), 'both', regular, now);
    expect(fit.steps.length).toBeLessThan(whole.steps.length);
    expect(whole.steps.slice(0, fit.steps.length)).toEqual(fit.steps);
    expect(planSeconds(content, regular, fit)).toBeLessThanOrEqual(20 * 60 * 1.15);
  });

  it.each([
    [0, 'left'],
    [1, 'right'],
    [2, 'left'],
    [13, 'right'],
  ])('after %d sessions the first pass is on the %s', (sessions, first) => {
    const { steps } = planned('twenty', 'both', { totals: { sessions, minutes: 0 } });
    expect(steps[0]?.side).toBe(first);
    // Of an exercise in two passes a step names the side of the second.
    expect(steps.find(({ id }) => id === 'book-drop')?.side).toBe(first === 'left' ? 'right' : 'left');
  });
});

describe('the second side', () => {
  const passes = (change: Partial<Listener>) =>
    planned('twenty', 'left', change)
      .steps.filter(({ exercise }) => ['book-drop', 'cross-connect'].includes(exercise))
      .map((step) => step.side);

  it('is the sore one until the tighter one is known', () => {
    expect(passes({})).toEqual(['left', 'left']);
    expect(passes({ preferences: { secondSide: 'same' } })).toEqual(['left', 'left']);
  });

  it('is the tighter one then: the looser goes first', () => {
    expect(passes({ preferences: { secondSide: 'right' } })).toEqual(['right', 'right']);
  });

  it('says nothing about exercises for the sore side', () => {
    expect(
      planned('ten', 'left', { preferences: { secondSide: 'right' } }).steps.every((step) => step.side === 'left'),
    ).toBe(true);
  });
});

describe('strength', () => {
  const strong = ['cross-connect', 'split-squat', 'lift-lunge'];

  it('done within 36 hours is left out of a routine nobody named', () => {
    for (const id of ['twenty']) {
      const steps = exercises(id, 'left', { lastStrengthAt: now - 35 * 60 * 60 * 1000 });
      expect(steps.filter((exercise) => strong.includes(exercise))).toEqual([]);
      expect(steps).toContain('corkscrew');
    }
  });

  it('longer ago is not', () => {
    expect(exercises('twenty', 'left', { lastStrengthAt: now - 37 * 60 * 60 * 1000 })).toContain('cross-connect');
  });

  it('of a routine by its name is never left out', () => {
    expect(exercises('pelvic-rotation', 'left', { lastStrengthAt: now - 60_000 })).toEqual(strong);
  });
});

describe('"you did strength yesterday"', () => {
  const words = (change: Partial<Listener>, on: Side) =>
    conversation({ ...regular, ...change }, undefined, now)
      .say({ kind: 'wish', wish: 'routine', routine: 'twenty' })
      .say(side(on)).words;

  it('is said when strength was left out for it', () => {
    expect(words({ lastStrengthAt: now - 20 * 60 * 60 * 1000 }, 'left')).toMatch(
      /You did strength work yesterday, so today it's stretches\./,
    );
  });

  it.each<[Side]>([['left'], ['both']])('is not said to somebody who did none (%s)', (on) => {
    expect(words({}, on)).not.toMatch(/strength/);
  });
});

describe('a plan after a long time', () => {
  it('is the careful one still when the side is changed at the first gate', () => {
    const away = conversation({ ...regular, lastAt: now - 30 * day }, undefined, now)
      .say(steering('launch'))
      .say(side('right'));
    expect(away.outcome?.talk.draft?.plan.steps.every(({ level }) => level === 'medium')).toBe(true);
  });
});
