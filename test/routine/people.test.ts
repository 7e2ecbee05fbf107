import { describe, expect, it } from '@jest/globals';
import { daysOfWeek, type Event } from '../../routine/events.ts';
import { newListener, type Session } from '../../routine/listener.ts';
import { askedIn, days, hours, inSecondSet, regular, sessionIn, speaksFrom } from './moments.ts';
import { conversation, no, side, steering, yes } from './talking.ts';

const someoneElse: Event = { kind: 'wish', wish: 'someoneElse' };
const forget: Event = { kind: 'wish', wish: 'forget' };

describe('somebody else for once', () => {
  const guest = inSecondSet.say(someoneElse);

  it('gets out of the position, hears the warning and is asked their side', () => {
    expect(guest.words).toMatch(/^Come up tall and uncross your feet\. .*not medical advice.*left, right, or both\?$/);
    expect(guest.outcome?.speaker).toBe('guest');
  });

  it('leaves my session paused where I was', () => {
    expect(guest.listener.session?.ended?.how).toBe('paused');
    expect(guest.listener.session?.place).toMatchObject({ step: 'ballerina', set: 2 });
  });

  it('knows nothing of me', () => {
    const { talk } = guest.outcome ?? {};
    const theirs = conversation(newListener, talk, guest.now).say(side('right'));
    expect(theirs.words).toMatch(/^Right side\./);
    expect(sessionIn(theirs.say(yes)).plan.side).toBe('right');
  });
});

describe('a paused session of the account, and a voice that was not recognised', () => {
  const paused: Session = sessionIn(inSecondSet.say(steering('pause')));
  const launch: Event = { kind: 'steer', steer: 'launch', opens: true, found: paused };
  const asked = conversation(newListener).later(hours).say(launch);

  it('is offered by its exercise and side', () => {
    expect(asked.words).toBe(
      'Welcome back. A session on this account is paused at the ballerina. Left side. Is it yours?',
    );
    expect(asked.outcome?.reply.reprompt?.at(-1)?.text).toMatch(/\?$/);
  });

  it.each<[string, Event]>([
    ['yes', yes],
    ['resume', steering('resume')],
    ['ready', steering('ready')],
  ])('%s: whose it is goes on with it', (_, event) => {
    expect(asked.say(event).outcome?.speaker).toBe('found');
  });

  it('no: a session of my own', () => {
    const own = asked.say(no);
    expect(own.outcome?.speaker).toBeUndefined();
    expect(askedIn(own)).toBe('side');
  });

  it('my side instead: a session of my own, after who should not start', () => {
    const own = asked.say(side('right'));
    expect(own.words).toMatch(/^Welcome to Back Routine\. .* Right side\. .* Shall we\?$/);
    expect(askedIn(own)).toBe('start');
  });

  it('is not asked about where a session of mine is under way', () => {
    const mine = inSecondSet.say(steering('stop')).later(hours).say(launch);
    expect(speaksFrom(mine)).toBe('ballerina 1.1.2');
  });
});

describe('forget me', () => {
  const asked = inSecondSet.say(forget);

  it('asks whom, once, and deletes nothing yet', () => {
    expect(asked.words).toMatch(/Shall I forget you, or everyone using this account\?$/);
    expect(asked.outcome?.erase).toBeUndefined();
    expect(asked.listener.session?.place).toMatchObject({ step: 'ballerina', set: 2 });
  });

  it.each([
    ['me', 'mine'],
    ['everyone', 'everyone'],
  ] as const)('%s: everything of them is gone', (_, whom) => {
    const gone = asked.say({ kind: 'answer', answer: 'whom', whom });
    expect(gone.outcome?.erase).toBe(whom);
    expect(gone.listener).toMatchObject(newListener);
    expect(gone.outcome?.reply.expects).toBe('nothing');
  });

  it('no: nothing is, and the session can be gone on with', () => {
    const kept = asked.say(no);
    expect(kept.outcome?.erase).toBeUndefined();
    expect(kept.listener.session?.plan).toEqual(asked.listener.session?.plan);
  });
});

describe('how am I doing', () => {
  const question = (which: 'progress' | 'thisWeek' | 'lastTime' | 'minutesDone'): Event => ({
    kind: 'question',
    question: which,
    opens: true,
  });
  const now = conversation(regular).now;
  const past = [9, 3, 1].map((ago) => ({ endedAt: now - ago * days * 1000, minutes: 11, complete: true }));
  const somebody = conversation({ ...regular, history: past, preferences: { side: 'left', goal: 3 } });

  it('counts the last seven days, and rest days cost nothing', () => {
    expect(somebody.say(question('progress')).words).toBe(
      'Six sessions so far, sixty-six minutes in all. Two sessions in the last seven days. One more makes your weekly goal.',
    );
  });

  it('tells the last time and the minutes', () => {
    expect(somebody.say(question('lastTime')).words).toBe('The last time was yesterday, for eleven minutes.');
    expect(somebody.say(question('minutesDone')).words).toBe(
      'Twenty-two minutes in the last seven days, sixty-six minutes in all.',
    );
  });

  it('says so when nothing was done yet', () => {
    expect(conversation().say(question('progress')).words).toBe(
      'No sessions yet. The first one counts, however short.',
    );
  });
});

describe('a reminder', () => {
  const reminder = (result: Extract<Event & { kind: 'wish' }, { wish: 'reminder' }>['result']): Event => ({
    kind: 'wish',
    wish: 'reminder',
    result,
  });

  it('is said back as it was set, and I am back in my hold', () => {
    const { words } = inSecondSet.say(reminder({ did: 'set', at: '08:00', every: daysOfWeek }));
    expect(words).toMatch(/^I'll remind you every day at 8 AM\. Ballerina stretch, left side, second of three\./);
  });

  it('lists what there is', () => {
    const two = reminder({
      did: 'listed',
      reminders: [
        { at: '08:00', every: daysOfWeek },
        { at: '19:30', every: [], day: 'tomorrow' },
      ],
    });
    expect(conversation(regular).say({ ...two, opens: true }).words).toBe(
      'You have a reminder every day at 8 AM and tomorrow at 7:30 PM.',
    );
  });

  it('that needs permission pauses me first, and Alexa asks', () => {
    const asks = inSecondSet.say(reminder({ did: 'asksPermission' }));
    expect(asks.words).toMatch(/^Come up tall and uncross your feet\. To remind you, I need your permission/);
    expect(asks.listener.session?.ended?.how).toBe('paused');
    const back = asks.say(reminder({ did: 'set', at: '08:00', every: daysOfWeek }));
    expect(back.words).toBe("I'll remind you every day at 8 AM. Shall we carry on?");
    expect(speaksFrom(back.say(yes))).toBe('ballerina 1.1.2');
  });

  it('without a time asks for one, and goes back to what was asked', () => {
    const asks = inSecondSet.say(reminder({ did: 'needsTime' }));
    expect(asks.words).toMatch(/What time should I remind you\?$/);
    expect(asks.say(reminder({ did: 'set', at: '07:00', every: [], day: 'tomorrow' })).words).toBe(
      "I'll remind you tomorrow at 7 AM. Shall we carry on?",
    );
  });
});
