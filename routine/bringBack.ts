import { ahead, takenIn } from './ahead.ts';
import { announceAhead } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { offer } from './choosing.ts';
import type { ExerciseId } from './exercise.ts';
import { goOnWith, withPlan } from './goOn.ts';
import type { Listener, Plan } from './listener.ts';
import { moment } from './moment.ts';
import { movedTo } from './moving.ts';
import { listed } from './phrases.ts';
import { indexOf, startOf } from './place.ts';
import type { Outcome, Turn } from './talk.ts';

const nameOf = ({ content }: Turn, exercise: ExerciseId): string =>
  content.exercises[exercise]?.words.shortName ?? exercise;

const allowed = (listener: Listener, back: readonly ExerciseId[]): Listener => {
  const { never = [], ...others } = listener.preferences;
  const kept = never.filter((exercise) => !back.includes(exercise));
  return { ...listener, preferences: kept.length > 0 ? { ...others, never: kept } : others };
};

/** What was just left out is in the plan again: ahead where nothing else has begun, else as soon as may be. */
const backToday = (turn: Turn, { exercise, steps, at }: NonNullable<Turn['talk']['leftOut']>): Outcome | undefined => {
  const found = ahead(takenIn(turn));
  const done = turn.listener.session?.completed ?? [];
  if (
    !found ||
    turn.talk.asked === undefined ||
    moment(turn) === 'lastQuestion' ||
    !steps.some(({ id }) => !done.includes(id))
  )
    return undefined;
  const rest = found.plan.steps.filter((step) => step.exercise !== exercise);
  const current = indexOf({ ...found.plan, steps: rest }, found.place);
  if (current < 0) return undefined;
  const begun = moment(turn) === 'block' || found.place.set > 0;
  const to = Math.max(at, begun ? current + 1 : current);
  const plan: Plan = { ...found.plan, steps: rest.toSpliced(to, 0, ...steps) };
  const [first] = steps;
  const told: Turn = {
    ...turn,
    talk: { ...turn.talk, leftOut: undefined },
    listener: allowed(turn.listener, [exercise]),
  };
  const words = [sayPhrase(turn.content, 'backIn', { names: nameOf(turn, exercise) })];
  if (to > current || !first) return goOnWith(told, words, (there) => withPlan(there, plan));
  return announceAhead(movedTo(withPlan(takenIn(told), plan), startOf(first)), words);
};

/** "Bring the corkscrew back"; without a name what was just left out, else all that is left out for good. */
export const bringBack = (turn: Turn, named: ExerciseId | undefined): Outcome => {
  const { leftOut } = turn.talk;
  const today = leftOut && (named ?? leftOut.exercise) === leftOut.exercise ? backToday(turn, leftOut) : undefined;
  if (today) return today;
  const { never = [] } = turn.listener.preferences;
  const wanted = named ?? (leftOut && never.includes(leftOut.exercise) ? leftOut.exercise : undefined);
  const back = wanted ? never.filter((exercise) => exercise === wanted) : never;
  if (back.length === 0) return goOnWith(turn, [sayPhrase(turn.content, 'nothingToBringBack')]);
  const names = listed(
    turn.content,
    back.map((exercise) => nameOf(turn, exercise)),
  );
  const { draft } = turn.talk;
  if (draft)
    return offer({ ...turn, listener: allowed(turn.listener, back) }, draft.plan.side, [
      sayPhrase(turn.content, 'broughtBackNow', { names }),
    ]);
  return goOnWith(turn, [sayPhrase(turn.content, 'broughtBack', { names })], (there) => ({
    ...there,
    listener: allowed(there.listener, back),
  }));
};
