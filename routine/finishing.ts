import type { Beat } from './beats.ts';
import { sayPhrase } from './beats.ts';
import { type Ease, movedBy, notch } from './felt.ts';
import { inForm } from './form.ts';
import { finished, heardTo } from './history.ts';
import type { BodySide, ExerciseId } from './exercise.ts';
import type { Listener } from './listener.ts';
import { numberWord } from './phrases.ts';
import { close, type Outcome, type Turn } from './talk.ts';

/** The exercises completed in this session; done once for each side it is still one. */
const doneIn = ({ session }: Listener): Set<ExerciseId> =>
  new Set(session?.plan.steps.filter(({ id }) => session.completed.includes(id)).map(({ exercise }) => exercise));

/** The answer is about what was done: the exercises of this session that nothing was said about yet move. */
const withNotches = ({ listener, talk }: Turn, ease: Ease | undefined): Listener => {
  const by = [...doneIn(listener)].filter((exercise) => talk.felt?.[exercise] === undefined);
  if (!ease || notch[ease] === 0 || by.length === 0) return listener;
  return movedBy(listener, new Map(by.map((exercise) => [exercise, notch[ease]])));
};

/** Whether a ball is something new that goes with what was told: it needs the floor. */
const mayTakeBall = ({ content, listener, talk }: Turn): boolean => {
  const steps = listener.session?.plan.steps ?? [];
  const withBall = Object.values(content.exercises).filter(({ facts }) =>
    facts.equipment.some(({ id }) => id === 'ball'),
  );
  const mayBe = withBall.some(
    ({ facts }) =>
      !listener.preferences.never?.includes(facts.id) &&
      !talk.conditions?.some((condition) => facts.leaveOutWith.includes(condition)),
  );
  const onFloor = steps
    .slice(-1)
    .map((step) => inForm(content, step))
    .every(({ position, on }) => position !== 'standing' && on !== 'bed');
  return (
    mayBe &&
    onFloor &&
    !talk.without?.includes('ball') &&
    steps.every((step) => inForm(content, step).equipment.length === 0)
  );
};

/** Ends the session with one true sentence about it. The first one also hears what may come next time. */
export const finish = (turn: Turn, ease?: Ease, before: readonly Beat[] = []): Outcome => {
  const { content, listener, now } = turn;
  const first = listener.totals.sessions === 0;
  const over = finished(withNotches(turn, ease), now);
  const done = doneIn(over).size;
  const minutes = over.history.at(-1)?.minutes ?? 0;
  const counted =
    done > 0 && minutes > 1
      ? [sayPhrase(content, 'sessionDone', { count: done, minutes: numberWord(content, minutes) })]
      : [];
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
