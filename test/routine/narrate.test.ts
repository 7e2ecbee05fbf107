import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { english as content } from '../../content/index.ts';
import { maxCharacters, ssml } from '../../lambda/ssml.ts';
import { type Beat, lasting, sayPhrase } from '../../routine/beats.ts';
import { doseOf, inForm } from '../../routine/form.ts';
import { closingQuestion } from '../../routine/gate.ts';
import type { Position } from '../../routine/exercise.ts';
import { newListener, type Place, type Plan, type Step } from '../../routine/listener.ts';
import { maxBlockSeconds, type Narration, narrate, type Start } from '../../routine/narrate.ts';
import { instruction, partsOf, sideOfPass } from '../../routine/parts.ts';
import { placesOf, samePlace, startOf } from '../../routine/place.ts';
import { anyStep, everyStep, planOf, titleOf } from './everyStep.ts';

const ask = (plan: Plan) => (to: Narration['to']) => closingQuestion(content, newListener, plan, to);

/** All blocks of a plan's first step, one after the other, as heard by somebody who says yes each time. */
const blocksOf = (plan: Plan, from: Position = 'standing'): Narration[] => {
  const [step] = plan.steps;
  if (!step) return [];
  const blocks: Narration[] = [];
  let place: Place | 'end' = startOf(step);
  while (place !== 'end' && place.step === step.id) {
    const narration: Narration = narrate(
      content,
      plan,
      { place, from: place.set === 0 ? from : undefined },
      { ask: ask(plan) },
    );
    blocks.push(narration);
    place = narration.to.next;
  }
  return blocks;
};

const following: Step = { id: 'book-drop', exercise: 'book-drop', side: 'left', form: 'normal', level: 'full' };
const withNext = (step: Step): Plan => planOf(step, { ...following, id: 'following' });
const textOf = (beats: readonly Beat[]): string => beats.map(({ text }) => text).join(' ');

describe('a block', () => {
  it('stays in its budget for every exercise, side, form, level and dose, whatever the next one is', () => {
    fc.assert(
      fc.property(anyStep, (step) => {
        for (const { beats } of blocksOf(withNext(step), 'standing')) {
          expect(lasting(beats)).toBeLessThanOrEqual(maxBlockSeconds);
          expect(ssml(beats).length).toBeLessThanOrEqual(maxCharacters);
        }
      }),
      { numRuns: 500 },
    );
  });

  // A harder form asks for more than the default, and may be split at a rest.
  const usual = everyStep.filter(({ form }) => form !== 'harder');

  it.each(usual.map((step) => [titleOf(step), step] as const))('is split at most after the set-up: %s', (_, step) => {
    const afterwards = blocksOf(withNext(step)).map(({ to }) => to.after);
    expect(afterwards).toEqual(afterwards.length === 1 ? ['step'] : ['setUp', 'step']);
  });

  const raised = (exercise: string, level: Step['level'], dose: Step['dose']): Step => ({
    id: exercise,
    exercise,
    side: 'left',
    form: 'normal',
    level,
    dose,
  });
  const lastSets = (step: Step) =>
    blocksOf(withNext(step)).map(({ marks }) => marks.map(({ place }) => (place === 'end' ? 0 : place.set)).at(-2));

  it.each([
    ['four short ones of the ballerina', raised('ballerina', 'short', { sets: 4 }), [2, 4]],
    ['five', raised('ballerina', 'short', { sets: 5 }), [3, 5]],
    ['four of the ballerina, told in full', raised('ballerina', 'full', { sets: 4 }), [2, 4]],
    ["four of child's pose and cobra", raised('child-cobra', 'short', { sets: 4 }), [2, 4]],
    [
      'four of the corkscrew, told in full: all of them fit after the set-up',
      raised('corkscrew', 'full', { sets: 4 }),
      [0, 4],
    ],
  ])('of more than the usual dose is split in even halves, and not after a short set-up: %s', (_, step, sets) => {
    expect(lastSets(step)).toEqual(sets);
  });

  it('says less before it is split, to whoever knows it or comes back to it', () => {
    const places = (step: Step, start: Partial<Start>) => {
      const narration = narrate(content, withNext(step), { place: startOf(step), ...start }, { ask: () => [] });
      return { to: narration.to.after, said: textOf(narration.beats) };
    };
    const before = [sayPhrase(content, 'welcomeBack'), sayPhrase(content, 'carryingOn')];
    const bookDrop = raised('book-drop', 'medium', {});
    const long = { before: Array.from({ length: 9 }, () => before).flat(), from: 'standing' as const };
    expect(places(bookDrop, {}).said).toContain(textOf(instruction(content, bookDrop, 1, 'medium')));
    expect(places(bookDrop, long).to).toBe('step');
    expect(places(bookDrop, long).said).toContain(textOf(instruction(content, bookDrop, 1, 'short')));
    expect(places(raised('book-drop', 'full', {}), long).said).toContain(
      textOf(instruction(content, raised('book-drop', 'full', {}), 1, 'full')),
    );
  });

  it('speaks every place of a step once, in order, however it is split', () => {
    fc.assert(
      fc.property(anyStep, (step) => {
        const spoken = blocksOf(withNext(step)).flatMap(({ marks }) => marks.slice(0, -1).map(({ place }) => place));
        expect(spoken).toEqual(placesOf(content, step));
      }),
      { numRuns: 200 },
    );
  });

  it('ends in its question', () => {
    for (const step of everyStep) {
      for (const { beats } of blocksOf(withNext(step))) expect(beats.at(-1)?.text).toMatch(/\?$/);
    }
  });

  it('begins anywhere', () => {
    fc.assert(
      fc.property(anyStep, fc.nat(), (step, n) => {
        const places = placesOf(content, step);
        const place = places[n % places.length] ?? startOf(step);
        const { marks } = narrate(
          content,
          withNext(step),
          { place, announce: true, remind: true },
          { ask: ask(withNext(step)) },
        );
        expect(marks[0]).toEqual({ place, at: 0 });
      }),
      { numRuns: 200 },
    );
  });
});

