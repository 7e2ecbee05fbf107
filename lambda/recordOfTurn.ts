import type { Event } from '../routine/events.ts';
import type { Session } from '../routine/listener.ts';
import { moment } from '../routine/moment.ts';
import type { Outcome } from '../routine/talk.ts';
import type { Attributes } from './attributes.ts';
import type { Saved, Turning } from './saving.ts';

/** What was said, as the engine names it. */
const nameOf = (event: Event): string => {
  switch (event.kind) {
    case 'steer':
      return event.reason ? `${event.steer} ${event.reason}` : event.steer;
    case 'answer':
      return event.answer;
    case 'wish':
      return event.wish === 'reminder' ? `reminder ${event.result.did}` : event.wish;
    case 'question':
      return event.question;
  }
};

/** Whether the turn led from one of these to the other within one session. */
const went = (before: Session | undefined, after: Session | undefined) => {
  const same = before !== undefined && after?.startedAt === before.startedAt;
  const rested = before?.ended !== undefined;
  const vanished = before?.alexaSession !== after?.alexaSession;
  return {
    started: after !== undefined && !same,
    finished: after?.ended?.how === 'finished' && !(same && before.ended?.how === 'finished'),
    paused: after?.ended !== undefined && after.ended.how !== 'finished' && !(same && rested),
    resumed: same && !after?.ended && (rested || vanished),
  };
};

/** A warning sign was named, or became of an answer: nothing else but forgetting takes a session away. */
const isWarning = (event: Event, before: Session | undefined, { listener, erase }: Outcome): boolean =>
  (event.kind === 'steer' && (event.steer === 'warningA' || event.steer === 'warningB')) ||
  (before !== undefined && listener.session === undefined && erase === undefined);

/**
 * One structured record a turn: what happened, never who or in which words. Written as an object, which Lambda logs as
 * JSON; every field is there in every record, so that a metric filter can count it.
 *
 * - `event`: 'turn', of these records only.
 * - `from`, `to`: the moment before and after ('none', 'choosing', 'gate', 'block', 'waiting', 'paused', 'lastQuestion',
 *   'finished').
 * - `kind`, `said`: the kind of event ('steer', 'answer', 'wish', 'question') and its name ('launch', 'ended ERROR',
 *   'reminder set').
 * - `opens`: it opened its Alexa session.
 * - `started`: a session began with its first block. `finished`: one came to its end. `paused`: one came to rest before
 *   that, in whatever way. `resumed`: one that rested, or vanished with its Alexa session, goes on.
 * - `stoppedByWarning`: a warning sign ended it, with or without a session.
 * - `misunderstood`: the words meant nothing where they were said.
 * - `saved`: how it was saved; `saveLost`: something had changed, and could not be. `read`: whether what is stored is
 *   known, 'failed' where it could not be read.
 * - `ms`: the time the turn took, in whole milliseconds.
 */
export const record = (
  before: Attributes,
  after: Outcome,
  { content, event, now }: Turning,
  saved: Saved,
  ms: number,
): void => {
  const at = ({ listener, talk }: Pick<Outcome, 'listener' | 'talk'>) => moment({ listener, talk, content, now });
  const { session } = before.listener;
  console.info({
    event: 'turn',
    from: at(before),
    to: at(after),
    kind: event.kind,
    said: nameOf(event),
    opens: event.opens ?? false,
    ...went(session, after.listener.session),
    stoppedByWarning: isWarning(event, session, after),
    misunderstood: event.kind === 'steer' && event.steer === 'misunderstood',
    saved,
    saveLost: saved === 'failed' || saved === 'notErased',
    read: before.unread && !before.guest ? 'failed' : 'known',
    ms: Math.round(ms),
  });
};
