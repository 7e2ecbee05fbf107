import { english as content } from '../../content/index.ts';
import { advance } from '../../routine/advance.ts';
import { lasting } from '../../routine/beats.ts';
import type { AnswerEvent, Event, Steering } from '../../routine/events.ts';
import { type Listener, newListener, type Place } from '../../routine/listener.ts';
import { newTalk, type Outcome } from '../../routine/talk.ts';

export const steering = (steer: Steering): Event => ({ kind: 'steer', steer });
export const yes: AnswerEvent = { kind: 'answer', answer: 'yes' };
export const no: AnswerEvent = { kind: 'answer', answer: 'no' };
export const side = (of: 'left' | 'right' | 'both'): AnswerEvent => ({ kind: 'answer', answer: 'side', side: of });

/** A conversation with the engine alone, on a clock of its own. */
export interface Conversation {
  readonly listener: Listener;
  readonly outcome: Outcome | undefined;
  /** Says it `after` seconds. */
  readonly say: (event: Event, after?: number) => Conversation;
  /** Lets what is spoken end, as it is expected to. */
  readonly heard: () => Conversation;
  /** The Alexa session is over; another one begins `after` seconds. */
  readonly later: (after: number) => Conversation;
  readonly words: string;
  readonly now: number;
}

const begin = Date.parse('2026-11-20T08:00:00Z');

export const conversation = (
  listener: Listener = newListener,
  talk = newTalk('first'),
  now = begin,
  outcome?: Outcome,
): Conversation => ({
  listener,
  outcome,
  now,
  words: outcome?.reply.speech.map(({ text }) => text).join(' ') ?? '',
  say: (event, after = 2) => {
    const at = now + after * 1000;
    const next = advance(content, { listener, talk }, event, at);
    return conversation(next.listener, next.talk, at, next);
  },
  heard: () => conversation(listener, talk, now + Math.ceil(lasting(outcome?.reply.speech ?? []) + 2) * 1000, outcome),
  later: (after) => conversation(listener, newTalk(`later ${now}`), now + after * 1000, outcome),
});

/** A place in one word: "ballerina 1.1.2", step, spot, pass and set. */
export const named = (place: Place | 'end' | undefined): string =>
  place === undefined || place === 'end' ? 'end' : `${place.step} ${place.spot}.${place.pass}.${place.set}`;
