import { describe, expect, it } from '@jest/globals';
import type { Event, Question } from '../../routine/events.ts';
import { type Listener, newListener } from '../../routine/listener.ts';
import { conversation, side, steering, yes } from './talking.ts';
import {
  after,
  afterSetUp,
  atGate,
  atLast,
  days,
  finishedFirst,
  hours,
  inFirst,
  inSecondSet,
  launched,
  minutes,
  offered,
  regular,
  until,
  withRoutine,
} from './moments.ts';

const asking = (question: Question): Event => ({ kind: 'question', question });
const words = (from: ReturnType<typeof conversation>, question: Question): string => from.say(asking(question)).words;

describe('what is asked before anything runs', () => {
  const nobody = conversation();
  const known = conversation(regular);

  it.each([
    'howLong',
    'howMany',
    'whatsNext',
    'today',
    'whatDoINeed',
    'choices',
    'progress',
    'thisWeek',
    'lastTime',
    'soFar',
    'recordMe',
    'whatDoYouKnow',
    'whyNoStrength',
  ] as const)('%s is answered, and nothing stays open or changes', (question) => {
    for (const from of [nobody, known]) {
      const answered = from.say(asking(question));
      expect(answered.outcome?.reply.expects).toBe('nothing');
      expect(answered.words).not.toMatch(/^(Nothing is running|)$/);
      expect(answered.listener).toBe(from.listener);
    }
  });

  it('is about the session that would be offered', () => {
    const minutesOf = (text: string) => /About ([\w-]+) minutes, (\w+) exercises/.exec(text)?.slice(1);
    expect(minutesOf(words(nobody, 'howLong'))).toEqual(minutesOf(offered.words));
    expect(words(launched, 'howLong')).toMatch(/^About .* minutes, four exercises\. Where does/);
    const offer = known.say(steering('launch'));
    expect(
      words(known, 'today')
        .replace('Today: ', '')
        .split(/, (?:and )?/)[0],
    ).toBe('the ballerina');
    expect(words(known, 'today')).toBe(`${words(offer, 'today').replace(/ Shall we.*/, '')}`);
  });
});

