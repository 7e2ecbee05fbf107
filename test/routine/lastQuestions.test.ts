import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../routine/events.ts';
import { conversation, type Conversation, no, side, steering, yes } from './talking.ts';
import {
  askedIn,
  atGate,
  atLast,
  days,
  finishedFirst,
  inFirst,
  lastWords,
  regular,
  sessionIn,
  speaksFrom,
  until,
  withRoutine,
} from './moments.ts';

const said = (answer: 'unsure' | 'aboutRight' | 'tooEasy' | 'tooMuch'): Answer & { kind: 'answer' } => ({
  kind: 'answer',
  answer,
});
const same = { kind: 'answer', answer: 'tighter', side: 'same' } as const;

describe('which side felt tighter', () => {
  const asked = until('tighter', withRoutine('twenty').say(yes).heard());

  it('is asked after the book drop, with what comes next', () => {
    expect(asked.words).toMatch(/child's pose and cobra\. Which side felt tighter: left, right, or the same\?$/);
  });

  it.each([
    ['left', side('left'), 'left'],
    ['right', side('right'), 'right'],
    ['both', side('both'), 'same'],
    ['the same', same, 'same'],
    ["I'm not sure", said('unsure'), 'same'],
  ] as const)('%s is stored and begins the next exercise', (_, event, stored) => {
    const next = asked.say(event);
    expect(next.listener.preferences.secondSide).toBe(stored);
    expect(next.listener.preferences.side).toBe('left');
    expect(speaksFrom(next)).toBe('child-cobra 1.1.0');
  });

  it('yes begins and stores nothing, so it is asked again another day', () => {
    const next = asked.say(yes);
    expect(next.listener.preferences.secondSide).toBeUndefined();
    expect(speaksFrom(next)).toBe('child-cobra 1.1.0');
  });

  it('repeat asks it once more, with what comes next', () => {
    const again = asked.say(steering('repeat'));
    expect(again.words).toMatch(/^Child's pose and cobra.*Which side felt tighter: left, right, or the same\?$/);
    expect(again.say(side('right')).listener.preferences.secondSide).toBe('right');
  });

  it('once answered it is not asked again', () => {
    const answered: typeof regular = { ...regular, preferences: { side: 'left', secondSide: 'same' } };
    expect(withRoutine('hip-drop', answered).say(yes).words).toMatch(/too easy, or too much\?$/);
  });

  it('as the last exercise it replaces the closing question, and finishes', () => {
    const last = until('tighterLast', withRoutine('hip-drop').say(yes).heard());
    expect(lastWords(last)).toBe('Which side felt tighter: left, right, or the same?');
    const done = last.say(side('right'));
    expect(done.listener.preferences).toMatchObject({ side: 'left', secondSide: 'right' });
    expect(done.listener.session?.ended?.how).toBe('finished');
    expect(done.outcome?.reply.expects).toBe('nothing');
  });

  it('tells which side a later exercise of today goes to first', () => {
    const answered = asked.say(side('right'));
    expect(sessionIn(answered).plan.steps.find(({ id }) => id === 'cross-connect')?.side).toBe('right');
  });
});

describe('the last question', () => {
  it.each([
    ['yes', yes, undefined],
    ['about right', said('aboutRight'), undefined],
    ['too easy', said('tooEasy'), 1],
    ['too much', said('tooMuch'), -1],
    ['no', no, undefined],
    ['next', steering('next'), undefined],
    ['pause', steering('pause'), undefined],
    ['stop', steering('stop'), undefined],
  ] as const)('%s finishes and closes', (_, event, notch) => {
    const done = atLast.say(event);
    expect(done.outcome?.reply.expects).toBe('nothing');
    expect(done.listener.session?.ended?.how).toBe('finished');
    const notches = { ballerina: notch, 'child-cobra': notch, corkscrew: notch, 'butt-walk': notch };
    expect(done.listener.preferences.notches).toEqual(notch && notches);
    expect(done.listener.completeSessions).toEqual({ 'ten-first': 1 });
  });

  it('moves the dose of what was done in this session, and of nothing else', () => {
    const skipped = until('howWasIt', atGate.say(steering('next'))).say(said('tooEasy'));
    expect(skipped.listener.preferences.notches).toEqual({ ballerina: 1, corkscrew: 1, 'butt-walk': 1 });
    const lift = (from: Conversation) =>
      until('howWasIt', from.later(2 * days).say({ kind: 'wish', wish: 'exercise', exercise: 'lift-lunge' })).say(
        said('tooEasy'),
      );
    const often = lift(lift(lift(lift(conversation(regular)))));
    expect(often.listener.preferences.notches).toEqual({ 'lift-lunge': 3 });
    expect(
      often
        .later(2 * days)
        .say(steering('launch'))
        .outcome?.talk.draft?.plan.steps.every(({ dose }) => dose === undefined),
    ).toBe(true);
  });

  it('ends the first session with a look ahead', () => {
    expect(finishedFirst.words).toMatch(/A tennis ball is good to have for the next session\./);
  });

  it('another routine asked for there leaves this one finished', () => {
    const other = atLast.say({ kind: 'wish', wish: 'routine', routine: 'five' }).say(steering('stop'));
    expect(askedIn(other.later(2 * days).say(steering('launch')))).toBe('start');
  });

  it('is about a block: said before it can be reached, no is a pause', () => {
    expect(inFirst.say(no, 100).words).toMatch(/Paused\./);
  });
});