/** Beats of one hold: from the word that begins it to before the word that ends it. */
const holdsIn = (beats: readonly Beat[]): Beat[][] =>
  beats.reduce<Beat[][]>((runs, beat, i) => {
    if (beat.kind !== 'hold') return runs;
    if (beats[i - 1]?.kind !== 'hold') return [...runs, [beat]];
    runs.at(-1)?.push(beat);
    return runs;
  }, []);

describe('a hold', () => {
  it('lasts exactly what the dose says, its own words included', () => {
    fc.assert(
      fc.property(anyStep, (step) => {
        const { words } = inForm(content, step);
        const dose = doseOf(inForm(content, step), step.dose);
        const names = new Set(
          words.sets.flat().flatMap((line) => ('hold' in line ? [line.hold] : 'walk' in line ? [line.walk] : [])),
        );
        const expected = [...names].map((name) => dose.hold(name));
        for (const { beats } of partsOf(content, step)) {
          for (const hold of holdsIn(beats)) {
            const seconds = lasting(hold);
            expect(expected.some((one) => Math.abs(one - seconds) < 0.001)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  const step: Step = { id: 'ballerina', exercise: 'ballerina', side: 'left', form: 'normal', level: 'full' };
  const wordsIn = (one: Step) =>
    partsOf(content, one).map(({ beats }) =>
      holdsIn(beats)
        .flat()
        .map(({ text }) => text),
    );

  it('of 30 s says halfway and five seconds, and one breathing cue in the first set only', () => {
    const [, first, second] = wordsIn(step);
    expect(first).toEqual(['Hold.', expect.stringMatching(/[Bb]reath/), 'Halfway.', 'Five seconds.']);
    expect(second).toEqual(['Hold.', 'Halfway.', 'Five seconds.']);
  });

  it('of 20 s says five seconds only', () => {
    expect(wordsIn({ ...step, dose: { hold: 20 } })[2]).toEqual(['Hold.', 'Five seconds.']);
  });

  it('is silent for somebody who knows the exercise', () => {
    expect(wordsIn({ ...step, level: 'short' })[1]).toEqual(['Hold.']);
  });
});

describe('repetitions', () => {
  const counting = everyStep.filter((step) => doseOf(inForm(content, step)).reps > 0);

  it.each(counting.map((step) => [titleOf(step), step] as const))('last exactly their tempo: %s', (_, step) => {
    const exercise = inForm(content, step);
    const tempo = (exercise.dose.tempo ?? []).reduce((sum, { seconds }) => sum + seconds, 0);
    for (const { beats } of partsOf(content, step)) {
      const counted = beats.filter(({ kind }) => kind === 'count');
      if (counted.length > 0) expect(lasting(counted)).toBeCloseTo(tempo * doseOf(exercise).reps, 6);
    }
  });
});

describe('sides', () => {
  const swapped = (text: string): string =>
    text.replace(/\b(left|right)\b/gi, (word) => {
      const other = word.toLowerCase() === 'left' ? 'right' : 'left';
      return word[0] === word[0]?.toUpperCase() ? other[0]?.toUpperCase() + other.slice(1) : other;
    });
  const leftSteps = everyStep.filter(({ side }) => side === 'left');

  it.each(leftSteps.map((step) => [titleOf(step), step] as const))('are exact mirrors of each other: %s', (_, step) => {
    const left = partsOf(content, step).map(({ lead, beats }) => textOf([...lead, ...beats]));
    const right = partsOf(content, { ...step, side: 'right' }).map(({ lead, beats }) => textOf([...lead, ...beats]));
    expect(left.map(swapped)).toEqual(right);
  });

  const twoPasses = everyStep.filter((step) => doseOf(inForm(content, step)).passes === 2);

  it.each(twoPasses.map((step) => [titleOf(step), step] as const))('get the same time: %s', (_, step) => {
    const parts = partsOf(content, step).filter(({ place }) => place.set > 0);
    const work = (pass: number) =>
      parts
        .filter(({ place }) => place.pass === pass)
        .flatMap(({ beats }) => beats)
        .filter(({ kind }) => kind === 'count' || kind === 'hold');
    expect(lasting(work(1))).toBeGreaterThan(0);
    expect(lasting(work(1))).toBeCloseTo(lasting(work(2)), 6);
  });

  it('go with the sore side last', () => {
    expect([1, 2].map((pass) => sideOfPass({ ...following, side: 'left' }, pass, 2))).toEqual(['right', 'left']);
  });

  it('are only ever sides', () => {
    for (const step of everyStep) {
      const said = partsOf(content, step)
        .map(({ lead, beats }) => textOf([...lead, ...beats]))
        .join(' ');
      expect(said).not.toMatch(/right now|(minutes?|seconds?|sets?|one|two|three) left\b|\bthe other side|opposite/i);
    }
  });
});

describe('a block that may run on', () => {
  const plan = planOf(
    { id: 'butt-walk', exercise: 'butt-walk', side: 'left', form: 'normal', level: 'short', dose: { sets: 3 } },
    { id: 'corkscrew', exercise: 'corkscrew', side: 'left', form: 'normal', level: 'short' },
    { id: 'ballerina', exercise: 'ballerina', side: 'left', form: 'normal', level: 'short' },
  );
  const place = startOf({ id: 'butt-walk' });

  it('goes on into whole exercises only, up to its budget', () => {
    const { marks, to, beats } = narrate(content, plan, { place }, { ask: ask(plan), runOn: () => true });
    expect(marks.filter(({ place: p }) => p !== 'end' && samePlace(p, startOf({ id: 'corkscrew' })))).toHaveLength(1);
    expect(to).toMatchObject({ after: 'step', next: startOf({ id: 'ballerina' }) });
    expect(lasting(beats)).toBeLessThanOrEqual(maxBlockSeconds);
  });

  it('stops where it is not wanted, and by default', () => {
    const next = { after: 'step', next: startOf({ id: 'corkscrew' }) };
    expect(narrate(content, plan, { place }, { ask: ask(plan) }).to).toMatchObject(next);
    expect(narrate(content, plan, { place }, { ask: ask(plan), runOn: () => false }).to).toMatchObject(next);
  });
});
