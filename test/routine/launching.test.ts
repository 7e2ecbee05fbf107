import { describe, expect, it } from '@jest/globals';
import type { Conversation } from './talking.ts';
import { conversation, no, side, steering, yes } from './talking.ts';
import {
  after,
  askedIn,
  atGate,
  days,
  ended,
  hours,
  inFirst,
  inSecondSet,
  minutes,
  placeIn,
  speaksFrom,
} from './moments.ts';

const launch = steering('launch');
const resume = steering('resume');

/** Every way of leaving the second hold of the ballerina, as it is an instant later. */
const left: readonly (readonly [string, Conversation])[] = [
  ['a pause', inSecondSet.say(steering('pause'))],
  ['a pause that nobody came back to', inSecondSet.say(steering('pause')).say(ended('EXCEEDED_MAX_REPROMPTS'), 110)],
  ['stop', inSecondSet.say(steering('stop'))],
  ['exit', inSecondSet.say(ended('USER_INITIATED'))],
];

describe.each(left)('I launch again after %s in the second hold', (_, was) => {
  const silence = (talk: Conversation) =>
    talk.outcome?.reply.speech.find(({ text }) => text.endsWith('Get ready.'))?.silence;

  it('within three minutes I am in the second hold at once, with ten seconds to get ready and no question', () => {
    const since = (was.now - (was.listener.session?.ended?.at ?? was.now)) / 1000;
    const back = was.later(Math.max(0, 2 * minutes - since)).say(launch, 1);
    expect(speaksFrom(back)).toBe('ballerina 1.1.2');
    expect(back.words).toMatch(
      /^Welcome back\. Ballerina stretch, left side, second of three\. Right foot crossed in front, .* Get ready\./,
    );
    expect(silence(back)).toBe(10);
  });

  it('two hours later it is the second hold, with the short instruction', () => {
    const back = was.later(2 * hours).say(launch);
    expect(speaksFrom(back)).toBe('ballerina 1.1.2');
    expect(back.words).toMatch(/^Welcome back\. Ballerina stretch, left side, second of three\. (?!Get ready)/);
    expect(silence(back)).toBe(10);
  });

  it('two days later I am asked whether to finish, and yes begins the exercise at its set-up', () => {
    const back = was.later(2 * days).say(launch);
    expect(back.words).toBe(
      'Welcome back. You stopped at the ballerina, with four exercises to go. Shall we finish those?',
    );
    expect(speaksFrom(back.say(yes))).toBe('ballerina 1.1.0');
  });

  it('two days later resume answers that question with the set-up', () => {
    expect(
      speaksFrom(
        was
          .later(2 * days)
          .say(launch)
          .say(resume),
      ),
    ).toBe('ballerina 1.1.0');
  });

  it('two days later no gives the fresh gate, and the place is not lost until its first block', () => {
    const fresh = was
      .later(2 * days)
      .say(launch)
      .say(no);
    expect(askedIn(fresh)).toBe('start');
    expect(placeIn(fresh)).toBe('ballerina 1.1.2');
    expect(placeIn(fresh.say(yes))).toBe('ballerina 1.1.0');
  });

  it('two weeks later a fresh session is offered, with a word about the last', () => {
    const back = was.later(14 * days).say(launch);
    expect(back.words).toMatch(/^Good to have you back\. Last time you stopped at the ballerina\. .*Shall we\?$/);
    expect(askedIn(back)).toBe('start');
    expect(placeIn(back)).toBe('ballerina 1.1.2');
  });

  it('two weeks later somebody who hears the welcome again is not greeted twice', () => {
    const { listener, now } = was.later(14 * days);
    const back = conversation({ ...listener, welcomed: false }, undefined, now).say(launch);
    expect(back.words).toMatch(/^Welcome to Back Routine\. .*Shall we\?$/);
  });

  it.each([
    [minutes, 'ballerina 1.1.2'],
    [3 * hours, 'ballerina 1.1.2'],
    [5 * hours, 'ballerina 1.1.0'],
    [6 * days, 'ballerina 1.1.0'],
    [300 * days, 'ballerina 1.1.0'],
  ])('and ask to resume %d seconds later: %s', (seconds, place) => {
    expect(speaksFrom(was.later(seconds).say(resume))).toBe(place);
  });

  it('two weeks later resume at the fresh gate brings the paused session back', () => {
    const back = was
      .later(14 * days)
      .say(launch)
      .say(resume);
    expect(speaksFrom(back)).toBe('ballerina 1.1.0');
    expect(back.listener.session?.startedAt).toBe(was.listener.session?.startedAt);
  });

  it('two days later, after no, resume at the fresh gate brings the paused session back', () => {
    const back = was
      .later(2 * days)
      .say(launch)
      .say(no)
      .say(resume);
    expect(back.listener.session?.startedAt).toBe(was.listener.session?.startedAt);
  });
});

