import { describe, expect, it } from '@jest/globals';
import type { Answer, Event } from '../../routine/events.ts';
import { type Conversation, no, side, steering, yes } from './talking.ts';
import {
  after,
  askedIn,
  atGate,
  atLast,
  inFirst,
  inSecondSet,
  lastWords,
  offered,
  placeIn,
  sessionIn,
  speaksFrom,
  until,
} from './moments.ts';

const pause = steering('pause');
const wait = steering('wait');
const release = 'Come up tall and uncross your feet.';
const repromptWords = ({ outcome }: Conversation) => (outcome?.reply.reprompt ?? []).map(({ text }) => text).join(' ');
const paused = inSecondSet.say(pause);

describe('I pause in the middle of a hold', () => {
  it.each<[string, Event]>([
    ['pause', pause],
    ['wait', wait],
    ['no', no],
  ])('%s: out of it first, three minutes, and the question', (_, event) => {
    const now = inSecondSet.say(event);
    expect(now.words).toBe(
      `${release} Paused. I'll wait three minutes. To go on, say: Alexa, resume. Shall we carry on?`,
    );
    expect(now.outcome?.reply.speech.map(({ silence }) => silence)).toContain(170);
    expect(placeIn(now)).toBe('ballerina 1.1.2');
    expect(sessionIn(now).ended?.how).toBe('paused');
  });

  it('the reprompt says that my place is saved', () => {
    expect(repromptWords(paused)).toBe(
      'Your place is saved. To come back later, say: Alexa, open back routine. Shall we carry on?',
    );
  });

  it.each<[string, Event]>([
    ['yes', yes],
    ['resume', steering('resume')],
    ['ready', steering('ready')],
  ])('%s brings me back to the very set', (_, event) => {
    const back = paused.say(event, 60);
    expect(speaksFrom(back)).toBe('ballerina 1.1.2');
    expect(back.words).toMatch(/^Ballerina stretch, left side, second of three\. Right foot crossed .* Get ready\./);
  });

  it('in the set-up the set-up is spoken again', () => {
    expect(speaksFrom(inFirst.say(pause, 20).say(yes, 60))).toBe('ballerina 1.1.0');
  });

  it.each<[string, Event]>([
    ['no', no],
    ['stop', steering('stop')],
  ])('%s closes, and the place stays', (_, event) => {
    const closed = paused.say(event);
    expect(closed.outcome?.reply.expects).toBe('nothing');
    expect(placeIn(closed)).toBe('ballerina 1.1.2');
    expect(closed.words).toMatch(/say: Alexa, open back routine/);
  });
});

describe('I need longer than three minutes', () => {
  const longer = paused.heard().say(wait);
  const twice = longer.heard().say(pause);

  it('I get three more, twice', () => {
    for (const talk of [longer, twice]) {
      expect(talk.words).toBe('Three minutes more. To go on, say: Alexa, resume. Shall we carry on?');
      expect(speaksFrom(talk.say(yes))).toBe('ballerina 1.1.2');
    }
  });

  it('then it closes, and the place stays', () => {
    const closed = twice.heard().say(wait);
    expect(closed.outcome?.reply.expects).toBe('nothing');
    expect(placeIn(closed)).toBe('ballerina 1.1.2');
  });
});

describe('paused, I say something else', () => {
  it('next: the next exercise is announced, with its gate, and no release', () => {
    const next = paused.say(steering('next'));
    expect(next.words).toMatch(/^Next: child's pose and cobra.*Shall we\?$/);
    expect(placeIn(next)).toBe('child-cobra 1.1.0');
  });

  it('previous in the first exercise: its first set', () => {
    expect(speaksFrom(paused.say(steering('previous')))).toBe('ballerina 1.1.1');
  });

  it('previous in a later exercise: the one before is announced', () => {
    const later = after(until('go', atGate).say(yes), 90).say(pause).say(steering('previous'));
    expect(later.words).toMatch(/^Ballerina stretch, standing\. Shall we\?$/);
  });

  it('start over: this exercise from its first set', () => {
    expect(speaksFrom(paused.say(steering('startOver')))).toBe('ballerina 1.1.1');
  });

  it('another side: the exercise starts again on it, without release and without a question', () => {
    const right = paused.say(side('right'));
    expect(right.words).toMatch(/^Right side, then\. Let's start this exercise again\./);
    expect(sessionIn(right).plan.side).toBe('right');
    expect(speaksFrom(right)).toBe('ballerina 1.1.0');
  });

  it.each<[string, Event]>([
    ['help', { kind: 'question', question: 'help' }],
    ['no ball', { kind: 'wish', wish: 'without', thing: 'ball' }],
    ['something not understood', steering('misunderstood')],
    ['repeat', steering('repeat')],
    ['too easy', { kind: 'answer', answer: 'tooEasy' } satisfies Answer & { kind: 'answer' }],
  ])('%s: the answer, then the same question', (_, event) => {
    const answered = paused.say(event);
    expect(lastWords(answered)).toMatch(/^Shall we carry on\?/);
    expect(askedIn(answered)).toBe('carryOn');
    expect(placeIn(answered)).toBe('ballerina 1.1.2');
  });

  it('the whole routine is confirmed first; no comes back to the set', () => {
    const asked = paused.say(steering('startOverRoutine'));
    expect(lastWords(asked)).toMatch(/^Shall we start the whole routine from the beginning\?$/);
    expect(speaksFrom(asked.say(no))).toBe('ballerina 1.1.2');
    expect(placeIn(asked.say(yes))).toBe('ballerina 1.1.0');
  });
});

describe('I pause where nothing is spoken', () => {
  it('at the first gate: nothing is stored, nothing is called saved, and yes begins', () => {
    const waiting = offered.say(pause);
    expect(waiting.listener).toBe(offered.listener);
    expect(repromptWords(waiting)).not.toMatch(/saved/);
    expect(speaksFrom(waiting.say(yes))).toBe('ballerina 1.1.0');
  });

  it('at a gate, long after the block: the announced exercise waits', () => {
    const waiting = atGate.say(pause, 45);
    expect(waiting.words).toMatch(/^Paused\./);
    expect(placeIn(waiting)).toBe('child-cobra 1.1.0');
    expect(waiting.listener.completed).toEqual({ ballerina: 1 });
  });

  it('at a gate, and start over: from its start, which nobody has heard yet', () => {
    expect(speaksFrom(atGate.say(pause, 45).say(steering('startOver')))).toBe('child-cobra 1.1.0');
  });

  it('at a gate, right after the block: by the clock, in the last set', () => {
    expect(placeIn(atGate.say(pause, 0))).toBe('ballerina 1.1.3');
  });

  it('at the last question it is done', () => {
    expect(atLast.say(pause).listener.session?.ended?.how).toBe('finished');
  });
});

describe('I stop', () => {
  it('in a hold: out of it first, then one sentence', () => {
    const closed = inSecondSet.say(steering('stop'));
    expect(closed.words).toBe(`${release} Your place is saved. To come back, say: Alexa, open back routine.`);
    expect(closed.outcome?.reply.expects).toBe('nothing');
  });

  it('at the first gate: nothing was begun', () => {
    const closed = offered.say(steering('stop'));
    expect(closed.words).toMatch(/^(Goodbye|Take care)\.$/);
    expect(closed.listener).toBe(offered.listener);
  });
});
