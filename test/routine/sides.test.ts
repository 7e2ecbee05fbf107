import { describe, expect, it } from '@jest/globals';
import { pack, unpack } from '../../lambda/record.ts';
import type { Event } from '../../routine/events.ts';
import { conversation, no, side, steering, yes } from './talking.ts';
import {
  after,
  askedIn,
  atGate,
  atGateOf,
  atLast,
  days,
  hours,
  inFirst,
  inSecondSet,
  launched,
  offered,
  placeIn,
  regular,
  sessionIn,
  speaksFrom,
  until,
  withRoutine,
} from './moments.ts';

const unsure: Event = { kind: 'answer', answer: 'unsure' };

describe('the side is asked for', () => {
  it.each<[string, Event, string]>([
    ['left', side('left'), 'left'],
    ['right', side('right'), 'right'],
    ['both', side('both'), 'both'],
    ["I'm not sure", unsure, 'both'],
  ])('%s', (_, event, chosen) => {
    const gate = launched.say(event);
    expect(gate.outcome?.talk.draft?.plan.side).toBe(chosen);
    expect(askedIn(gate)).toBe('start');
    expect(gate.listener).toBe(launched.listener);
    expect(gate.say(yes).listener.preferences.side).toBe(chosen);
  });

  it.each<[string, Event]>([
    ['yes', yes],
    ['no', no],
  ])('%s leads to "is it the left?"', (_, event) => {
    const left = launched.say(event);
    expect(left.words).toBe('Is it the left?');
    expect(left.say(yes).outcome?.talk.draft?.plan.side).toBe('left');
    expect(left.say(no).words).toBe('Is it the right?');
    expect(left.say(no).say(yes).outcome?.talk.draft?.plan.side).toBe('right');
    expect(left.say(no).say(no).outcome?.talk.draft?.plan.side).toBe('both');
    expect(left.say(side('right')).outcome?.talk.draft?.plan.side).toBe('right');
  });

  it.each(['resume', 'ready', 'next', 'previous', 'repeat', 'startOver', 'done'] as const)('%s asks again', (word) => {
    expect(launched.say(steering(word)).words).toMatch(/Where does your lower back hurt: left, right, or both\?$/);
  });
});

