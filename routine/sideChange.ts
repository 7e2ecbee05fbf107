import { ahead, announceAhead, locatedNow, settled, stepAhead } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { speakBlock } from './block.ts';
import { offer } from './choosing.ts';
import { release } from './leaving.ts';
import { heardTo } from './history.ts';
import type { Plan, Side } from './model.ts';
import { planToday } from './duration.ts';
import { startOf } from './place.ts';
import { choose } from './choose.ts';
import { moment } from './steer.ts';
import type { Outcome, Turn } from './talk.ts';

/** The same routine for another side; what the plan already was stays where it can. */
const onSide = (turn: Turn, old: Plan, side: Side): Plan => {
  const { content, listener, now } = turn;
  const wanted = content.exercises[old.routine] ? { exercise: old.routine } : { routine: old.routine };
  return planToday(content, choose(content, wanted, listener), side, listener, now);
};

/** A change of mind about the side: the current exercise starts again on it, for the rest of the plan as well. */
export const changeSide = (turn: Turn, side: Side): Outcome => {
  const { content, listener, talk } = turn;
  if (talk.draft) return offer(turn, side);

  const inBlock = moment(turn) === 'block';
  const place = locatedNow(turn);
  const there: Turn =
    inBlock && place && place !== 'end'
      ? { ...turn, listener: heardTo(content, listener, place, turn.now) }
      : settled(turn);
  const { session } = there.listener;
  const current = stepAhead(there);
  const found = ahead(there);
  if (!session || !current || !found) return offer(turn, side);

  const changed = onSide(there, found.plan, side);
  const again = changed.steps.find(({ exercise }) => exercise === current.exercise) ?? changed.steps[0];
  if (!again) return offer(turn, side);
  const next: Turn = {
    ...there,
    listener: {
      ...there.listener,
      preferences: { ...there.listener.preferences, side },
      session: { ...session, plan: changed, place: startOf(again) },
    },
  };
  const said = sayPhrase(content, `changedTo-${side}`);
  if (!inBlock) return announceAhead(next, [said], 'again');
  return speakBlock(next, { place: startOf(again), before: [...release(turn), said] });
};