describe('the limits of being away', () => {
  const stopped = inSecondSet.say(steering('stop'));
  it.each([
    [3 * minutes, 'speaks', /^Welcome back\. Ballerina stretch, left side, second of three\. .* Get ready/],
    [3 * minutes + 1, 'speaks', /^Welcome back\. Ballerina stretch, left side, second of three\. (?!Get ready)/],
    [4 * hours, 'speaks', /^Welcome back\. Ballerina stretch/],
    [4 * hours + 1, 'finishThose', /Shall we finish those\?$/],
    [7 * days, 'finishThose', /Shall we finish those\?$/],
    [7 * days + 1, 'start', /Shall we\?$/],
  ])('after %d seconds: %s', (seconds, what, words) => {
    const back = stopped.later(seconds - 2).say(launch);
    expect(back.words).toMatch(words);
    expect(back.listener.session?.block ? 'speaks' : askedIn(back)).toBe(what);
  });
});

describe('I left at a gate', () => {
  it.each([
    ['stop', atGate.say(steering('wait')).heard().say(steering('stop'))],
    ['silence', atGate.say(steering('wait')).say(ended('EXCEEDED_MAX_REPROMPTS'), 180)],
    ['exit', atGate.say(steering('wait')).say(ended('USER_INITIATED'), 20)],
  ])('with %s: the announced exercise begins when I am back', (_, was) => {
    const back = was.later(hours).say(launch);
    expect(speaksFrom(back)).toBe('child-cobra 1.1.0');
    expect(back.words).toMatch(/^Welcome back\. Child's pose and cobra/);
  });

  it('with silence right after the block: it counts, and the next exercise begins', () => {
    const back = atGate.say(ended('EXCEEDED_MAX_REPROMPTS'), 110).later(hours).say(launch);
    expect(back.listener.completed).toEqual({ ballerina: 1 });
    expect(speaksFrom(back)).toBe('child-cobra 1.1.0');
  });
});

describe('nothing is paused', () => {
  it('a regular hears no warning and is at the gate at once', () => {
    const fresh = after(inFirst, 5).say(steering('warningB')).later(hours).say(launch);
    expect(fresh.words).toMatch(/Welcome to Back Routine\..*Left side\..*Shall we\?$/);
  });

  it.each(['resume', 'ready', 'next', 'previous', 'repeat', 'pause', 'startOver'] as const)(
    '%s says so, then gives the fresh gate',
    (word) => {
      const gone = inFirst.say(steering('warningB'), 30).later(hours).say(steering(word));
      expect(gone.words).toMatch(/^There is nothing to carry on with/);
      expect(askedIn(gone)).toBe('start');
    },
  );
});

describe('a fresh session is offered while another one is paused, and I say', () => {
  const offered = inSecondSet
    .say(steering('stop'))
    .later(hours)
    .say({ kind: 'wish', wish: 'routine', routine: 'five', opens: true });

  it.each(['launch', 'resume'] as const)('%s: the paused one goes on', (word) => {
    const back = offered.say(steering(word));
    expect(speaksFrom(back)).toBe('ballerina 1.1.2');
    expect(back.listener.session?.plan.routine).toBe('ten-first');
  });

  it('yes: the fresh one begins', () => {
    expect(offered.say(yes).listener.session?.plan.routine).toBe('five');
  });
});

describe('a one-shot that names a side', () => {
  const stopped = inSecondSet.say(steering('stop')).later(hours);

  it('the one of the paused session is a launch', () => {
    const back = stopped.say({ ...side('left'), opens: true });
    expect(speaksFrom(back)).toBe('ballerina 1.1.2');
  });

  it('the other one is a fresh session, and the paused one stays until its first block', () => {
    const fresh = stopped.say({ ...side('right'), opens: true });
    expect(fresh.outcome?.talk.draft?.plan.side).toBe('right');
    expect(fresh.listener).toBe(stopped.listener);
    expect(fresh.say(yes).listener.session?.plan.side).toBe('right');
  });
});
