import { type Beat, say, sayPhrase } from './beats.ts';
import { choose } from './choose.ts';
import { planToday } from './duration.ts';
import type { ExerciseId } from './exercise.ts';
import { inForm } from './form.ts';
import type { Place, Plan, Step } from './listener.ts';
import { ahead } from './ahead.ts';
import { moment } from './moment.ts';
import { instruction } from './parts.ts';
import { indexOf } from './place.ts';
import type { Turn } from './talk.ts';

/** The exercise as it is or would be done; nothing where the side is not known. */
const stepOf = (turn: Turn, exercise: ExerciseId): Step | undefined => {
  const { content, listener, now } = turn;
  const plan = ahead(turn)?.plan;
  const side = plan?.side ?? listener.preferences.side;
  const planned = plan?.steps.find((step) => step.exercise === exercise);
  return planned ?? (side && planToday(content, choose(content, { exercise }, listener), side, listener, now).steps[0]);
};

/** What another exercise than the one that is on is good for, and how it goes: shortly, in the middle of a block. */
export const aboutNamed = (turn: Turn, exercise: ExerciseId, asked: 'explain' | 'purpose'): Beat[] => {
  const { content } = turn;
  const step = stepOf(turn, exercise);
  const purpose = say(content, inForm(content, step ?? { exercise, form: 'normal' }).words.purpose);
  if (asked === 'purpose' || !step) return [purpose];
  const cues = instruction(content, step, 1, moment(turn) === 'block' ? 'short' : 'medium');
  return [purpose, ...cues.map(({ text }) => say(content, text))];
};

/** Whether an exercise is done today, and when. */
export const inToday = (
  { content }: Turn,
  exercise: ExerciseId,
  here: { plan: Plan; place: Place } | undefined,
): Beat[] => {
  const { shortName } = inForm(content, { exercise, form: 'normal' }).words;
  const at = here?.plan.steps.findIndex((step) => step.exercise === exercise) ?? -1;
  if (!here || at < 0) return [sayPhrase(content, 'notInToday', { shortName })];
  const now = indexOf(here.plan, here.place);
  const before = here.plan.steps[at - 1];
  if (at < now) return [sayPhrase(content, 'inTodayBefore')];
  if (at === now || !before) return [sayPhrase(content, 'inTodayNow')];
  return [sayPhrase(content, 'inTodayLater', { shortName: inForm(content, before).words.shortName })];
};
