import { describe, expect, it } from '@jest/globals';
import { english as content } from '../../content/index.ts';
import { planToday, runsThrough } from '../../routine/duration.ts';
import type { Listener } from '../../routine/listener.ts';
import { phrase } from '../../routine/phrases.ts';
import { days, regular, withRoutine } from './moments.ts';
import { conversation, steering } from './talking.ts';

const launched = (change: Partial<Listener>, now?: number) =>
  conversation({ ...regular, ...change }, undefined, now).say(steering('launch'));
const newToBall: Partial<Listener> = { completed: { ...regular.completed, 'ball-massage': 1 } };

describe('the offer of a session', () => {
  it('is a few words for whoever knows all of it, and names things once', () => {
    expect(launched({}).words).toMatch(
      /^Welcome back\. Left side\. (About t|T)en minutes, with the ball\. [^.]*the ballerina[^.]*\. Shall we\?$/i,
    );
    const gates = launched({})
      .say({ kind: 'answer', answer: 'yes' })
      .heard()
      .say({ kind: 'answer', answer: 'yes' })
      .heard();
    expect(gates.words).toMatch(/the ball massage\. Shall we\?$/);
  });

  it('tells what serves instead as long as something is new', () => {
    expect(launched(newToBall).words).toMatch(
      /four exercises\. You need a tennis ball, or a pair of rolled-up socks\./,
    );
    const gate = launched(newToBall)
      .say({ kind: 'answer', answer: 'yes' })
      .heard()
      .say({ kind: 'answer', answer: 'yes' });
    expect(gate.words).toMatch(/Next: tennis ball massage, lying on your back\. Have the ball ready\. Leave this out/);
    expect(gate.words).not.toMatch(/socks/);
  });

  it('does not sound the same every time', () => {
    const now = conversation().now;
    const said = new Set([0, 1, 2, 3, 4, 5].map((later) => launched({}, now + later * 1000).words));
    expect(said.size).toBeGreaterThan(2);
  });
});

describe('running straight through', () => {
  const offered = /To go on without stopping in between/;
  const after = (count: number, change: Partial<Listener> = {}) => ({
    ...regular,
    completeSessions: { 'five-release': count, ten: count },
    ...change,
  });

  it('is offered in the third and the fifth session of a routine, and in no other', () => {
    const sessions = [0, 1, 2, 3, 4, 5, 6, 9].filter((count) =>
      offered.test(withRoutine('five-release', after(count)).words),
    );
    expect(sessions).toEqual([2, 4]);
  });

  it('is not offered again after a session that was broken off, nor to somebody who chose', () => {
    const history = [{ endedAt: conversation().now - days * 1000, minutes: 3, complete: false }];
    expect(withRoutine('five-release', after(2, { history })).words).not.toMatch(offered);
    expect(
      withRoutine('five-release', after(2, { preferences: { side: 'left', runThrough: false } })).words,
    ).not.toMatch(offered);
  });

  it('is not offered where it saves no question, and that is said to whoever asks for it', () => {
    const ten = withRoutine('ten', after(2));
    expect(ten.words).not.toMatch(offered);
    const asked = ten.say({ kind: 'wish', wish: 'runThrough', on: true });
    expect(asked.words).toMatch(
      /^I'll run straight through where I can; today I still ask before each exercise\. Shall we start the ballerina\?$/,
    );
    expect(asked.listener.preferences.runThrough).toBe(true);
    expect(withRoutine('five-release', after(2)).say({ kind: 'wish', wish: 'runThrough', on: true }).words).toMatch(
      /To stop that, say: wait for me\./,
    );
  });

  it('saves a question only into what was completed twice', () => {
    const made = (listener: Listener) => {
      const routine = content.routines.find(({ id }) => id === 'five-release');
      if (!routine) throw new Error('No five-release');
      return runsThrough(content, listener, planToday(content, routine, 'left', listener, conversation().now));
    };
    expect(made(regular)).toBe(true);
    expect(made({ ...regular, completed: { ...regular.completed, 'butt-walk': 1 } })).toBe(false);
  });
});

describe('a number in a sentence', () => {
  it.each([
    ['allDone', 1, "That's it for today."],
    ['allDone', 2, "That's both."],
    ['allDone', 4, "That's all four."],
    ['doneThisWeek', 0, 'No session in the last seven days.'],
    ['doneThisWeek', 2, 'Two sessions in the last seven days.'],
    ['minutesDone', 0, 'None in the last seven days, an hour in all.'],
    ['minutesDone', 99, 'Ninety-nine minutes in the last seven days, an hour in all.'],
    ['timeInMinutes', 0, 'less than a minute'],
    ['timeInMinutes', 1, 'one minute'],
    ['timeInHours', 72, 'about seventy-two hours'],
    ['lastTime', 0, 'The last time was today.'],
  ])('%s of %d', (key, count, said) => {
    expect(phrase(content, key, { count, time: 'an hour', when: 'today' })).toBe(said);
  });
});
