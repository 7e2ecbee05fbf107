import type { WishEvent } from './events.ts';
import { forget, meAgain, someoneElse } from './people.ts';
import { pain } from './pain.ts';
import { reminder } from './reminder.ts';
import * as shape from './shape.ts';
import { startFresh } from './startFresh.ts';
import type { Outcome, Turn } from './talk.ts';
import * as tune from './tune.ts';

/** A wish changes preferences or the rest of the plan, then goes on. */
export const wish = (turn: Turn, event: WishEvent): Outcome => {
  switch (event.wish) {
    case 'without':
      return shape.without(turn, event.thing);
    case 'routine':
      return startFresh({ ...turn, talk: { ...turn.talk, wanted: { routine: event.routine } } });
    case 'exercise':
      return startFresh({ ...turn, talk: { ...turn.talk, wanted: { exercise: event.exercise } } });
    case 'minutes':
      return shape.minutes(turn, event.minutes);
    case 'position':
      return shape.position(turn, event.position);
    case 'nothingToFetch':
      return shape.nothingToFetch(turn);
    case 'leaveOut':
      return shape.leaveOutNamed(turn, event.exercise);
    case 'never':
      return shape.never(turn, event.exercise);
    case 'bringBack':
      return shape.bringBack(turn, event.exercise);
    case 'condition':
      return shape.condition(turn, event.condition);
    case 'tune':
      return tune.tune(turn, event.what, event.by);
    case 'words':
      return tune.words(turn, event.words);
    case 'runThrough':
      return tune.runThrough(turn, event.on);
    case 'goal':
      return tune.goal(turn, event.perWeek);
    case 'pain':
      return pain(turn, event.level);
    case 'someoneElse':
      return someoneElse(turn);
    case 'meAgain':
      return meAgain(turn, event.guest ?? false);
    case 'forget':
      return forget(turn);
    case 'reminder':
      return reminder(turn, event.result);
  }
};
