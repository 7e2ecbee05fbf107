import { ahead, stepAhead, takenIn } from './ahead.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { fresh, suiting } from './choosing.ts';
import { suitedTo } from './form.ts';
import { goOnWith } from './goOn.ts';
import { finished, running } from './history.ts';
import { release } from './leaving.ts';
import { leavingOut } from './leftOut.ts';
import type { ExerciseId } from './exercise.ts';
import type { Step } from './listener.ts';
import { listed } from './phrases.ts';
import { startOf } from './place.ts';
import { restOf, withRest } from './rest.ts';
import { moment } from './moment.ts';
import { close, type Outcome, type Turn } from './talk.ts';

const nameOf = (turn: Turn, exercise: ExerciseId): string =>
  turn.content.exercises[exercise]?.words.shortName ?? exercise;

/** "Skip the corkscrew": not today. */
export const leaveOutNamed = (turn: Turn, exercise: ExerciseId): Outcome => {
  const found = restOf(takenIn(turn));
  const inPlan = found?.rest.some((step) => step.exercise === exercise);
  const key = inPlan ? 'leftOut' : 'notToday';
  const outcome = withRest(turn, [sayPhrase(turn.content, key, { shortName: nameOf(turn, exercise) })], (steps) =>
    steps.filter((step) => step.exercise !== exercise),
  );
  return inPlan ? leavingOut(outcome, found?.plan, exercise) : outcome;
};

/** "Never this one": left out today and from now on, where nobody asks for it by name. */
export const never = (turn: Turn, named: ExerciseId | undefined): Outcome => {
  const exercise = named ?? stepAhead(takenIn(turn))?.exercise;
  if (!exercise) return goOnWith(turn, [sayPhrase(turn.content, 'neverWhich')]);
  const listener = {
    ...turn.listener,
    preferences: {
      ...turn.listener.preferences,
      never: [...new Set([...(turn.listener.preferences.never ?? []), exercise])],
    },
  };
  const words = [sayPhrase(turn.content, 'neverAgain', { shortName: nameOf(turn, exercise) })];
  const outcome = withRest({ ...turn, listener }, words, (steps) => steps.filter((step) => step.exercise !== exercise));
  return leavingOut(outcome, ahead(takenIn(turn))?.plan, exercise);
};

/** Nothing goes with it: as after a warning sign, the next launch is fresh and says again who should not start. */
const notToStart = (turn: Turn, words: readonly Beat[]): Outcome => {
  const { session: _, ...listener } = turn.listener;
  return close(turn, words, { ...listener, welcomed: false });
};

/** The session that waits behind what is offered loses what does not go with a condition, as what is offered does. */
const withoutBehind = (turn: Turn): Turn => {
  const { content, listener, talk } = turn;
  const session = running(listener);
  const found = talk.draft && session && restOf({ ...turn, talk: { ...talk, draft: undefined } });
  if (!session || !found) return turn;
  const kept = suiting(content, talk, found.rest);
  const [next] = kept;
  if (!next) return { ...turn, listener: finished(listener, session.ended?.at ?? turn.now) };
  const plan = { ...found.plan, steps: [...found.plan.steps.slice(0, -found.rest.length), ...kept] };
  const place = next.id === found.place.step ? found.place : startOf(next);
  return { ...turn, listener: { ...listener, session: { ...session, plan, place } } };
};

/** Where it is one exercise: how it stays out of every session to come, as the condition itself is not remembered. */
const keepOut = (turn: Turn, exercises: readonly ExerciseId[]): Beat[] => {
  const [only, ...more] = exercises.filter((exercise) => !turn.listener.preferences.never?.includes(exercise));
  if (only === undefined || more.length > 0 || moment(turn) === 'block') return [];
  return [sayPhrase(turn.content, 'keepItOut', { shortName: nameOf(turn, only) })];
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
  const keepsForm = (exercise: ExerciseId) => suitedTo(content, { exercise, form: 'normal' }, id) !== undefined;
  const all =
    leftOut.length === Object.keys(content.exercises).length && !leftOut.some(({ facts }) => keepsForm(facts.id));
  const out = moment(turn) === 'block' ? release(turn) : [];
  if (all)
    return notToStart(takenIn(told), [...out, sayPhrase(content, id === 'pregnancy' ? 'askMidwifeFirst' : 'askFirst')]);
  if (leftOut.length === 0) return goOnWith(told, [sayPhrase(content, 'onlyAsComfortable')]);
  if (before.includes(id)) return goOnWith(told, [sayPhrase(content, 'conditionKnown')]);
  const keep = (step: Step) => suitedTo(content, step, id) !== undefined;
  const found = ahead(takenIn(told));
  const today = found?.plan.steps.filter((step) => !keep(step)).map(({ exercise }) => exercise) ?? [];
  const names = listed(
    content,
    [...new Set(today)].map((exercise) => nameOf(turn, exercise)),
  );
  const changed = found?.plan.steps.flatMap((step) => {
    const form = suitedTo(content, step, id)?.form ?? step.form;
    return form === step.form ? [] : [content.exercises[step.exercise]?.words.forms[form]?.says ?? []].flat();
  });
  const differently = changed?.[0] === undefined ? undefined : say(content, changed[0]);
  const words = differently
    ? [differently, ...(today.length > 0 ? [sayPhrase(content, 'weLeaveOut', { names })] : [])]
    : [
        today.length > 0
          ? sayPhrase(content, 'conditionLeavesOut', { names })
          : sayPhrase(content, found ? 'conditionNothing' : 'conditionNoted'),
      ];
  const said = [
    ...words,
    ...keepOut(
      told,
      leftOut.filter(({ facts }) => !keepsForm(facts.id)).map(({ facts }) => facts.id),
    ),
  ];
  if (running(told.listener) || talk.draft)
    return withRest(withoutBehind(told), said, (steps) => suiting(content, told.talk, steps));
  // Known for this Alexa session only: one that it opens begins with it.
  return talk.asked ? goOnWith(told, said) : fresh(told, said);
};
