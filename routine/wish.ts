import { bringBack } from './bringBack.ts';
import type { WishEvent } from './events.ts';
import type { Side } from './exercise.ts';
import { fetched } from './fetched.ts';
import { forget, meAgain, someoneElse } from './people.ts';
import { pain } from './pain.ts';
import { reminder } from './reminder.ts';
import { steer } from './steer.ts';
import * as shape from './shape.ts';
import { startFresh } from './startFresh.ts';
import type { Outcome, Turn } from './talk.ts';
import * as tune from './tune.ts';
import * as wanted from './wanted.ts';

/** The side that was said with it, else the one that something is offered for. */
const sideOf = ({ talk }: Turn, said: Side | undefined): Side | undefined => said ?? talk.draft?.plan.side;

/** A wish changes preferences or the rest of the plan, then goes on. */
export const wish = (turn: Turn, event: WishEvent): Outcome => {
  switch (event.wish) {
    case 'without':
      return wanted.without(turn, event.thing);
    case 'with':
      return fetched(turn, event.thing);
    case 'routine':
      return startFresh({
        ...turn,
        talk: { ...turn.talk, wanted: { routine: event.routine, side: sideOf(turn, event.side) } },
      });
    case 'exercise':
      // Whoever asks for one by name has what it needs.
      return startFresh({
        ...turn,
        talk: {
          ...turn.talk,
          without: undefined,
          wanted: { exercise: event.exercise, side: sideOf(turn, event.side) },
        },
      });
    case 'minutes':
    case 'position':
      return wanted.session(turn, event);
    case 'nothingToFetch':
      return wanted.session(turn, { nothingToFetch: true });
    case 'leaveOut':
      return shape.leaveOutNamed(turn, event.exercise);
    case 'never':
      return shape.never(turn, event.exercise);
    case 'bringBack':
      return bringBack(turn, event.exercise);
    case 'condition':
      return shape.condition(turn, event.condition);
    case 'tune':
      return tune.tune(turn, event.what, event.by);
    case 'words':
      return tune.words(turn, event.words);
    case 'runThrough':
      return tune.runThrough(turn, event.on);
    case 'waitForMe':
      return turn.listener.preferences.runThrough ? tune.runThrough(turn, false) : steer(turn, 'wait');
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
