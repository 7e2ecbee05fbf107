import type { Asked, Turn } from './talk.ts';

/** Where a conversation is, as far as steering goes. */
export type Moment = 'none' | 'choosing' | 'gate' | 'block' | 'waiting' | 'paused' | 'lastQuestion' | 'finished';

/** The moment each open question makes. */
export const momentOf: Record<Asked, Moment> = {
  side: 'choosing',
  isLeft: 'choosing',
  isRight: 'choosing',
  start: 'gate',
  next: 'gate',
  go: 'gate',
  tighter: 'gate',
  sharp: 'paused',
  easier: 'paused',
  startOver: 'paused',
  isItYours: 'paused',
  forgetWhom: 'paused',
  reminderTime: 'paused',
  ready: 'waiting',
  carryOn: 'paused',
  finishThose: 'paused',
  didYouFinish: 'paused',
  howWasIt: 'lastQuestion',
  tighterLast: 'lastQuestion',
};

/** The moment of this turn. Before its question can be reached, a block is still speaking. */
export const moment = ({ listener, talk, now }: Turn): Moment => {
  if (!talk.asked) return listener.session?.ended?.how === 'finished' ? 'finished' : 'none';
  if (listener.session?.block && !talk.draft && now < (talk.opensAt ?? 0)) return 'block';
  return momentOf[talk.asked];
};
