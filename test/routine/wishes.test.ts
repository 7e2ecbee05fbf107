import { describe, expect, it } from '@jest/globals';
import { lasting } from '../../routine/beats.ts';
import type { Event, Question, Wish } from '../../routine/events.ts';
import { questions, wishes } from './anyEvent.ts';
import {
  after,
  afterSetUp,
  askedIn,
  atGate,
  atLast,
  finishedFirst,
  hours,
  inFirst,
  inSecondSet,
  launched,
  offered,
  placeIn,
  sessionIn,
  speaksFrom,
} from './moments.ts';
import { type Conversation, conversation, steering, yes } from './talking.ts';

const asking = (question: Question): Event => ({ kind: 'question', question });
const wishing = (wish: Wish): Event => ({ kind: 'wish', ...wish });

const moments: Readonly<Record<string, Conversation>> = {
  'when nothing runs': conversation(finishedFirst.listener).later(hours),
  'while the side is asked for': launched,
  'at the first gate': offered,
  'in a block': inSecondSet,
  'at a gate': atGate,
  'after a set-up': afterSetUp,
  waiting: atGate.say(steering('wait')).heard(),
  paused: inSecondSet.say(steering('pause')),
  'at the last question': atLast,
};
const said = [...questions.map(asking), ...wishes.map(wishing)];
const told = (event: Event): string => JSON.stringify(event).replace(/"kind":"(\w+)",/, '');