describe('what comes next', () => {
  it('names first what was announced, also after its set-up; in a block what follows', () => {
    const said = "Child's pose and cobra first, then the corkscrew.";
    expect(words(atGate, 'whatsNext')).toBe(`${said} Shall we start child's pose and cobra?`);
    expect(words(afterSetUp, 'whatsNext')).toBe(`${said} Shall we go on?`);
    expect(words(inFirst, 'whatsNext')).toMatch(/^Next is child's pose and cobra\./);
  });
});

describe('how long it has been going', () => {
  it('is of this session, not of the week', () => {
    const second = conversation(regular).say(steering('launch')).say(yes);
    expect(words(after(second, 130), 'soFar')).toMatch(/^Two minutes so far\. /);
    expect(words(atLast, 'soFar')).toMatch(/^(Ten|Eleven|Twelve|Thirteen) minutes so far\. Was that/);
    expect(words(conversation(regular), 'soFar')).toBe(words(conversation(regular), 'minutesDone'));
  });
});

describe('what is told of the week', () => {
  const left = atGate.say(steering('stop'));

  it('has the session that is not finished, in all and in the week alike', () => {
    expect(words(left.later(1 * days), 'progress')).toBe(
      'One session so far, two minutes. One session in the last seven days.',
    );
    expect(words(left.later(1 * days), 'lastTime')).toBe('The last time was yesterday, for two minutes.');
    expect(words(left.later(8 * days), 'thisWeek')).toBe('No session in the last seven days.');
  });

  it('asking enters nothing', () => {
    const asked = left.later(1 * days).say(asking('progress'));
    expect(asked.listener.totals).toEqual({ sessions: 0, minutes: 0 });
  });

  it('a session finished another day tells of all its exercises, once', () => {
    const back = left
      .later(2 * days)
      .say(steering('launch'))
      .say(yes)
      .heard();
    const over = until('howWasIt', back).say(yes);
    expect(over.words).toMatch(/You did four exercises, about/);
    expect(words(over.later(1 * hours), 'progress')).toMatch(
      /^One session so far, .* One session in the last seven days\.$/,
    );
  });
});

describe('what is known about somebody', () => {
  it('is only what is there', () => {
    expect(words(conversation(), 'whatDoYouKnow')).toMatch(/^Nothing so far\./);
    expect(words(inSecondSet, 'whatDoYouKnow')).toMatch(
      /^I keep your side and your place in this session\. To delete it all, say: Alexa, ask back routine to forget me\. /,
    );
    expect(words(finishedFirst.later(60), 'whatDoYouKnow')).toBe(
      "I keep your side and what you've done. To delete it all, say: Alexa, ask back routine to forget me.",
    );
    const tuned: Listener = { ...newListener, preferences: { side: 'left', pace: 1 } };
    expect(words(conversation(tuned), 'whatDoYouKnow')).toMatch(/^I keep your side and your settings\. /);
  });

  it('without a table nothing is said to be kept', () => {
    const unsaved = conversation(regular, { alexaSession: 'first', misunderstood: 0, waits: 0, unsaved: true });
    expect(words(unsaved, 'whatDoYouKnow')).toBe('Nothing of this session is kept so far.');
  });
});

describe('why there is no strength today', () => {
  it('it rests, or is not part of it, or is in it', () => {
    const now = conversation().now;
    const rested: Listener = { ...regular, lastStrengthAt: now - 20 * hours * 1000 };
    expect(words(withRoutine('ten', rested), 'whyNoStrength')).toMatch(
      /^You did strength a short while ago\. It rests for a day and a half\. /,
    );
    expect(words(withRoutine('ten'), 'whyNoStrength')).toMatch(
      /^It isn't part of this one\. To do some, say: start the cross connect\. /,
    );
    expect(words(withRoutine('twenty'), 'whyNoStrength')).toMatch(/^There is some today: the cross connect\. /);
  });
});

describe('an instruction asked for', () => {
  it('on the way down is the full one, for whoever hears less too', () => {
    const known: Listener = { ...regular, completed: { 'child-cobra': 9, 'butt-walk': 9 } };
    const down = withRoutine('five', known).say(yes);
    expect(down.words).not.toMatch(/slide your hips back towards your heels, arms long/);
    const explained = down.say(asking('explain'), 6);
    expect(explained.words).toMatch(
      /^Come down in your own time\. .*slide your hips back towards your heels, arms long/,
    );
  });

  it('after the set-up is said and not only promised', () => {
    expect(words(afterSetUp, 'explain')).not.toMatch(/once we start/);
    expect(words(afterSetUp, 'explain')).toMatch(/On your hands and knees\..* Shall we go on\?$/);
  });

  it('which leg says which, or that it is both', () => {
    expect(words(atGate, 'whichLeg')).toMatch(/^It's both legs\. /);
    expect(words(atGate.say(yes), 'whichLeg')).toMatch(/^It's both legs\. /);
    expect(words(conversation().say(steering('launch')).say(side('right')), 'whichLeg')).toMatch(
      /^Left foot crossed in front/,
    );
    expect(words(after(inFirst, 1 * minutes), 'whichLeg')).toMatch(/^Right foot crossed in front/);
  });
});

describe('help', () => {
  it('names the answers of the question that is open', () => {
    const over = words(inSecondSet.say(steering('startOverRoutine')), 'help');
    expect(over).toMatch(/The whole routine from the beginning: yes, or no\?$/);
    expect(over).not.toMatch(/Say resume/);
    const back = words(
      atGate
        .say(steering('stop'))
        .later(2 * days)
        .say(steering('launch')),
      'help',
    );
    expect(back).toMatch(/^Say yes to go on from there, or start fresh for a new one\..*Shall we finish those\?$/);
    const finished = words(
      after(inFirst, 20 * minutes)
        .later(1 * hours)
        .say(steering('launch')),
      'help',
    );
    expect(finished).toMatch(/Did you finish the ballerina\? Say yes, or no\.$/);
  });
});
