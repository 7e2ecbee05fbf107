import type { Instant } from './exercise.ts';
import { type Block, type Ending, type Listener, type Place, remembered, type Session, type Step } from './listener.ts';
import type { Content } from './words.ts';
import { indexOf, samePlace, startOf } from './place.ts';
import { elapsedSeconds } from './talk.ts';

/** The session that can be gone on with; a finished one cannot. */
export const running = (listener: Listener): Session | undefined =>
  listener.session?.ended?.how === 'finished' ? undefined : listener.session;

/**
 * Takes the block that was spoken as heard up to `place`: counts the exercises whose last set lies before it, once a
 * session, and moves the session there. Without a block nothing was heard, and only the place moves.
 */
export const heardTo = (content: Content, listener: Listener, place: Place | 'end', now: Instant): Listener => {
  const { session } = listener;
  if (!session) return listener;
  const { plan, block } = session;
  const { block: _, errors: __, ...rest } = session;
  const last = plan.steps.at(-1);
  const there = place === 'end' ? (last ? startOf(last) : session.place) : place;
  if (!block) return { ...listener, session: { ...rest, place: there } };

  const began = block.marks[0]?.place;
  const from = began && began !== 'end' ? indexOf(plan, began) : 0;
  const to = place === 'end' ? plan.steps.length : indexOf(plan, place);
  const heard = plan.steps
    .slice(Math.max(0, from), Math.max(0, to))
    .filter(({ id }) => !session.completed.includes(id));
  const seconds = heardSeconds(block, place, now);
  const before = session.completed.map((id) => plan.steps.find((step) => step.id === id)?.exercise);
  // Done once for each side it is still one exercise.
  const exercises = new Set(heard.map(({ exercise }) => exercise).filter((exercise) => !before.includes(exercise)));
  const completed = { ...listener.completed };
  for (const exercise of exercises) completed[exercise] = (completed[exercise] ?? 0) + 1;
  const strength = heard.some(({ exercise }) => content.exercises[exercise]?.facts.needsRestDay);
  return {
    ...listener,
    completed,
    ...(strength ? { lastStrengthAt: now } : {}),
    session: {
      ...rest,
      place: there,
      seconds: session.seconds + seconds,
      completed: [...session.completed, ...heard.map(({ id }) => id)],
    },
  };
};

/** Seconds of the block up to this place: a block that counts as not heard adds nothing. */
const heardSeconds = ({ sentAt, marks }: Block, place: Place | 'end', now: Instant): number => {
  const mark = marks.find((one) =>
    one.place === 'end' || place === 'end' ? one.place === place : samePlace(one.place, place),
  );
  return Math.min(elapsedSeconds(sentAt, now), mark?.at ?? 0);
};

/** Where the block that was spoken leads when heard to its end; without one, where the session is. */
export const destinationOf = (session: Session): Place | 'end' => session.block?.marks.at(-1)?.place ?? session.place;

/** Enters the session into totals and history, if anything of it was done. */
const recorded = (listener: Listener, session: Session, now: Instant): Listener => {
  const minutes = Math.round(session.seconds / 60);
  if (minutes === 0 && session.completed.length === 0) return listener;
  const complete = session.plan.steps.every(({ id }) => session.completed.includes(id));
  const { routine } = session.plan;
  // A session taken up again after it was over is entered once.
  const before = listener.history.at(-1);
  const same = before && before.endedAt > session.startedAt ? before : undefined;
  return {
    ...listener,
    // An exercise alone is no routine that one could run through.
    completeSessions:
      complete && session.plan.steps.length > 1
        ? { ...listener.completeSessions, [routine]: (listener.completeSessions[routine] ?? 0) + 1 }
        : listener.completeSessions,
    totals: {
      sessions: listener.totals.sessions + (same ? 0 : 1),
      minutes: listener.totals.minutes + minutes - (same?.minutes ?? 0),
    },
    history: [
      ...(same ? listener.history.slice(0, -1) : listener.history),
      { endedAt: session.ended?.at ?? now, minutes, complete },
    ].slice(-remembered),
  };
};

/** The session is over: counted, and not gone on with. */
export const finished = (listener: Listener, now: Instant): Listener => {
  const session = running(listener);
  if (!session) return listener;
  const { block: _, ...rest } = session;
  return { ...recorded(listener, session, now), session: { ...rest, ended: { how: 'finished', at: now } } };
};

/** A new session takes the place of the stored one, which enters history as far as it got. */
export const replaced = (listener: Listener, session: Session, now: Instant): Listener => {
  const old = running(listener);
  return { ...(old ? recorded(listener, old, now) : listener), session };
};

/** The session comes to rest where it is. */
export const rested = (listener: Listener, how: Ending, at: Instant): Listener =>
  listener.session ? { ...listener, session: { ...listener.session, ended: { how, at } } } : listener;

/** Exercises completed this often are known: what they need is named at the start, and nobody is told what serves instead. */
const knownFrom = 2;

/** Whether a person knows what this exercise is, and what it needs. */
export const known = (listener: Listener, { exercise }: Step): boolean =>
  (listener.completed[exercise] ?? 0) >= knownFrom;
