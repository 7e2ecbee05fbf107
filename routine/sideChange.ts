import { ahead, announceAhead, locatedNow, settled, stepAhead } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { speakBlock } from './block.ts';
import { offer } from './choosing.ts';
import { release } from './leaving.ts';
import { heardTo } from './history.ts';
import type { Plan, Side } from './model.ts';
import { planToday } from './duration.ts';
import { startOf, stepAt } from './place.ts';
import { choose } from './choose.ts';
import { moment } from './steer.ts';
import type { Outcome, Turn } from './talk.ts';

/** The same routine for another side; what the plan already was stays where it can. */
const onSide = (turn: Turn, old: Plan, side: Side): Plan => {
  const { content, listener, now } = turn;
  const wanted = content.exercises[old.routine] ? { exercise: old.routine } : { routine: old.routine };
  return planToday(content, choose(content, wanted, listener), side, listener, now);
};

/** Forms that were chosen on the way (easier, without a thing) stay, where the other side has no form of its own. */
const withForms = (changed: Plan, old: Plan): Plan => ({
  ...changed,
  steps: changed.steps.map((step) => {
    const before = old.side === 'both' ? undefined : old.steps.find(({ exercise }) => exercise === step.exercise);
    return before && step.form === 'normal' ? { ...step, form: before.form } : step;
  }),
});

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

  const changed = withForms(onSide(there, found.plan, side), found.plan);
  const done = session.completed.map((id) => stepAt(found.plan, { step: id })?.exercise);
  const again =
    changed.steps.find(({ exercise }) => exercise === current.exercise) ??
    changed.steps.find(({ exercise }) => !done.includes(exercise)) ??
    changed.steps[0];
  if (!again) return offer(turn, side);
  const next: Turn = {
    ...there,
    listener: {
      ...there.listener,
      preferences: { ...there.listener.preferences, side },
      session: {
        ...session,
        plan: changed,
        place: startOf(again),
        completed: changed.steps.filter(({ exercise }) => done.includes(exercise)).map(({ id }) => id),
      },
    },
  };
  const said = sayPhrase(content, `changedTo-${side}`);
  if (!inBlock && turn.talk.asked !== 'carryOn') return announceAhead(next, [said], 'again');
  return speakBlock(next, { place: startOf(again), before: [...(inBlock ? release(turn) : []), said] });
};
