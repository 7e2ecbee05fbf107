import { ahead, locatedNow, settled, stepAhead } from './ahead.ts';
import { announceAhead } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { speakBlock } from './block.ts';
import { offer, sideChosen, suiting } from './choosing.ts';
import { release } from './leaving.ts';
import { ofAnotherPlan } from './leftOut.ts';
import { heardTo } from './history.ts';
import { formTowards, inForm } from './form.ts';
import type { Position, Side } from './exercise.ts';
import type { Place, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { planToday } from './duration.ts';
import { startOf, stepAt } from './place.ts';
import { choose } from './choose.ts';
import { moment } from './moment.ts';
import type { Outcome, Turn } from './talk.ts';

/** The same routine for another side; what was chosen or decided on the way stays. */
const onSide = (turn: Turn, old: Plan, side: Side): Plan => {
  const { content, now } = turn;
  // Strength that was done in this very session asks for no rest day in it.
  const { lastStrengthAt: _, ...listener } = turn.listener;
  const wanted = content.exercises[old.routine] ? { exercise: old.routine } : { routine: old.routine };
  const changed = planToday(content, choose(content, wanted, listener), side, listener, now);
  const steps = changed.steps.flatMap((step) => {
    const before = old.steps.find(({ exercise }) => exercise === step.exercise);
    // For one side or the other it is the same routine: what is not in the old plan was left out of it.
    if (!before && old.side !== 'both' && side !== 'both') return [];
    return [before ? like(content, step, before) : step];
  });
  return { ...changed, steps: suiting(content, turn.talk, steps) };
};

/** A step as the one before was: as much said, as much done, as easy, without the same things. */
const like = (content: Content, step: Step, before: Step): Step => {
  const easier = formTowards(content, { ...before, form: 'normal' }, 'easier');
  const form =
    step.form === 'normal' && before.form !== formTowards(content, { ...before, form: 'normal' }, 'noLean')
      ? before.form
      : before.form === easier
        ? (formTowards(content, step, 'easier') ?? step.form)
        : step.form;
  const { dose: _, ...rest } = step;
  return { ...rest, form, level: before.level, ...(before.dose ? { dose: before.dose } : {}) };
};

/** Where the person is within an exercise: the corkscrew is set up lying, and done sitting. */
const positionAt = (content: Content, step: Step, place: Place | undefined): Position => {
  const { position, endPosition } = inForm(content, step);
  return (place?.set ?? 0) > 0 ? endPosition : position;
};

/** A change of mind about the side: the current exercise starts again on it, for the rest of the plan as well. */
export const changeSide = (turn: Turn, side: Side): Outcome => {
  const { content, listener, talk } = turn;
  if (talk.draft) return offer(turn, side, [], onSide(turn, talk.draft.plan, side));

  const inBlock = moment(turn) === 'block';
  const place = locatedNow(turn);
  const there: Turn =
    inBlock && place && place !== 'end'
      ? { ...turn, listener: heardTo(content, listener, place, turn.now) }
      : settled(turn);
  const { session } = there.listener;
  const current = stepAhead(there);
  const found = ahead(there);
  if (!session || !current || !found) return sideChosen(turn, side);

  const changed = onSide(there, found.plan, side);
  const now = session.completed.flatMap((id) => stepAt(found.plan, { step: id })?.exercise ?? []);
  const done = [...new Set([...(talk.done ?? []), ...now])];
  const again =
    changed.steps.find(({ exercise }) => exercise === current.exercise) ??
    changed.steps.find(({ exercise }) => !done.includes(exercise)) ??
    changed.steps[0];
  if (!again) return offer(turn, side);
  const next: Turn = {
    ...there,
    talk: { ...there.talk, done, leftOut: ofAnotherPlan(there.talk) },
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
  const said = [...(inBlock ? release(turn) : []), sayPhrase(content, `changedTo-${side}`)];
  const atOnce = again.exercise === current.exercise && (inBlock || turn.talk.asked === 'carryOn');
  if (!atOnce) return announceAhead(next, said, again.exercise === current.exercise ? 'again' : 'next');
  const before = [...said, sayPhrase(content, 'weStartAgain')];
  return speakBlock(next, {
    place: startOf(again),
    before,
    from: positionAt(content, current, there.listener.session?.place),
  });
};
