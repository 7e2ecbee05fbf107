import { describe, expect, it } from '@jest/globals';
import { english as content } from '../../content/index.ts';
import { advance } from '../../routine/advance.ts';
import type { Event } from '../../routine/events.ts';
import { type Listener, newListener } from '../../routine/listener.ts';
import { newTalk } from '../../routine/talk.ts';
import { conversation, no, side, steering, yes } from './talking.ts';
import {
  afterSetUp,
  askedIn,
  atLast,
  days,
  hours,
  inFirst,
  minutes,
  placeIn,
  regular,
  sessionIn,
  speaksFrom,
} from './moments.ts';

const launch = steering('launch');
/** The block of the ballerina is sent, and nothing is ever heard of that Alexa session again. */
const gone = (seconds: number) => inFirst.later(seconds);

describe('the Alexa session vanished in a block', () => {
  it.each([
    [5, 'ballerina 1.1.0'],
    [60, 'ballerina 1.1.1'],
    [110, 'ballerina 1.1.2'],
    [190, 'ballerina 1.1.3'],
  ])('and I am back after %d seconds: where I was by the clock, without a question', (seconds, place) => {
    expect(speaksFrom(gone(seconds - 2).say(launch))).toBe(place);
  });

  it.each([[4 * minutes], [hours], [4 * hours]])(
    'and I am back after %d seconds: did I finish is the only question',
    (seconds) => {
      const asked = gone(seconds).say(launch);
      expect(asked.words).toBe('Welcome back. Did you finish the ballerina?');
      expect(asked.listener.completed).toEqual({});
    },
  );

  it('yes counts it and begins the next', () => {
    const next = gone(hours).say(launch).say(yes);
    expect(next.listener.completed).toEqual({ ballerina: 1 });
    expect(speaksFrom(next)).toBe('child-cobra 1.1.0');
  });

  it.each<[string, Event]>([
    ['no', no],
    ['something not understood', steering('misunderstood')],
  ])('%s begins its block again', (_, event) => {
    const again = gone(hours).say(launch).say(event);
    expect(again.listener.completed).toEqual({});
    expect(speaksFrom(again)).toBe('ballerina 1.1.0');
  });

  const others: readonly Event[] = [
    ...(
      [
        'stop',
        'pause',
        'wait',
        'next',
        'previous',
        'startOver',
        'startOverRoutine',
        'hurts',
        'tooStrong',
        'repeat',
        'resume',
      ] as const
    ).map(steering),
    side('right'),
    { kind: 'answer', answer: 'fresh' },
    { kind: 'wish', wish: 'routine', routine: 'five' },
    { kind: 'wish', wish: 'without', thing: 'ball' },
    { kind: 'question', question: 'help' },
  ];

  it.each(others.map((event) => [JSON.stringify(event), event] as const))(
    'and at "did you finish", %s does not count what I never said I did',
    (_, event) => {
      expect(gone(hours).say(launch).say(event).listener.completed).toEqual({});
    },
  );

  it.each(others.map((event) => [JSON.stringify(event), event] as const))(
    'and two days later a one-shot, %s, does not count it either',
    (_, event) => {
      expect(gone(2 * days).say({ ...event, opens: true }).listener.completed).toEqual({});
    },
  );

  it('"that hurts" at "did you finish" leaves no exercise out that I never began', () => {
    const hurt = gone(hours).say(launch).say(steering('hurts'));
    expect(placeIn(hurt)).toBe('child-cobra 1.1.0');
  });

  it('and two days later the block counts as not heard: shall we finish those, from its start', () => {
    const asked = gone(2 * days).say(launch);
    expect(asked.words).toMatch(/You stopped at the ballerina, with four exercises to go/);
    expect(asked.listener.completed).toEqual({});
    expect(speaksFrom(asked.say(yes))).toBe('ballerina 1.1.0');
  });

  it('and two weeks later a fresh session is offered', () => {
    expect(askedIn(gone(14 * days).say(launch))).toBe('start');
  });

  it('in the last exercise: yes finishes the session', () => {
    const done = atLast.later(hours).say(launch).say(yes);
    expect(done.outcome?.reply.expects).toBe('nothing');
    expect(done.listener.session?.ended?.how).toBe('finished');
    expect(done.listener.history).toEqual([expect.objectContaining({ complete: true })]);
  });

  it('after a set-up that was split off: it is not asked whether the exercise is finished', () => {
    const back = afterSetUp.later(hours).say(launch);
    expect(back.listener.completed).toEqual({ ballerina: 1 });
    expect(speaksFrom(back)).toBe('child-cobra 1.1.0');
  });

  it('with a clock that was set back it is the start of the block', () => {
    expect(speaksFrom(gone(-500).say(launch))).toBe('ballerina 1.1.0');
  });
});

