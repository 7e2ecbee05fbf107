import { announceAhead, ask, locatedNow, questionNamed } from './ask.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { goOn } from './block.ts';
import { formTowards } from './form.ts';
import { destinationOf, finished, heardTo, rested, running } from './history.ts';
import { release } from './leaving.ts';
import type { Listener, Place, Session, Step } from './listener.ts';
import { finish } from './finishing.ts';
import { afterStep, samePlace, startOf, stepAt } from './place.ts';
import { close, type Outcome, type Turn } from './talk.ts';

/**
 * Stops the exercise: from here on the stored place is the next one, and only a yes to "Carry on?" brings this one
 * back. After the last there is none: the session is over.
 */
const stopped = (turn: Turn): { turn: Turn; hurtAt: Place | undefined } => {
  const { content, listener, talk, now } = turn;
  const place = locatedNow(turn);
  const { session } = listener;
  // Said once more, it is about the same exercise still.
  if (talk.hurt && (talk.asked === 'sharp' || talk.asked === 'easier')) return { turn, hurtAt: talk.hurt };
  if (!session || !running(listener) || talk.draft || place === undefined) return { turn, hurtAt: undefined };

  const heard = heardTo(content, listener, place, now);
  const last = session.plan.steps.at(-1);
  const hurtAt = place === 'end' ? last && startOf(last) : place;
  // What was only announced has not hurt yet: it is the next one already.
  const announced = place !== 'end' && place.set === 0 && (atGate(turn) || leadsTo(session, place));
  const next = place === 'end' ? 'end' : announced ? place : afterStep(session.plan, place);
  if (next === 'end') return { turn: { ...turn, listener: finished(heard, now) }, hurtAt };
  const there: Listener = { ...heard, session: heard.session && { ...heard.session, place: next } };
  return { turn: { ...turn, listener: rested(there, 'hurt', now) }, hurtAt };
};

/** Announced and not begun: at its gate, or paused from there. */
const atGate = ({ talk, listener }: Turn): boolean => {
  const gate = talk.asked === 'carryOn' ? talk.askedBefore : talk.asked;
  return !listener.session?.block && (gate === 'next' || gate === 'ready' || gate === 'tighter');
};

const leadsTo = (session: Session, place: Place): boolean => {
  const to = destinationOf(session);
  return session.block !== undefined && to !== 'end' && samePlace(to, place);
};

/** "That hurts": out of the position, then the one question that tells a warning sign from too much. */
export const hurts = (turn: Turn, inBlock: boolean): Outcome => {
  // As an answer to "Is it sharp?" it is not understood, and in doubt the higher level.
  if (turn.talk.asked === 'sharp' && !inBlock) {
    if (turn.talk.misunderstood > 0) return warn(turn, 'B', false);
    return ask({ ...turn, talk: { ...turn.talk, misunderstood: 1 } }, 'sharp', [], { words: questionNamed(turn, 'sharp') });
  }
  const out = inBlock ? release(turn) : [];
  const { turn: there, hurtAt } = stopped(turn);
  return ask({ ...there, talk: { ...there.talk, hurt: hurtAt, misunderstood: 0 } }, 'sharp', out);
};

/** Too strong, a cramp, an ache: the easier form is offered, or the next exercise. */
export const tooStrong = (turn: Turn, inBlock: boolean): Outcome => {
  const out = inBlock ? release(turn) : [];
  const { turn: there, hurtAt } = stopped(turn);
  return offerEasier({ ...there, talk: { ...there.talk, hurt: hurtAt, misunderstood: 0 } }, out);
};

/** "I'll make it easier. Carry on?" Without an exercise to make easier, what is ahead is announced. */
export const offerEasier = (turn: Turn, before: readonly Beat[] = []): Outcome => {
  const { session } = turn.listener;
  const step = session && turn.talk.hurt && stepAt(session.plan, turn.talk.hurt);
  if (step && formTowards(turn.content, step, 'easier')) return ask(turn, 'easier', before);
  // What is as easy as it gets is not promised to get easier.
  if (step) return nextInstead(turn, before);
  if (turn.talk.draft || running(turn.listener)) return announceAhead(turn, [...before, sayPhrase(turn.content, 'onlyAsComfortable')]);
  return close(turn, [...before, sayPhrase(turn.content, 'restToday')]);
};

/** Yes: the set it hurt in, in the easier form, which lasts for this session. */
export const inEasierForm = (turn: Turn): Outcome => {
  const { content, listener, talk } = turn;
  const { session } = listener;
  const place = talk.hurt;
  const step = session && place && stepAt(session.plan, place);
  if (!session || !place || !step) return nextInstead(turn);
  const form = formTowards(content, step, 'easier');
  const says = form ? content.exercises[step.exercise]?.words.forms[form]?.says : undefined;
  const easier = (one: Step): Step => ({ ...one, form: formTowards(content, one, 'easier') ?? one.form });
  // Done once for each side, it is easier on both.
  const steps = session.plan.steps.map((one) => (one.exercise === step.exercise ? easier(one) : one));
  const plan = { ...session.plan, steps };
  const there: Turn = { ...turn, listener: { ...listener, session: { ...session, plan, place } } };
  const before = [says ? say(content, says) : sayPhrase(content, 'smaller')];
  // An easier form may begin from another position: its set-up is said again, in short.
  return goOn(there, place, before, { remind: true, getReady: 5 });
};

/** No: the next exercise is announced; after the last, the session is over. */
export const nextInstead = (turn: Turn, before: readonly Beat[] = []): Outcome => {
  const { session } = turn.listener;
  if (!session && !turn.talk.draft) return close(turn, [...before, sayPhrase(turn.content, 'restToday')]);
  if (session && !running(turn.listener)) return finish(turn, undefined, before);
  return announceAhead({ ...turn, talk: { ...turn.talk, hurt: undefined } }, before);
};

/**
 * A warning sign. The session and "welcome answered" are cleared, so that the next launch says again who should not
 * start; nothing is asked, judged or kept.
 */
export const warn = (turn: Turn, level: 'A' | 'B', inBlock: boolean): Outcome => {
  const out = inBlock ? release(turn) : [];
  const { session: _, ...listener } = turn.listener;
  return {
    ...close(turn, [...out, sayPhrase(turn.content, `warning${level}`)]),
    listener: { ...listener, welcomed: false },
  };
};
