import { locatedNow, vanished, vanishedAt } from './ahead.ts';
import { ask } from './ask.ts';
import { onTheWay } from './block.ts';
import { type Beat, sayAndWait, sayPhrase } from './beats.ts';
import type { EndReason } from './events.ts';
import { finished, heardTo, rested, running } from './history.ts';
import { slowEnd } from './locate.ts';
import type { Instant } from './exercise.ts';
import type { Ending, Listener } from './listener.ts';
import { releaseAt } from './parts.ts';
import { stepAt } from './place.ts';
import { phrase } from './phrases.ts';
import { close, elapsedSeconds, type Outcome, type Turn } from './talk.ts';

const pauseSeconds = 170;
/** Stretches of a pause that somebody may ask for on top of the first. */
const morePauses = 2;

/** The sentence that gets the person out of where they are in the block; nothing between blocks, or on the way there. */
export const release = (turn: Turn): Beat[] => {
  const { session } = turn.listener;
  const place = locatedNow(turn);
  if (!session?.block || !place || place === 'end' || onTheWay(turn, place)) return [];
  const step = stepAt(session.plan, place);
  return step ? [releaseAt(turn.content, step, place)] : [];
};

/** The listener with the session put where the person is by the clock, at rest; finished when all of it was heard. */
const leftAt = (turn: Turn, how: Ending, at: Instant): Listener => {
  const place = locatedNow(turn);
  // What is only offered is nowhere to be: a session that was paused before stays as it is.
  const session = running(turn.listener);
  if (turn.talk.draft || !session || place === undefined) return turn.listener;
  // What rests already rests since then, whatever was talked about.
  if (session.ended && !session.block) return turn.listener;
  if (vanished(session, turn)) return vanishedAt(turn, session.place);
  const heard = heardTo(turn.content, turn.listener, place, turn.now);
  return place === 'end' ? finished(heard, at) : rested(heard, how, at);
};

const pausedReprompt = (turn: Turn): Beat[] => [
  sayPhrase(
    turn.content,
    running(turn.listener) && !turn.talk.draft && !turn.talk.unsaved ? 'placeIsSaved' : 'howToComeBack',
    { comeBack: phrase(turn.content, 'comeBack') },
  ),
  sayPhrase(turn.content, 'shallWeCarryOn'),
];

/** Waits three minutes with the line open, then asks whether to carry on. The place is saved. */
export const pause = (turn: Turn, inBlock: boolean): Outcome => {
  const listener = leftAt(turn, 'paused', turn.now);
  if (running(turn.listener) && !running(listener))
    return close(turn, [sayPhrase(turn.content, 'goodbyeDone')], listener);
  const out = inBlock ? release(turn) : [];
  const { talk } = turn;
  // Whoever paused on the way gets the time for the whole of it, however long they waited.
  const moves = inBlock
    ? talk.moves
        ?.filter(({ surely }) => turn.now < surely)
        .map((move) => ({ ...move, surely: Number.MAX_SAFE_INTEGER }))
    : talk.moves;
  const there: Turn = {
    ...turn,
    listener,
    talk: { ...talk, moves, askedBefore: inBlock ? undefined : talk.asked, misunderstood: 0, waits: 0 },
  };
  const waiting = [...out, sayAndWait(turn.content, phrase(turn.content, 'paused'), pauseSeconds)];
  return ask(there, 'carryOn', waiting, { reprompt: pausedReprompt(turn) });
};

/** Three minutes more, at most twice; then the Alexa session ends and the place stays. */
export const pauseLonger = (turn: Turn): Outcome => {
  const { content, talk } = turn;
  if (talk.waits >= morePauses) return stop(turn, false);
  // Other questions than whether to carry on are not lost over a wait.
  if (talk.asked && talk.asked !== 'carryOn') {
    return ask({ ...turn, talk: { ...talk, waits: talk.waits + 1 } }, talk.asked, [
      sayAndWait(content, phrase(content, 'takeYourTime'), 40),
    ]);
  }
  const there: Turn = { ...turn, talk: { ...talk, waits: talk.waits + 1 } };
  return ask(there, 'carryOn', [sayAndWait(content, phrase(content, 'pausedLonger'), pauseSeconds)], {
    reprompt: pausedReprompt(turn),
  });
};

/** Ends the Alexa session with one sentence; the place is saved. */
export const stop = (turn: Turn, inBlock: boolean): Outcome => {
  const { content } = turn;
  const session = running(turn.listener);
  const out = inBlock ? release(turn) : [];
  if (!session || turn.talk.draft) return close(turn, [...out, sayPhrase(content, 'goodbye')]);
  const listener = leftAt(turn, 'stopped', turn.now);
  const key = !running(listener) ? 'goodbyeDone' : turn.talk.unsaved ? 'goodbye' : 'goodbyeSaved';
  return close(turn, [...out, sayPhrase(content, key, { comeBack: phrase(content, 'comeBack') })], listener);
};

/**
 * Alexa ended its session; nothing can be said. Only a block that was speaking in that very session moves the place,
 * and only as far as it was heard.
 */
export const ended = (turn: Turn, reason: EndReason): Listener => {
  const { listener, talk, now } = turn;
  const session = running(listener);
  if (!session || session.alexaSession !== talk.alexaSession || session.ended) return listener;
  if (!session.block) return rested(listener, reason === 'EXCEEDED_MAX_REPROMPTS' ? 'silent' : 'stopped', now);
  if (reason === 'ERROR') {
    const began = session.block.marks[0]?.place;
    const place = began && began !== 'end' ? began : session.place;
    const back = rested(heardTo(turn.content, listener, place, now), 'lost', now);
    return back.session ? { ...back, session: { ...back.session, errors: (session.errors ?? 0) + 1 } } : back;
  }
  const heardOut = elapsedSeconds(session.block.sentAt, now) >= slowEnd(session.block.marks);
  return leftAt(turn, reason === 'EXCEEDED_MAX_REPROMPTS' && heardOut ? 'silent' : 'stopped', now);
};
