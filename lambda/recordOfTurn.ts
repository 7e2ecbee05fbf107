import type { Event } from '../routine/events.ts';
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

/** One structured record a turn: what happened, never who or in which words. */
export const record = (
  before: Attributes,
  after: Outcome,
  { content, event, now }: Turning,
  saved: Saved,
  ms: number,
): void => {
  const at = ({ listener, talk }: Pick<Outcome, 'listener' | 'talk'>) => moment({ listener, talk, content, now });
  console.info({
    event: 'turn',
    from: at(before),
    to: at(after),
    kind: event.kind,
    said: nameOf(event),
    saved,
    read: before.unread && !before.guest ? 'failed' : 'known',
    ms: Math.round(ms),
  });
};
