import { describe, expect, it } from '@jest/globals';
import type { Answer, Event } from '../../routine/events.ts';
import { type Listener, newListener } from '../../routine/listener.ts';
import { conversation, no, steering, yes } from './talking.ts';
import {
  askedIn,
  atGate,
  atLast,
  inFirst,
  inSecondSet,
  lastWords,
  offered,
  regular,
  sessionIn,
  until,
  withRoutine,
} from './moments.ts';

const said = (answer: 'aboutRight' | 'tooEasy' | 'tooMuch' | 'thanks'): Answer & { kind: 'answer' } => ({
  kind: 'answer',
  answer,
});
const notches = ({ listener }: { listener: Listener }) => listener.preferences.notches;

describe('how one exercise felt, said before the end', () => {
  it('at the gate after it is about what was just done, and the question stays', () => {
    const easy = atGate.say(said('tooEasy'));
    expect(easy.words).toBe("Noted: a bit more next time. Shall we start child's pose and cobra?");
    expect(notches(easy)).toEqual({ ballerina: 1 });
    expect(sessionIn(easy).plan).toEqual(sessionIn(atGate).plan);
    expect(askedIn(easy)).toBe('next');
  });

  it('too hard at the gate is less of it next time, and no easier form of what is announced', () => {
    const hard = atGate.say(said('tooMuch'));
    expect(hard.words).toBe("Noted: a bit less next time. Shall we start child's pose and cobra?");
    expect(notches(hard)).toEqual({ ballerina: -1 });
  });

  it('what is said again replaces what was said', () => {
    expect(notches(atGate.say(said('tooEasy')).say(said('tooEasy')))).toEqual({ ballerina: 1 });
    expect(notches(atGate.say(said('tooEasy')).say(said('tooMuch')))).toEqual({ ballerina: -1 });
  });

  it('is not moved once more by the answer at the end', () => {
    const over = until('howWasIt', atGate.say(said('tooMuch'))).say(said('tooEasy'));
    expect(notches(over)).toMatchObject({ ballerina: -1, 'child-cobra': 1, 'butt-walk': 1 });
  });

  it('good is noted and is no yes', () => {
    const good = atGate.say(said('aboutRight'));
    expect(good.words).toBe("Good to know. Shall we start child's pose and cobra?");
    expect(notches(good)).toBeUndefined();
  });

  it('in a set too easy is about this exercise, and too hard makes it easier at once', () => {
    const easy = inSecondSet.say(said('tooEasy'));
    expect(easy.words).toMatch(
      /^Noted: a bit more next time\. Ballerina stretch, left side, second of three\. Get ready\./,
    );
    expect(notches(easy)).toEqual({ ballerina: 1 });
    expect(lastWords(inSecondSet.say(said('tooMuch')))).toBe("I'll make it easier. Carry on?");
  });

  it('before anything was done nothing is promised', () => {
    for (const talk of [offered, inFirst]) {
      const easy = talk.say(said('tooEasy'));
      expect(easy.words).toMatch(/^Tell me that after an exercise/);
      expect(notches(easy)).toBeUndefined();
    }
  });

  it('nothing more is promised where the dose is at its end', () => {
    const most: Listener = {
      ...regular,
      preferences: { ...regular.preferences, notches: { 'child-cobra': 3, 'butt-walk': 3 } },
    };
    const gate = withRoutine('five', most).say(yes).heard();
    expect(gate.say(said('tooEasy')).words).toMatch(/^Noted\. There is no more of it than this\. /);
  });
});

describe('thank you', () => {
  it('at the last question is an answer, elsewhere it is answered', () => {
    const thanked = atLast.say(said('thanks'));
    expect(thanked.listener.session?.ended?.how).toBe('finished');
    expect(thanked.words).toMatch(/^Good/);
    expect(atGate.say(said('thanks')).words).toBe("You're welcome. Shall we start child's pose and cobra?");
    expect(inSecondSet.say(said('thanks')).words).toMatch(
      /^You're welcome\. Ballerina stretch, left side, second of three\./,
    );
  });
});

describe('which side felt tighter, told later', () => {
  const tighter = { kind: 'answer', answer: 'tighter', side: 'right' } as const;
  const asked = until('tighter', withRoutine('twenty').say(yes).heard());

  it('is taken one gate later, and tells where a later exercise goes first', () => {
    const later = asked.say(yes).heard().say(tighter);
    expect(later.words).toMatch(/^Your right side goes second from now on\. Shall we /);
    expect(later.listener.preferences.secondSide).toBe('right');
    expect(sessionIn(later).plan.steps.find(({ id }) => id === 'cross-connect')?.side).toBe('right');
  });

  it('is taken in a block, which goes on', () => {
    const later = asked.say(yes).say(tighter, 20);
    expect(later.words).toMatch(/^Your right side goes second from now on\./);
    expect(later.listener.preferences.secondSide).toBe('right');
    expect(later.listener.session?.block).toBeDefined();
  });

  it('means nothing before the exercise it is about', () => {
    expect(atGate.say(tighter).listener.preferences.secondSide).toBeUndefined();
  });
});

describe('"Is this meant to hurt a bit?"', () => {
  const asks: Event = { kind: 'question', question: 'meantToHurt' };

  it('in a set: out of it, the answer, and the choice', () => {
    const answered = inSecondSet.say(asks);
    expect(answered.words).toBe(
      "Come up tall and uncross your feet. A stretch may be felt; pain should not be. I'll make it easier. Carry on?",
    );
    expect(answered.say(yes).listener.session?.plan.steps[0]?.form).not.toBe('normal');
    expect(answered.say(no).words).toMatch(/^Next: child's pose and cobra/);
  });

  it('between exercises the question stays', () => {
    expect(atGate.say(asks).words).toBe(
      "A stretch may be felt; pain should not be. Shall we start child's pose and cobra?",
    );
  });

  it('with "Is it sharp?" open, that is still to be answered', () => {
    const sharp = inSecondSet.say(steering('hurts')).say(asks);
    expect(lastWords(sharp)).toBe('Is it sharp, or going down your leg?');
    expect(sharp.say(yes).listener.session).toBeUndefined();
  });
});

describe('what was done is counted as exercises', () => {
  it('one that was skipped is neither counted at the last question nor at the end', () => {
    const skipped = until('howWasIt', atGate.say(steering('next')));
    expect(skipped.words).toMatch(/That's all three\. Was that about right/);
    expect(skipped.say(yes).words).toMatch(/You did three exercises/);
  });

  it('done once for each side it is one', () => {
    const both: Listener = { ...newListener, welcomed: true, preferences: { side: 'both', secondSide: 'same' } };
    const start: Event = { kind: 'wish', wish: 'exercise', exercise: 'ballerina' };
    const last = until('howWasIt', conversation(both).say(start).say(yes).heard());
    expect(last.say(yes).words).toMatch(/You did one exercise, about/);
  });
});