describe('I change my mind about the side', () => {
  it('at the first gate: the plan is offered anew', () => {
    const right = offered.say(side('right'));
    expect(right.words).toMatch(/^Right side\..*First: ballerina stretch.*Shall we\?$/);
    expect(right.say(yes).listener.preferences.side).toBe('right');
  });

  it('in a block: out of it, and the exercise starts again on the other side at once', () => {
    const right = inSecondSet.say(side('right'));
    expect(right.words).toMatch(
      /^Come up tall and uncross your feet\. Right side, then\. Let's start this exercise again\./,
    );
    expect(speaksFrom(right)).toBe('ballerina 1.1.0');
    expect(sessionIn(right).plan.steps.every((step) => step.side === 'right')).toBe(true);
    expect(right.listener.preferences.side).toBe('right');
  });

  it('at a gate: what is announced is announced for the other side', () => {
    const right = atGate.say(side('right'));
    expect(placeIn(right)).toBe('child-cobra 1.1.0');
    expect(right.listener.completed).toEqual({ ballerina: 1 });
    expect(right.say(yes).words).toMatch(/Walk both hands to the left/);
  });

  it('at the last question: the last exercise again, not finished yet', () => {
    const left = atLast.say(side('left'));
    expect(placeIn(left)).toBe('butt-walk 1.1.0');
    expect(left.outcome?.reply.expects).toBe('answer');
  });

  it('"right" at the last question is what is left of "about right"', () => {
    expect(atLast.say(side('right')).listener.session?.ended?.how).toBe('finished');
  });

  it('to both: forms without a lean, and no exercise that was done comes again', () => {
    const gate = atGateOf('butt-walk', atGate);
    const both = gate.say(side('both'));
    expect(sessionIn(both).plan.steps.map(({ exercise }) => exercise)).toEqual([
      'child-cobra',
      'butt-walk',
      'cross-connect',
    ]);
    expect(placeIn(both)).toBe('butt-walk 1.1.0');
  });

  it('to both: what was done before is remembered all the same', () => {
    const both = atGate.say(side('both'));
    const stored = pack(both.listener, 'Xk2_9sXk2_9sXk2_', 1_829_741_141);
    expect(unpack(stored)?.listener.session?.plan.side).toBe('both');
  });

  it('to both, in an exercise that both does without: on to one that was not done', () => {
    const atCorkscrew = atGateOf('corkscrew', atGate);
    const both = atCorkscrew.say(side('both'));
    expect(placeIn(both)).not.toBe('child-cobra 1.1.0');
  });

  it('in twenty minutes to both: it still fits', () => {
    const changed = withRoutine('twenty').say(yes).say(side('both'), 60);
    const offeredBoth = withRoutine('twenty').say(side('both'));
    expect(sessionIn(changed).plan.steps.length).toBe(offeredBoth.outcome?.talk.draft?.plan.steps.length);
  });

  it('keeps what I said about the ball', () => {
    const without = until('next', conversation(regular).say(steering('launch')).say(yes).heard()).say({
      kind: 'wish',
      wish: 'without',
      thing: 'ball',
    });
    expect(sessionIn(without).plan.steps.find(({ id }) => id === 'ball-massage')?.form).toBe('socks');
    const right = without.say(side('right'));
    expect(sessionIn(right).plan.steps.find(({ id }) => id === 'ball-massage')?.form).toBe('socks');
  });

  it('keeps what I said about the ball at the first gate', () => {
    const gate = conversation(regular)
      .say(steering('launch'))
      .say({ kind: 'wish', wish: 'without', thing: 'ball' })
      .say(side('right'));
    expect(gate.outcome?.talk.draft?.plan.steps.find(({ id }) => id === 'ball-massage')?.form).toBe('socks');
  });

  it('keeps the longer instruction and the smaller dose of somebody who was long away', () => {
    const away = { ...regular, lastAt: inFirst.now - 30 * days * 1000 };
    const began = conversation(away).say(steering('launch')).say(yes);
    const right = began.say(side('right'), 60);
    expect(sessionIn(right).plan.steps.map(({ level, dose }) => ({ level, dose }))).toEqual(
      sessionIn(began).plan.steps.map(({ level, dose }) => ({ level, dose })),
    );
  });

  it('to both and back: what I did counts once all the same', () => {
    const back = atGate.say(side('both')).say(side('left'));
    expect(sessionIn(back).completed).toEqual(['ballerina']);
  });

  it('at the last question, when that exercise was strength: it is still the last exercise again', () => {
    const last = until(
      'howWasIt',
      withRoutine('twenty', { ...regular, preferences: { side: 'right', secondSide: 'same' } })
        .say(yes)
        .heard(),
    );
    expect(placeIn(last.say(side('left')))).toBe('cross-connect 1.1.0');
  });

  it('after a pause, when I come back hours later', () => {
    const back = inSecondSet.say(steering('stop')).later(hours).say(steering('launch'));
    const right = after(back, 40).say(side('right'));
    expect(speaksFrom(right)).toBe('ballerina 1.1.0');
    expect(sessionIn(right).plan.side).toBe('right');
  });
});

describe('both sides', () => {
  const both = launched.say(side('both'));

  it('the first ten minutes are the three exercises that need no sore side', () => {
    expect(both.outcome?.talk.draft?.plan.steps.map(({ exercise, form }) => `${exercise} ${form}`)).toEqual([
      'child-cobra no-lean',
      'butt-walk normal',
      'cross-connect normal',
    ]);
  });

  it('exercises that are done once for each side are named with it', () => {
    const twenty = withRoutine('twenty').say(side('both'));
    expect(twenty.words).toMatch(/the ballerina( first)?, (left|right) side/i);
    const ids = twenty.outcome?.talk.draft?.plan.steps.map(({ id }) => id) ?? [];
    expect(ids.slice(0, 2)).toEqual(['ballerina-left', 'ballerina-right']);
  });

  it('an exercise done on both sides counts once a session', () => {
    const ready = withRoutine('twenty', { ...regular, completed: {} })
      .say(side('both'))
      .say(yes)
      .heard();
    const second = atGateOf('book-drop', ready);
    expect(second.say(steering('wait')).listener.completed['ballerina']).toBe(1);
  });
});

describe('"left" said of the same side', () => {
  it('in a block of the left side is no change of mind: nothing is lost', () => {
    expect(sessionIn(inFirst.say(side('left'), 100)).plan.side).toBe('left');
  });
});
