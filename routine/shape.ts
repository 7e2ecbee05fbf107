import { ahead, stepAhead } from './ask.ts';
import { say, sayPhrase } from './beats.ts';
import { fresh, suiting } from './choosing.ts';
import { suitedTo } from './form.ts';
import { goOnWith, takenIn } from './goOn.ts';
import { running } from './history.ts';
import { release } from './leaving.ts';
import { leavingOut } from './leftOut.ts';
import type { ExerciseId } from './exercise.ts';
import type { Step } from './listener.ts';
import { listed } from './phrases.ts';
import { restOf, withRest } from './rest.ts';
import { moment } from './moment.ts';
import { close, type Outcome, type Turn } from './talk.ts';

const nameOf = (turn: Turn, exercise: ExerciseId): string => turn.content.exercises[exercise]?.words.shortName ?? exercise;

/** "Skip the corkscrew": not today. */
export const leaveOutNamed = (turn: Turn, exercise: ExerciseId): Outcome => {
  const found = restOf(takenIn(turn));
  const inPlan = found?.rest.some((step) => step.exercise === exercise);
  const key = inPlan ? 'leftOut' : 'notToday';
  const outcome = withRest(turn, [sayPhrase(turn.content, key, { shortName: nameOf(turn, exercise) })], (steps) => steps.filter((step) => step.exercise !== exercise));
  return inPlan ? leavingOut(outcome, found?.plan, exercise) : outcome;
};

/** "Never this one": left out today and from now on, where nobody asks for it by name. */
export const never = (turn: Turn, named: ExerciseId | undefined): Outcome => {
  const exercise = named ?? stepAhead(takenIn(turn))?.exercise;
  if (!exercise) return goOnWith(turn, [sayPhrase(turn.content, 'neverWhich')]);
  const listener = { ...turn.listener, preferences: { ...turn.listener.preferences, never: [...new Set([...(turn.listener.preferences.never ?? []), exercise])] } };
  const words = [sayPhrase(turn.content, 'neverAgain', { shortName: nameOf(turn, exercise) })];
  const outcome = withRest({ ...turn, listener }, words, (steps) => steps.filter((step) => step.exercise !== exercise));
  return leavingOut(outcome, ahead(takenIn(turn))?.plan, exercise);
};

/**
 * "I take blood thinners": what people leave out with it is left out, for this session, and stored nowhere. Where
 * nothing is left to do, somebody else has to say what is right.
 */
export const condition = (turn: Turn, id: string): Outcome => {
  const { content, talk } = turn;
  const before = talk.conditions ?? [];
  const told: Turn = { ...turn, talk: { ...talk, conditions: [...new Set([...before, id])] } };
  const leftOut = Object.values(content.exercises).filter(({ facts }) => facts.leaveOutWith.includes(id));
  const all = leftOut.length === Object.keys(content.exercises).length;
  const out = moment(turn) === 'block' ? release(turn) : [];
  if (all) return close({ ...takenIn(told) }, [...out, sayPhrase(content, id === 'pregnancy' ? 'askMidwifeFirst' : 'askFirst')]);
  if (leftOut.length === 0) return goOnWith(told, [sayPhrase(content, 'onlyAsComfortable')]);
  if (before.includes(id)) return goOnWith(told, [sayPhrase(content, 'conditionKnown')]);
  const keep = (step: Step) => suitedTo(content, step, id) !== undefined;
  const found = ahead(takenIn(told));
  const today = found?.plan.steps.filter((step) => !keep(step)).map(({ exercise }) => exercise) ?? [];
  const names = listed(content, [...new Set(today)].map((exercise) => nameOf(turn, exercise)));
  const changed = found?.plan.steps.flatMap((step) => {
    const form = suitedTo(content, step, id)?.form ?? step.form;
    return form === step.form ? [] : [content.exercises[step.exercise]?.words.forms[form]?.says ?? []].flat();
  });
  const words = changed?.[0] ? [say(content, changed[0])] : [today.length > 0 ? sayPhrase(content, 'conditionLeavesOut', { names }) : sayPhrase(content, found ? 'conditionNothing' : 'conditionNoted')];
  if (running(told.listener) || talk.draft) return withRest(told, words, (steps) => suiting(content, told.talk, steps));
  // Known for this Alexa session only: one that it opens begins with it.
  return talk.asked ? goOnWith(told, words) : fresh(told, words);
};
