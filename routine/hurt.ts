import { locatedNow, settled } from './ahead.ts';
import { announceAhead, ask, questionNamed } from './ask.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { backTo } from './block.ts';
import { formTowards } from './form.ts';
import { goOnWith } from './goOn.ts';
import { destinationOf, finished, heardTo, rested, running } from './history.ts';
import { release } from './leaving.ts';
import type { Listener, Place, Session, Step } from './listener.ts';
import { finish } from './finishing.ts';
import { moment, momentOf } from './moment.ts';
import { afterStep, samePlace, startOf, stepAt } from './place.ts';
import { close, type Outcome, type Turn } from './talk.ts';

/**
 * Stops the exercise: from here on the stored place is the next one, and only a yes to "Carry on?" brings this one
 * back. After the last there is none: the session is over.
 */
const stopped = (turn: Turn): Turn => {
  const { content, listener, talk, now } = turn;
  const place = locatedNow(turn);
  const { session } = listener;
  // Said once more, it is about the same exercise still.
  if (talk.hurt && (talk.asked === 'sharp' || talk.asked === 'easier')) return turn;
  if (!session || !running(listener) || talk.draft || place === undefined) return hurting(turn, undefined);

  const heard = heardTo(content, listener, place, now);
  const last = session.plan.steps.at(-1);
  const hurtAt = place === 'end' ? last && startOf(last) : place;
  // What was only announced has not hurt yet: it is the next one already.
  const announced = place !== 'end' && place.set === 0 && (atGate(turn) || leadsTo(session, place));
  const next = place === 'end' ? 'end' : announced ? place : afterStep(session.plan, place);
  if (next === 'end') return hurting({ ...turn, listener: finished(heard, now) }, hurtAt);
  const there: Listener = { ...heard, session: heard.session && { ...heard.session, place: next } };
  return hurting({ ...turn, listener: rested(there, 'hurt', now) }, hurtAt);
};

/** What hurts is in its easier form from here on, wherever it comes back in this session; once for each side, on both. */
export const hurting = (turn: Turn, place: Place | undefined): Turn => {
  const { content, listener, talk } = turn;
  const { session } = listener;
  const step = session && place && stepAt(session.plan, place);
  if (!session || !place || !step) return { ...turn, talk: { ...talk, hurt: undefined } };
  const eased = (one: Step): Step => ({ ...one, form: formTowards(content, one, 'easier') ?? one.form });
  const steps = session.plan.steps.map((one) => (one.exercise === step.exercise ? eased(one) : one));
  return {
    ...turn,
    listener: { ...listener, session: { ...session, plan: { ...session.plan, steps } } },
    talk: { ...talk, hurt: { place, easier: eased(step).form !== step.form } },
  };
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
    return ask({ ...turn, talk: { ...turn.talk, misunderstood: 1 } }, 'sharp', [], {
      words: questionNamed(turn, 'sharp'),
    });
  }
  const out = inBlock ? release(turn) : [];
  const there = stopped(turn);
  const before = moment(turn) === 'choosing' ? turn.talk.asked : turn.talk.askedBefore;
  return ask({ ...there, talk: { ...there.talk, askedBefore: before, misunderstood: 0 } }, 'sharp', out);
};

/** Too strong, a cramp, an ache: the easier form is offered, or the next exercise. */
export const tooStrong = (turn: Turn, inBlock: boolean, words: readonly Beat[] = []): Outcome => {
  const out = [...(inBlock ? release(turn) : []), ...words];
  const there = stopped(turn);
  return offerEasier({ ...there, talk: { ...there.talk, misunderstood: 0 } }, out);
};

/**
 * A knee, the neck: not what this is for, and no question about legs. In the middle of an exercise the easier form is
 * offered, or the next exercise; between them what is ahead can be skipped.
 */
export const hurtsElsewhere = (turn: Turn, inBlock: boolean): Outcome => {
  const { asked } = turn.talk;
  const words = [sayPhrase(turn.content, 'notTheBack')];
  if (inBlock) return tooStrong(turn, true, words);
  if (asked === 'sharp' || asked === 'easier') return offerEasier(turn, words);
  if (!asked || moment(turn) !== 'gate') return goOnWith(turn, words);
  const there = settled(turn);
  return ask(there, asked, words, { words: questionNamed(there, asked) });
};

/** "Is this meant to hurt a bit?": a stretch may be felt, pain not; in the middle of an exercise it becomes easier, or is left. */
export const meantToHurt = (turn: Turn, inBlock: boolean): Outcome => {
  const words = [sayPhrase(turn.content, 'stretchNotPain')];
  return inBlock ? tooStrong(turn, true, words) : goOnWith(turn, words);
};

/** "I'll make it easier. Carry on?" Without an exercise to make easier, what is ahead is announced. */
export const offerEasier = (turn: Turn, before: readonly Beat[] = []): Outcome => {
  const { session } = turn.listener;
  const { hurt } = turn.talk;
  if (session && hurt?.easier) return ask(turn, 'easier', before);
  // What is as easy as it gets is not promised to get easier.
  if (session && hurt) return nextInstead(turn, [...before, sayPhrase(turn.content, 'noEasier')]);
  if (turn.talk.draft || running(turn.listener))
    return announceAhead(turn, [...before, sayPhrase(turn.content, 'onlyAsComfortable')]);
  return noneYet(turn, before);
};

/** No exercise yet: a side that was asked for is asked for again; with nothing open, rest. */
const noneYet = (turn: Turn, before: readonly Beat[]): Outcome => {
  const { content, talk } = turn;
  const open = moment(turn) === 'choosing' ? talk.asked : talk.askedBefore;
  if (!open || momentOf[open] !== 'choosing') return close(turn, [...before, sayPhrase(content, 'restToday')]);
  return ask({ ...turn, talk: { ...talk, askedBefore: undefined } }, open, [
    ...before,
    sayPhrase(content, 'onlyAsComfortable'),
  ]);
};

/** Yes: the set it hurt in, in the easier form. */
export const inEasierForm = (turn: Turn): Outcome => {
  const { content, listener, talk } = turn;
  const { session } = listener;
  const place = talk.hurt?.place;
  const step = session && place && stepAt(session.plan, place);
  if (!session || !place || !step) return nextInstead(turn);
  const says = talk.hurt?.easier ? content.exercises[step.exercise]?.words.forms[step.form]?.says : undefined;
  const there: Turn = { ...turn, listener: { ...listener, session: { ...session, place } } };
  const before = [says ? say(content, says) : sayPhrase(content, 'smaller')];
  // An easier form may begin from another position: its set-up is said again, in short.
  return backTo(there, place, before, { remind: true, getReady: 5 });
};

/** No: the next exercise is announced; after the last, the session is over. */
export const nextInstead = (turn: Turn, before: readonly Beat[] = []): Outcome => {
  const { session } = turn.listener;
  if (!session && !turn.talk.draft) return noneYet(turn, before);
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