describe('a stored session of a routine that has changed since', () => {
  const stored = (change: (exercise: string) => string): Listener => {
    const was = inFirst.say(steering('pause'), 110).listener;
    const session = sessionIn({ ...inFirst, listener: was });
    const steps = session.plan.steps.map((step) => ({ ...step, id: change(step.id), exercise: change(step.exercise) }));
    return {
      ...was,
      session: { ...session, plan: { ...session.plan, steps }, place: { ...session.place, step: change('ballerina') } },
    };
  };
  const without = (gone: string) => stored((exercise) => (exercise === gone ? 'gone' : exercise));
  const opened = (listener: Listener, event: Event, seconds = hours) =>
    conversation(listener, newTalk('later'), inFirst.now + (seconds + 110) * 1000).say(event);

  it.each([['launch' as const], ['resume' as const]])(
    'without the paused exercise: %s goes on close to it, and says so',
    (word) => {
      const back = opened(without('ballerina'), steering(word));
      expect(back.words).toMatch(/^Welcome back\. That exercise isn't here any more\./);
      expect(speaksFrom(back)).toBe('child-cobra 1.1.0');
    },
  );

  it('two days later it is said as well, before the question', () => {
    expect(opened(without('ballerina'), launch, 2 * days).words).toMatch(
      /That exercise isn't here any more.*Shall we finish those\?$/,
    );
  });

  it('without another exercise nothing is said', () => {
    const back = opened(without('corkscrew'), launch);
    expect(back.words).not.toMatch(/any more/);
    expect(speaksFrom(back)).toBe('ballerina 1.1.2');
    expect(sessionIn(back).plan.steps).toHaveLength(3);
  });

  it('without any of its exercises a fresh session is offered', () => {
    expect(
      askedIn(
        opened(
          stored((exercise) => `gone-${exercise}`),
          launch,
        ),
      ),
    ).toBe('start');
  });

  it('of a routine that is gone it goes on all the same', () => {
    const was = inFirst.say(steering('pause'), 110).listener;
    const session = sessionIn({ ...inFirst, listener: was });
    const back = opened({ ...was, session: { ...session, plan: { ...session.plan, routine: 'gone' } } }, launch);
    expect(speaksFrom(back)).toBe('ballerina 1.1.2');
    expect(sessionIn(back.say(side('right'))).plan.steps.length).toBeGreaterThan(0);
  });

  const words = [
    'launch',
    'resume',
    'stop',
    'hurts',
    'tooStrong',
    'warningA',
    'warningB',
    'misunderstood',
    'startOverRoutine',
    'pause',
  ] as const;
  const openers: readonly Event[] = [
    ...words.map(steering),
    yes,
    no,
    side('left'),
    side('right'),
    ...(['fresh', 'unsure', 'tooMuch', 'aboutRight'] as const).map((answer): Event => ({ kind: 'answer', answer })),
    { kind: 'wish', wish: 'without', thing: 'ball' },
    { kind: 'wish', wish: 'routine', routine: 'five' },
    { kind: 'wish', wish: 'exercise', exercise: 'corkscrew' },
    { kind: 'question', question: 'help' },
  ];

  it.each(openers.map((event) => [JSON.stringify(event), event] as const))(
    'never silences the coach: %s',
    (_, event) => {
      const back = opened(without('ballerina'), { ...event, opens: true });
      expect(() => back.say(no).say(yes).say(no)).not.toThrow();
      const all = opened(
        stored((exercise) => `gone-${exercise}`),
        { ...event, opens: true },
      );
      expect(() => all.say(no).say(yes)).not.toThrow();
    },
  );
});

describe('a newcomer', () => {
  it('who asks for an exercise in a one-shot hears who should not start', () => {
    const one = advance(
      content,
      { listener: newListener, talk: newTalk('one') },
      { kind: 'wish', wish: 'exercise', exercise: 'ballerina', opens: true },
      inFirst.now,
    );
    expect(one.reply.speech.map(({ text }) => text).join(' ')).toMatch(/don't start; ask a doctor/);
  });

  it('who answered is not told again; who did not is', () => {
    expect(conversation(regular).say(launch).words).not.toMatch(/ask a doctor/);
    const silent = conversation().say(launch).later(hours).say(launch);
    expect(silent.words).toMatch(/don't start; ask a doctor/);
  });
});
