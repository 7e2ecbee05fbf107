import type { Beat } from './beats.ts';
import { settled } from './ahead.ts';
import { repromptOf } from './ask.ts';
import type { Position } from './exercise.ts';
import { inForm } from './form.ts';
import { replaced, known } from './history.ts';
import type { Listener, Place, Plan, Session } from './listener.ts';
import { maxBlockSeconds, narrate, type Start } from './narrate.ts';
import { indexOf, samePlace, stepAt } from './place.ts';
import { closingQuestion, questionAfter } from './gate.ts';
import type { Outcome, Turn } from './talk.ts';
import { timingOf } from './timing.ts';

/** After two errors in a row a block is plainer and this long at most: perhaps its length was the trouble. */
const afterErrors = 100;

/** The plan with one step changed. */
export const withStep = (
  plan: Plan,
  id: string,
  change: (step: Plan['steps'][number]) => Plan['steps'][number],
): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (step.id === id ? change(step) : step)),
});

/**
 * Speaks a block from `start` on, with the question it ends in. Its first block makes a session of what was offered:
 * from here on it is remembered, in place of the one before.
 */
export const speakBlock = (turn: Turn, start: Start): Outcome => {
  const { content, talk, now } = turn;
  const { listener, session } = begun(turn, start.place);
  const troubled = (session.errors ?? 0) >= 2;
  const plan = troubled
    ? withStep(session.plan, start.place.step, (step) => ({ ...step, level: 'short' }))
    : session.plan;

  // What was skipped is not counted among what was done.
  const from = indexOf(plan, start.place);
  const done: Plan = { ...plan, steps: plan.steps.filter(({ id }, i) => i >= from || session.completed.includes(id)) };
  const narration = narrate(content, plan, start, {
    ask: (to) => closingQuestion(content, listener, done, to),
    budget: troubled ? afterErrors : maxBlockSeconds,
    timing: timingOf(listener.preferences),
    ...(listener.preferences.runThrough && !troubled ? { runOn: (step) => known(listener, step) } : {}),
  });
  const last =
    narration.to.after === 'step' || narration.to.after === 'plan' ? narration.to.done : stepAt(plan, start.place);
  const asked = questionAfter(content, listener, narration.to);
  const spoken: Listener = {
    ...listener,
    session: { ...session, place: start.place, block: { sentAt: now, marks: narration.marks } },
  };
  const afterwards = settled({ ...turn, listener: spoken, talk: { ...talk, draft: undefined } });
  return {
    listener: spoken,
    talk: {
      ...talk,
      asked,
      opensAt: now + Math.ceil(narration.opensAt * 1000),
      draft: undefined,
      wanted: undefined,
      hurt: undefined,
      askedBefore: undefined,
      misunderstood: 0,
      waits: 0,
      moves: narration.moves.map(({ soonest, surely, ...move }) => ({
        ...move,
        soonest: now + Math.floor(soonest * 1000),
        surely: now + Math.ceil(surely * 1000),
      })),
      position: last ? inForm(content, last).endPosition : talk.position,
    },
    reply: {
      speech: narration.beats,
      reprompt: repromptOf(afterwards, asked),
      expects: 'answer',
    },
  };
};

/** The running session, or a new one out of what was offered. */
const begun = ({ listener, talk, now }: Turn, place: Place): { listener: Listener; session: Session } => {
  const { draft, alexaSession } = talk;
  if (draft) {
    const session: Session = {
      plan: draft.plan,
      place,
      startedAt: now,
      seconds: 0,
      alexaSession,
      completed: [],
    };
    const welcomed = listener.welcomed || talk.warning === 'answered';
    const preferences = { ...listener.preferences, side: draft.plan.side };
    return { listener: replaced({ ...listener, welcomed, preferences }, session, now), session };
  }
  if (!listener.session) throw new Error('No session to speak a block of');
  const { ended: _, ...session } = listener.session;
  return { listener, session: { ...session, alexaSession } };
};

/** Silence in front of a set for somebody who comes back to it at once. */
export const backInSeconds = 5;

/** Where somebody is who may not have got into position for this place yet; undefined once they surely had the time. */
export const stillMovingFrom = ({ talk, now }: Turn, place: Place): Position | undefined =>
  talk.moves?.find((move) => samePlace(move.place, place) && now < move.surely)?.from;

/** Whether somebody is surely still on the way to this place. */
export const onTheWay = ({ talk, now }: Turn, place: Place): boolean =>
  talk.moves?.some((move) => samePlace(move.place, place) && now < move.soonest) ?? false;

/**
 * Words in front of a block that goes on where somebody was: at most two sentences, then five seconds, then the set.
 * Who spoke on the way down or up gets the time for that again.
 */
export const backTo = (turn: Turn, place: Place, before: readonly Beat[] = [], more: Partial<Start> = {}): Outcome =>
  speakBlock(turn, { place, before, announce: true, from: stillMovingFrom(turn, place), ...more });