describe.each(Object.entries(moments))('%s', (_, talk) => {
  it.each(said.map((event) => [told(event), event] as const))('%s is answered', (__, event) => {
    const { outcome, words } = talk.say(event, 1);
    expect(words).toMatch(/[.?]$/);
    expect(words).not.toMatch(/undefined|\{/);
    if (outcome?.reply.expects === 'answer') expect(words).toMatch(/\?$/);
  });
});

/** Wishes that leave the exercise or the conversation, on purpose. */
const leaves = new Set([
  'position',
  'nothingToFetch',
  'leaveOut',
  'never',
  'condition',
  'pain',
  'someoneElse',
  'forget',
  'reminder',
  'minutes',
  'waitForMe',
]);
const staying = said.filter(
  (event) =>
    (event.kind === 'question' && event.question !== 'meantToHurt') ||
    (event.kind === 'wish' && !leaves.has(event.wish)),
);

describe('in the middle of a hold', () => {
  it.each(staying.map((event) => [told(event), event] as const))(
    '%s keeps my place, and I am back within five seconds',
    (_, event) => {
      const { listener, outcome, words } = inSecondSet.say(event, 1);
      expect(listener.session?.block?.marks[0]?.place).toMatchObject({ step: 'ballerina', set: 2 });
      expect(words).toMatch(/Ballerina stretch, left side, second of three\. .*Hold\./);
      const beats = outcome?.reply.speech ?? [];
      const ready = beats.findIndex(({ text }) => text === 'Get ready.');
      expect(lasting(beats.slice(ready, ready + 1))).toBeLessThanOrEqual(12);
      if (event.kind === 'question' && event.question !== 'explain') {
        expect(beats.findIndex(({ text }) => text.startsWith('Ballerina stretch'))).toBeLessThanOrEqual(3);
      }
    },
  );

  it('slower gives me more seconds to move, from now on and the next time', () => {
    const slower = inSecondSet.say(wishing({ wish: 'tune', what: 'pace', by: 'more' }));
    const seconds = (talk: Conversation) =>
      talk.outcome?.reply.speech.find(({ text }) => text.startsWith('Hips to the left'))?.silence ?? 0;
    expect(seconds(slower)).toBeGreaterThan(seconds(inFirst));
    expect(slower.listener.preferences.pace).toBe(1);
  });

  it('longer holds wait for the next exercise, and stay inside the range', () => {
    const longer = inSecondSet.say(wishing({ wish: 'tune', what: 'holds', by: 'more' }));
    const [ballerina, childCobra, corkscrew] = sessionIn(longer).plan.steps;
    expect(ballerina?.dose).toBeUndefined();
    expect(childCobra?.dose).toMatchObject({ child: 25, cobra: 25 });
    expect(corkscrew?.dose).toBeUndefined();
  });

  it('a limit is told', () => {
    const most = [1, 2, 3].reduce(
      (talk) => after(talk, 30).say(wishing({ wish: 'tune', what: 'rests', by: 'more' })),
      inSecondSet,
    );
    expect(most.words).toMatch(/^That's as far as it goes\./);
  });

  it('less talking and full instructions change what is said from here on', () => {
    const levels = (talk: Conversation) => sessionIn(talk).plan.steps.map(({ level }) => level);
    expect(levels(inSecondSet.say(wishing({ wish: 'words', words: 'less' })))).toEqual([
      'medium',
      'medium',
      'medium',
      'medium',
    ]);
    const less = inSecondSet.say(wishing({ wish: 'words', words: 'less' }));
    expect(levels(after(less, 20).say(wishing({ wish: 'words', words: 'usual' })))).toEqual([
      'full',
      'full',
      'full',
      'full',
    ]);
  });

  it('which leg tells the cues of this side', () => {
    expect(inSecondSet.say(asking('whichLeg')).words).toMatch(
      /^Right foot crossed in front, right hand on your right hip\./,
    );
  });

  it('explain says it all once more, then the set', () => {
    const { words } = inSecondSet.say(asking('explain'));
    expect(words).toMatch(/second of three\. Stand with a wall.*Get ready\. Hips to the left/);
  });

  it('standing only leaves the floor out, and after the last of it that was all', () => {
    const { words, outcome } = inSecondSet.say(wishing({ wish: 'position', position: 'standing' }));
    expect(words).toMatch(/^Standing only, then\. About two minutes to go, one exercise\. Ballerina stretch/);
    expect(words).toMatch(/That's it for today\. Was that about right/);
    expect(outcome?.talk.asked).toBe('howWasIt');
  });

  it('never this one gets me out of it and announces the next; bring it back takes it back', () => {
    const never = inSecondSet.say(wishing({ wish: 'never' }));
    expect(never.words).toMatch(
      /^Come up tall and uncross your feet\. I'll leave out the ballerina from now on\..*Next: child's pose/,
    );
    expect(never.listener.preferences.never).toEqual(['ballerina']);
    const fresh = conversation(never.listener)
      .later(20 * 24 * hours)
      .say(steering('launch'));
    expect(fresh.outcome?.talk.draft?.plan.steps.map(({ exercise }) => exercise)).not.toContain('ballerina');
    expect(never.say(wishing({ wish: 'bringBack' })).listener.preferences.never).toBeUndefined();
  });
});

describe('a condition', () => {
  it('leaves out what does not go with it, says so, and stores nothing', () => {
    const told = offered.say(wishing({ wish: 'condition', condition: 'weak-bones' }));
    expect(told.words).toMatch(/Then we leave out .*corkscrew/);
    expect(told.outcome?.talk.draft?.plan.steps.map(({ exercise }) => exercise)).not.toContain('corkscrew');
    expect(JSON.stringify(told.say(yes).listener)).not.toContain('weak-bones');
  });

  it('told before the side is known still counts', () => {
    const told = launched.say(wishing({ wish: 'condition', condition: 'weak-bones' }));
    expect(askedIn(told)).toBe('side');
    const plan = told.say({ kind: 'answer', answer: 'side', side: 'left' }).outcome?.talk.draft?.plan;
    expect(plan?.steps.map(({ exercise }) => exercise)).not.toContain('corkscrew');
  });

  it('that leaves nothing to do is for somebody else to say', () => {
    const pregnant = offered.say(wishing({ wish: 'condition', condition: 'pregnancy' }));
    expect(pregnant.words).toMatch(/ask your doctor or midwife first/);
    expect(pregnant.outcome?.reply.expects).toBe('nothing');
  });
});

describe('an offered number', () => {
  const pain = (level: number) => wishing({ wish: 'pain', level });

  it('up to three goes on, four and five make it smaller, six ends this exercise', () => {
    expect(speaksFrom(inSecondSet.say(pain(2)))).toBe('ballerina 1.1.2');
    const smaller = inSecondSet.say(pain(5));
    expect(sessionIn(smaller).plan.steps[0]?.form).toBe('easier');
    const stopped = inSecondSet.say(pain(7));
    expect(placeIn(stopped)).toBe('child-cobra 1.1.0');
    expect(askedIn(stopped)).toBe('next');
  });

  it('that rises by two within an exercise makes it smaller', () => {
    const one = inSecondSet.say(pain(1));
    expect(sessionIn(after(one, 10).say(pain(3))).plan.steps[0]?.form).toBe('easier');
  });

  it('at the start: seven is not today, four to six the gentle half', () => {
    expect(offered.say(pain(8)).outcome?.reply.expects).toBe('nothing');
    expect(offered.say(pain(5)).outcome?.talk.draft?.plan.steps.map(({ id, form }) => `${id} ${form}`)).toEqual([
      'child-cobra easier',
      'butt-walk easier',
    ]);
  });

  it('is stored nowhere', () => {
    expect(JSON.stringify(inSecondSet.say(pain(5)).listener)).not.toMatch(/pain/);
  });
});
