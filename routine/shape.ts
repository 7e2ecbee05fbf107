import { ahead, announceAhead, stepAhead } from './ask.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { offer } from './choosing.ts';
import { planMinutes } from './duration.ts';
import { finish } from './finishing.ts';
import { formTowards, inForm } from './form.ts';
import { goOnWith, takenIn, withPlan } from './goOn.ts';
import { running } from './history.ts';
import { release } from './leaving.ts';
import { movedTo } from './moving.ts';
import type { ExerciseId } from './exercise.ts';
import type { Place, Plan, Step } from './listener.ts';
import { indexOf, startOf } from './place.ts';
import { listed, numberWord } from './phrases.ts';
import { startFresh } from './startFresh.ts';
import { moment } from './moment.ts';
import { close, type Outcome, type Talk, type Turn } from './talk.ts';

/** Whether a routine is still to be chosen: then a wish chooses it, instead of changing the rest of one. */
const choosing = (turn: Turn): boolean => {
  const when = moment(turn);
  return when === 'none' || when === 'finished' || when === 'choosing' || when === 'lastQuestion' || turn.talk.draft !== undefined;
};

/** Another routine is offered, for the side that is known. */
const chooseAnother = (turn: Turn, wanted: NonNullable<Talk['wanted']>, before: readonly Beat[] = []): Outcome => {
  const there: Turn = { ...turn, talk: { ...turn.talk, wanted: { ...turn.talk.wanted, ...wanted } } };
  const side = turn.talk.draft?.plan.side;
  return side ? offer(there, side, before) : startFresh(there, before);
};

/**
 * The plan's rest with some steps left out. Goes on where it was; where the current exercise is left out too, the next
 * one is announced, and after the last the session is over.
 */
const withRest = (turn: Turn, words: readonly Beat[], keep: (step: Step) => boolean, change: (step: Step) => Step = (step) => step): Outcome => {
  const there = takenIn(turn);
  const found = ahead(there);
  if (!found) return goOnWith(turn, words);
  const from = Math.max(0, indexOf(found.plan, found.place));
  const steps = found.plan.steps.map((step, i) => (i >= from ? change(step) : step));
  const plan: Plan = { ...found.plan, steps: steps.filter((step, i) => i < from || keep(step)) };
  const current = steps[from];
  if (current && keep(current)) return goOnWith(turn, words, (again) => withPlan(again, plan));

  const out = moment(turn) === 'block' ? release(turn) : [];
  const next = plan.steps[from];
  if (!next) return turn.talk.draft ? close(turn, [...words, sayPhrase(turn.content, 'nothingLeft')]) : finish(there, undefined, [...out, ...words]);
  return announceAhead(movedTo(withPlan(there, plan), startOf(next)), [...out, ...words]);
};

const needs = (turn: Turn, step: Step, thing: string): boolean =>
  inForm(turn.content, step).equipment.some(({ id }) => id === thing);

const withoutThing = (turn: Turn, thing: string) => (step: Step): Step => {
  const form = formTowards(turn.content, step, { without: thing });
  return form && needs(turn, step, thing) ? { ...step, form } : step;
};

const saysOf = (turn: Turn, before: Step, after: Step): Beat[] => {
  const says = before === after ? undefined : turn.content.exercises[after.exercise]?.words.forms[after.form]?.says;
  return says ? [say(turn.content, says)] : [];
};

/** "No ball": its substitute from here on, and said so; an exercise that cannot do without is left out. */
export const without = (turn: Turn, thing: string): Outcome => {
  const found = ahead(takenIn(turn));
  const when = moment(turn);
  if (!found || when === 'none' || when === 'finished' || when === 'choosing' || when === 'lastQuestion') {
    return goOnWith(turn, [sayPhrase(turn.content, 'thenWithout')]);
  }
  const rest = found.plan.steps.slice(Math.max(0, indexOf(found.plan, found.place)));
  const changed = rest.map(withoutThing(turn, thing));
  const impossible = changed.find((step) => needs(turn, step, thing));
  const said = rest.flatMap((step, i) => saysOf(turn, step, changed[i] ?? step)).slice(0, 1);
  const leftOut = impossible ? [sayPhrase(turn.content, 'leftOut', { shortName: inForm(turn.content, impossible).words.shortName })] : [];
  const words = [...said, ...leftOut];
  return withRest(
    turn,
    words.length > 0 ? words : [sayPhrase(turn.content, 'notNeeded')],
    (step) => !needs(turn, step, thing),
    withoutThing(turn, thing),
  );
};

const toGo = (turn: Turn, plan: Plan, place: Place): Beat =>
  sayPhrase(turn.content, 'minutesToGo', {
    minutes: numberWord(turn.content, planMinutes(turn.content, turn.listener, plan, place)),
    count: plan.steps.length - Math.max(0, indexOf(plan, place)),
  });

/** "Five minutes": a routine of that length; in the middle of one, its end is left out until the rest fits. */
export const minutes = (turn: Turn, wanted: number): Outcome => {
  if (choosing(turn)) return chooseAnother(turn, { minutes: wanted });
  const there = takenIn(turn);
  const found = ahead(there);
  if (!found) return chooseAnother(turn, { minutes: wanted });
  const from = Math.max(0, indexOf(found.plan, found.place));
  let plan = found.plan;
  const tooLong = () => planMinutes(turn.content, there.listener, plan, found.place) > wanted;
  while (plan.steps.length > from + 1 && tooLong()) plan = { ...plan, steps: plan.steps.slice(0, -1) };
  const shorter = plan;
  return goOnWith(turn, [toGo(there, shorter, found.place)], (again) => withPlan(again, shorter));
};

