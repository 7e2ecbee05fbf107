import type { Beat } from './beats.ts';
import { sayPhrase } from './beats.ts';
import { inForm } from './form.ts';
import { finished, heardTo } from './history.ts';
import type { BodySide } from './exercise.ts';
import type { Listener } from './listener.ts';
import { numberWord } from './phrases.ts';
import { close, type Outcome, type Turn } from './talk.ts';

/** How a session felt: moves the dose one notch next time. */
type Ease = 'aboutRight' | 'tooEasy' | 'tooMuch';

const notch: Record<Ease, number> = { aboutRight: 0, tooEasy: 1, tooMuch: -1 };
/** A dose moves no further than this; each exercise's range bounds it as well. */
const mostNotches = 3;

/** The answer is about what was done: the exercises completed in this session move, all others stay. */
const withNotches = (listener: Listener, ease: Ease | undefined): Listener => {
  if (!ease || notch[ease] === 0) return listener;
  const done = listener.session?.plan.steps.filter(({ id }) => listener.session?.completed.includes(id)) ?? [];
  if (done.length === 0) return listener;
  const { notches = {}, ...preferences } = listener.preferences;
  const moved = done.map(({ exercise }) => {
    const to = (notches[exercise] ?? 0) + notch[ease];
    return [exercise, Math.min(mostNotches, Math.max(-mostNotches, to))] as const;
  });
  return { ...listener, preferences: { ...preferences, notches: { ...notches, ...Object.fromEntries(moved) } } };
};

/** Whether a ball is something new that goes with what was told: it needs the floor. */
const mayTakeBall = ({ content, listener, talk }: Turn): boolean => {
  const steps = listener.session?.plan.steps ?? [];
  const withBall = Object.values(content.exercises).filter(({ facts }) => facts.equipment.some(({ id }) => id === 'ball'));
  const mayBe = withBall.some(
    ({ facts }) =>
      !listener.preferences.never?.includes(facts.id) && !talk.conditions?.some((condition) => facts.leaveOutWith.includes(condition)),
  );
  const onFloor = steps
    .slice(-1)
    .map((step) => inForm(content, step))
    .every(({ position, on }) => position !== 'standing' && on !== 'bed');
  return mayBe && onFloor && !talk.without?.includes('ball') && steps.every((step) => inForm(content, step).equipment.length === 0);
};

/** Ends the session with one true sentence about it. The first one also hears what may come next time. */
export const finish = (turn: Turn, ease?: Ease, before: readonly Beat[] = []): Outcome => {
  const { content, listener, now } = turn;
  const first = listener.totals.sessions === 0;
  const over = finished(withNotches(listener, ease), now);
  const done = over.session?.completed.length ?? 0;
  const minutes = over.history.at(-1)?.minutes ?? 0;
  const counted = done > 0 && minutes > 1 ? [sayPhrase(content, 'sessionDone', { count: done, minutes: numberWord(content, minutes) })] : [];
  const thanks = ease ? [sayPhrase(content, `ease-${ease}`)] : [];
  const hint = first && done > 0 && mayTakeBall(turn) ? [sayPhrase(content, 'nextTimeBall')] : [];
  return close(turn, [...before, ...thanks, ...counted, ...hint, sayPhrase(content, 'goodbyeDone')], over);
};

/** The turn with the whole plan heard, and the session over. */
export const heardOut = (turn: Turn): Turn => ({
  ...turn,
  listener: finished(heardTo(turn.content, turn.listener, 'end', turn.now), turn.now),
});

/** The last question is answered, or passed over: the whole plan was heard. */
export const finishHeard = (turn: Turn, ease?: Ease, before: readonly Beat[] = []): Outcome =>
  finish({ ...turn, listener: heardTo(turn.content, turn.listener, 'end', turn.now) }, ease, before);

/** The side that felt tighter goes second from now on. */
export const withTighterSide = (listener: Listener, side: BodySide | 'same'): Listener => ({
  ...listener,
  preferences: { ...listener.preferences, secondSide: side },
});
