import { destinationOf, heardTo, rested, running } from './history.ts';
import { blockEnd, locate, slowEnd } from './locate.ts';
import type { Listener, Place, Plan, Session, Step } from './listener.ts';
import { moment } from './moment.ts';
import { stepAt } from './place.ts';
import { elapsedSeconds, type Turn } from './talk.ts';

/** The plan that is offered or runs, and where it goes on. */
export const ahead = ({ listener, talk }: Turn): { plan: Plan; place: Place } | undefined =>
  talk.draft ?? running(listener);

/** The step that a gate announces. */
export const stepAhead = (turn: Turn): Step | undefined => {
  const found = ahead(turn);
  return found && stepAt(found.plan, found.place);
};

/**
 * Whether the block was spoken in an Alexa session that vanished since, long enough ago to have ended: how much of it
 * was heard nobody knows, so it counts as not heard until the person says otherwise.
 */
export const vanished = ({ alexaSession, block }: Session, { talk, now }: Turn): boolean =>
  block !== undefined &&
  alexaSession !== talk.alexaSession &&
  elapsedSeconds(block.sentAt, now) >= slowEnd(block.marks);

/** The listener whose block vanished, taken as heard up to this place: the session rests since the block was over. */
export const vanishedAt = ({ content, listener, now }: Turn, place: Place): Listener => {
  const heard = heardTo(content, listener, place, now);
  const block = listener.session?.block;
  return block ? rested(heard, 'stopped', Math.min(now, blockEnd(block))) : heard;
};

/** The turn with its block taken as heard to the end: what comes next is ahead. */
export const settled = (turn: Turn): Turn => {
  const { session } = turn.listener;
  if (!session?.block) return turn;
  if (!vanished(session, turn))
    return { ...turn, listener: heardTo(turn.content, turn.listener, destinationOf(session), turn.now) };
  return { ...turn, listener: vanishedAt(turn, session.place) };
};

/** Where the person is by the clock: in the block that speaks, else where the session stands. */
export const locatedNow = (turn: Turn): Place | 'end' | undefined => {
  const { session } = turn.listener;
  if (!session?.block || vanished(session, turn)) return session?.place;
  return locate(session.block.marks, elapsedSeconds(session.block.sentAt, turn.now));
};

/** The turn with what was heard so far taken in: located in a block, settled between blocks. */
export const takenIn = (turn: Turn): Turn => {
  const when = moment(turn);
  const place = locatedNow(turn);
  if (when === 'block' && place && place !== 'end') {
    return { ...turn, listener: heardTo(turn.content, turn.listener, place, turn.now) };
  }
  return when === 'lastQuestion' || when === 'none' || when === 'finished' ? turn : settled(turn);
};