/** "Standing only", "on the bed": what can be done there; the ball belongs on the floor. */
export const position = (turn: Turn, where: 'standing' | 'floor' | 'bed'): Outcome => {
  const words = [sayPhrase(turn.content, `position-only-${where}`)];
  if (choosing(turn)) return chooseAnother(turn, { position: where }, words);
  const fits = (step: Step): boolean => {
    const standing = inForm(turn.content, step).position === 'standing';
    return where === 'standing' ? standing : !standing && !(where === 'bed' && needs(turn, step, 'ball'));
  };
  return withRest(turn, words, fits);
};

/** "Nothing to fetch": substitutes are things too, so what needs one is done another way or left out. */
export const nothingToFetch = (turn: Turn): Outcome => {
  const words = [sayPhrase(turn.content, 'thenWithout')];
  if (choosing(turn)) return chooseAnother(turn, { nothingToFetch: true }, words);
  const withoutAny = (step: Step): Step =>
    inForm(turn.content, step).equipment.reduce((one, { id }) => withoutThing(turn, id)(one), step);
  return withRest(turn, words, (step) => !inForm(turn.content, step).words.needs, withoutAny);
};

const nameOf = (turn: Turn, exercise: ExerciseId): string => turn.content.exercises[exercise]?.words.shortName ?? exercise;

/** "Skip the corkscrew": not today. */
export const leaveOutNamed = (turn: Turn, exercise: ExerciseId): Outcome => {
  const found = ahead(takenIn(turn));
  const rest = found?.plan.steps.slice(Math.max(0, indexOf(found.plan, found.place))) ?? [];
  const inPlan = rest.some((step) => step.exercise === exercise);
  const key = inPlan ? 'leftOut' : 'notToday';
  return withRest(turn, [sayPhrase(turn.content, key, { shortName: nameOf(turn, exercise) })], (step) => step.exercise !== exercise);
};

/** "Never this one": left out today and from now on, where nobody asks for it by name. */
export const never = (turn: Turn, named: ExerciseId | undefined): Outcome => {
  const exercise = named ?? stepAhead(takenIn(turn))?.exercise;
  if (!exercise) return goOnWith(turn, [sayPhrase(turn.content, 'neverWhich')]);
  const listener = { ...turn.listener, preferences: { ...turn.listener.preferences, never: [...new Set([...(turn.listener.preferences.never ?? []), exercise])] } };
  const words = [sayPhrase(turn.content, 'neverAgain', { shortName: nameOf(turn, exercise) })];
  return withRest({ ...turn, listener }, words, (step) => step.exercise !== exercise);
};

/** "Bring the corkscrew back"; without a name, all of them. */
export const bringBack = (turn: Turn, named: ExerciseId | undefined): Outcome => {
  const { never: left = [], ...others } = turn.listener.preferences;
  const kept = named ? left.filter((exercise) => exercise !== named) : [];
  const back = left.filter((exercise) => !kept.includes(exercise));
  if (back.length === 0) return goOnWith(turn, [sayPhrase(turn.content, 'nothingToBringBack')]);
  const names = listed(turn.content, back.map((exercise) => nameOf(turn, exercise)));
  return goOnWith(turn, [sayPhrase(turn.content, 'broughtBack', { names })], (there) => ({
    ...there,
    listener: { ...there.listener, preferences: kept.length > 0 ? { ...others, never: kept } : others },
  }));
};

/**
 * "I take blood thinners": what people leave out with it is left out, for this session, and stored nowhere. Where
 * nothing is left to do, somebody else has to say what is right.
 */
export const condition = (turn: Turn, id: string): Outcome => {
  const { content, talk } = turn;
  const told: Turn = { ...turn, talk: { ...talk, conditions: [...new Set([...(talk.conditions ?? []), id])] } };
  const leftOut = Object.values(content.exercises).filter(({ facts }) => facts.leaveOutWith.includes(id));
  const all = leftOut.length === Object.keys(content.exercises).length;
  const out = moment(turn) === 'block' ? release(turn) : [];
  if (all) return close({ ...takenIn(told) }, [...out, sayPhrase(content, id === 'pregnancy' ? 'askMidwifeFirst' : 'askFirst')]);
  if (leftOut.length === 0) return goOnWith(told, [sayPhrase(content, 'onlyAsComfortable')]);
  const keep = (step: Step) => !content.exercises[step.exercise]?.facts.leaveOutWith.includes(id);
  const found = ahead(takenIn(told));
  const today = found?.plan.steps.filter((step) => !keep(step)).map(({ exercise }) => exercise) ?? [];
  const names = listed(content, [...new Set(today)].map((exercise) => nameOf(turn, exercise)));
  const words = [today.length > 0 ? sayPhrase(content, 'conditionLeavesOut', { names }) : sayPhrase(content, found ? 'conditionNothing' : 'conditionNoted')];
  return running(told.listener) || talk.draft ? withRest(told, words, keep) : goOnWith(told, words);
};
