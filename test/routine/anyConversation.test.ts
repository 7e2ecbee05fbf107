import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { english as content } from '../../content/index.ts';
import { pack, unpack } from '../../lambda/record.ts';
import { maxCharacters, ssml } from '../../lambda/ssml.ts';
import { advance } from '../../routine/advance.ts';
import { lasting } from '../../routine/beats.ts';
import type { Event } from '../../routine/events.ts';
import type { Instant } from '../../routine/exercise.ts';
import { type Listener, newListener } from '../../routine/listener.ts';
import { newTalk, type Outcome, type Reply, type Talk } from '../../routine/talk.ts';
import { anyEvent, everyEvent } from './anyEvent.ts';
import {
  after,
  afterSetUp,
  atGate,
  atLast,
  finishedFirst,
  inFirst,
  inSecondSet,
  launched,
  offered,
  regular,
  until,
  withRoutine,
} from './moments.ts';
import { conversation, side, steering, yes } from './talking.ts';

interface Turn {
  readonly event: Event;
  /** Seconds since the turn before. */
  readonly wait: number;
  /** Said in a new Alexa session. */
  readonly fresh: boolean;
}

const day = 24 * 60 * 60;
const anyTurn: fc.Arbitrary<Turn> = fc.record({
  event: anyEvent,
  wait: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 400 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 5 * 60 * 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 20 * day }) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: 0 }) },
  ),
  fresh: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

const newcomers: fc.Arbitrary<Listener> = fc.constantFrom(
  newListener,
  regular,
  { ...regular, preferences: { side: 'both' } },
  {
    ...regular,
    completed: {},
    preferences: { side: 'right', secondSide: 'left', notches: { ballerina: 3, 'child-cobra': 3 } },
  },
);

const wordsOf = (beats: Reply['speech']) => beats.map(({ text }) => text).join(' ');

const isHeard = ({ speech, reprompt, expects }: Reply): void => {
  const words = `${wordsOf(speech)} ${wordsOf(reprompt ?? [])}`;
  expect(words).not.toMatch(/[{}]|undefined|NaN|\[object/);
  expect(lasting(speech)).toBeLessThanOrEqual(200);
  expect(ssml(speech).length).toBeLessThanOrEqual(maxCharacters);
  if (expects !== 'answer') return;
  // Answers named after a question ("Say yes, or no.") belong to it.
  expect(wordsOf(speech)).toMatch(/\?( (Say|Yes)\b[^.?]*\.)?$/);
  expect(wordsOf(reprompt ?? [])).toMatch(/\?$/);
};

const stored = (listener: Listener) => pack(listener, 'Xk2_9sXk2_9sXk2_', 1_829_741_141);

/** What is remembered comes back from the table, but for what record.ts rounds. */
const isRemembered = (listener: Listener): Listener => {
  const again = unpack(stored(listener))?.listener;
  if (!again) throw new Error('Not remembered');
  expect(stored(again)).toEqual(stored(listener));
  const { session } = listener;
  expect(again.session?.place).toEqual(session?.place);
  expect(again.session?.plan).toEqual(session?.plan);
  expect(again.session?.completed).toEqual(session?.completed);
  expect(again.session?.ended).toEqual(session?.ended);
  expect(again.session?.block?.marks.map(({ place }) => place)).toEqual(
    session?.block?.marks.map(({ place }) => place),
  );
  expect({ ...again, session: undefined, history: [] }).toEqual({ ...listener, session: undefined, history: [] });
  return again;
};

const carried = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('any conversation', () => {
  it('is answered, asked in questions, short enough, and remembered', () => {
    fc.assert(
      fc.property(newcomers, fc.array(anyTurn, { minLength: 1, maxLength: 25 }), (somebody, turns) => {
        let listener = somebody;
        let talk: Talk = newTalk('session-0');
        let now: Instant = Date.parse('2026-11-20T08:00:00Z');
        let open = true;
        turns.forEach(({ event, wait, fresh }, i) => {
          now += wait * 1000;
          const opens = fresh || !open;
          if (opens) {
            listener = isRemembered(listener);
            talk = newTalk(`session-${i}`);
          }
          const outcome = advance(content, { listener, talk }, opens ? { ...event, opens } : event, now);
          isHeard(outcome.reply);
          isRemembered(outcome.listener);
          ({ listener, talk } = outcome);
          open = outcome.reply.expects === 'answer';
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('every moment, carried as JSON between two turns', () => {
  const twenty = withRoutine('twenty').say(yes);
  const moments = {
    choosing: launched,
    'the first gate': offered,
    'waiting at the first gate': offered.say(steering('wait')),
    'the set-up': after(inFirst, 10),
    'a hold': inSecondSet,
    'a gate': atGate,
    'a split set-up': afterSetUp,
    waiting: atGate.say(steering('wait')),
    paused: inSecondSet.say(steering('pause')),
    'is it sharp': inSecondSet.say(steering('hurts')),
    easier: inSecondSet.say(steering('tooStrong')),
    'start over': atGate.say(steering('startOverRoutine')),
    'which side felt tighter': until('tighter', twenty.heard()),
    'both sides': withRoutine('twenty').say(side('both')).say(yes),
    'did you finish': inFirst.later(3600).say(steering('launch')),
    'shall we finish those': inSecondSet
      .say(steering('stop'))
      .later(2 * day)
      .say(steering('launch')),
    'the last question': atLast,
    finished: finishedFirst,
  };
  const outcomeOf = (state: Pick<Outcome, 'listener' | 'talk'>, event: Event, now: Instant) =>
    advance(content, state, event, now);

  it.each(Object.entries(moments))('%s: every word leads to the same', (_, { outcome, now }) => {
    if (!outcome) throw new Error('No outcome');
    const state = { listener: outcome.listener, talk: outcome.talk };
    for (const event of everyEvent) {
      const direct = outcomeOf(state, event, now + 3000);
      const through = outcomeOf(carried(state), carried(event), now + 3000);
      expect(carried(through)).toEqual(carried(direct));
      isHeard(direct.reply);
    }
  });

  it('a new listener as well', () => {
    for (const event of everyEvent) {
      const state = { listener: newListener, talk: newTalk('first') };
      expect(carried(outcomeOf(carried(state), event, 0))).toEqual(carried(outcomeOf(state, event, 0)));
      isHeard(conversation().say(event).outcome?.reply ?? { speech: [], expects: 'nothing' });
    }
  });
});
