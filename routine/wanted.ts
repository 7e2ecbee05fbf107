import { type Beat, say, sayPhrase } from './beats.ts';
import { together, type Wanted } from './choose.ts';
import { offer, suiting } from './choosing.ts';
import { planMinutes } from './duration.ts';
import type { Besides, Whereabouts } from './events.ts';
import { doneWithout, inForm, needsAny, onBed } from './form.ts';
import { takenIn } from './ahead.ts';
import { goOnWith } from './goOn.ts';
import type { Step } from './listener.ts';
import { moment } from './moment.ts';
import { numberWord } from './phrases.ts';
import { startOf, stepAt } from './place.ts';
import { restOf, withRest } from './rest.ts';
import { changeSide } from './sideChange.ts';
import { startFresh } from './startFresh.ts';
import type { Outcome, Turn } from './talk.ts';

/** Whether a routine is still to be chosen: then a wish chooses it, instead of changing the rest of one. */
const choosing = (turn: Turn): boolean => {
  const when = moment(turn);
  if (turn.talk.draft || turn.talk.asked === 'finishThose' || turn.talk.asked === 'didYouFinish') return true;
  return when === 'none' || when === 'finished' || when === 'choosing' || when === 'lastQuestion';
};

/** Another routine is offered, for the side that is known. */
export const chooseAnother = (turn: Turn, wanted: Wanted, before: readonly Beat[] = []): Outcome => {
  const there: Turn = { ...turn, talk: { ...turn.talk, wanted: together(turn.talk.wanted ?? {}, wanted) } };
  const { draft } = turn.talk;
  return draft ? offer(there, wanted.side ?? draft.plan.side, before) : startFresh(there, before);
};

const missing = (turn: Turn, things: readonly string[]): Turn => ({
  ...turn,
  talk: { ...turn.talk, without: [...new Set([...(turn.talk.without ?? []), ...things])] },
});

const having = (turn: Turn, condition: string | undefined): Turn =>
  condition === undefined
    ? turn
    : { ...turn, talk: { ...turn.talk, conditions: [...new Set([...(turn.talk.conditions ?? []), condition])] } };

const saysOf = (turn: Turn, before: Step, after: Step): Beat[] => {
  const says =
    before.form === after.form ? undefined : turn.content.exercises[after.exercise]?.words.forms[after.form]?.says;
  return says ? [say(turn.content, says)] : [];
};

/** "No ball": its substitute from here on, and said so; an exercise that cannot do without is left out. */
export const without = (turn: Turn, thing: string): Outcome => {
  const { content } = turn;
  const there = missing(turn, [thing]);
  const when = moment(turn);
  const rest =
    when === 'none' || when === 'finished' || when === 'lastQuestion' ? undefined : restOf(takenIn(turn))?.rest;
  if (!rest) return goOnWith(there, [sayPhrase(content, 'withoutIt')]);
  const changed = rest.map((step) => doneWithout(content, step, [thing]));
  const impossible = changed.find((step) => needsAny(content, step, [thing]));
  const said = rest.flatMap((step, i) => saysOf(turn, step, changed[i] ?? step)).slice(0, 1);
  const leftOut = impossible
    ? [sayPhrase(content, 'leftOut', { shortName: inForm(content, impossible).words.shortName })]
    : [];
  // Back in its plain form, which says nothing of its own: that set-up nobody has heard yet.
  const plain = said.length > 0 ? -1 : rest.findIndex((step, i) => step.form !== changed[i]?.form);
  const words = [...said, ...(plain >= 0 ? [sayPhrase(content, 'withoutIt')] : []), ...leftOut];
  return withRest(
    there,
    words.length > 0 ? words : [sayPhrase(content, 'notNeeded')],
    (steps) => suiting(content, there.talk, steps),
    { anew: plain === 0 },
  );
};

/** All things that exercises need, substitutes included. */
const everyThing = (turn: Turn): string[] =>
  Object.values(turn.content.exercises).flatMap(({ facts }) =>
    [facts, ...Object.values(facts.forms)].flatMap(({ equipment = [] }) =>
      equipment.flatMap(({ id, substitute }) => [id, substitute ?? id]),
    ),
  );

const isThere =
  (turn: Turn, where: Whereabouts | undefined) =>
  (step: Step): boolean => {
    const standing = inForm(turn.content, step).position === 'standing';
    if (where === undefined) return true;
    return where === 'standing'
      ? standing
      : !standing && !(where === 'bed' && needsAny(turn.content, step, ['ball', 'socks']));
  };

/** What one sentence asks of a session. */
type Sought = Besides & { readonly minutes?: number };

/** What was asked for, said back: minutes only where nothing else tells how long it will be, until the side is known. */
const saidBack = (
  { content, listener, talk }: Turn,
  { minutes, position, nothingToFetch, without, side, condition }: Sought,
): Beat[] => {
  const unsaid = minutes !== undefined && !side && !talk.draft && listener.preferences.side === undefined;
  return [
    ...(unsaid ? [sayPhrase(content, 'minutesThen', { minutes: numberWord(content, minutes) })] : []),
    ...(position ? [sayPhrase(content, `position-only-${position}`)] : []),
    ...(nothingToFetch ? [sayPhrase(content, 'thenWithout')] : []),
    ...(without === undefined ? [] : [sayPhrase(content, 'withoutIt')]),
    ...(condition === undefined ? [] : [sayPhrase(content, 'conditionNoted')]),
  ];
};

/**
 * "Ten minutes", "standing only", "nothing to fetch", or several of them at once: a routine like that. In the middle of
 * one, what does not fit is left out and its end too, until the rest is short enough; where nothing is left of it,
 * another one is offered.
 */
export const session = (turn: Turn, asked: Sought): Outcome => {
  const { minutes, position, nothingToFetch, without: thing, side, condition } = asked;
  const { content } = turn;
  const told = having(missing(turn, nothingToFetch ? everyThing(turn) : thing === undefined ? [] : [thing]), condition);
  const words = saidBack(turn, asked);
  const wanted: Wanted = {
    ...(minutes === undefined ? {} : { minutes }),
    ...(position ? { position } : {}),
    ...(nothingToFetch ? { nothingToFetch } : {}),
    ...(side ? { side } : {}),
  };
  const there = takenIn(turn);
  const found = choosing(turn) ? undefined : restOf(there);
  if (!found) return chooseAnother(told, wanted, words);
  if (side && side !== found.plan.side) {
    const { listener, talk } = session(turn, { ...asked, side: undefined });
    return changeSide({ ...turn, listener, talk }, side);
  }

  const lasts = (steps: readonly Step[]): number => {
    const [first] = steps;
    const at = first && (first.id === found.place.step ? found.place : startOf(first));
    return at ? planMinutes(content, there.listener, { ...found.plan, steps }, at) : 0;
  };
  const upTo = (steps: readonly Step[]): readonly Step[] =>
    minutes !== undefined && steps.length > 1 && lasts(steps) > minutes ? upTo(steps.slice(0, -1)) : steps;
  const placed = (step: Step): Step => (position === 'bed' ? onBed(content, step) : step);
  const reshaped = (steps: readonly Step[]) =>
    upTo(suiting(content, told.talk, steps.filter(isThere(turn, position)).map(placed)));
  const short = minutes !== undefined && lasts(reshaped(found.rest)) < minutes * 0.75;
  const instead = () => {
    const done = there.listener.session?.completed.flatMap((id) => stepAt(found.plan, { step: id })?.exercise ?? []);
    return chooseAnother(told, { ...wanted, side: side ?? found.plan.side, done }, [
      ...words,
      sayPhrase(content, 'fitsBetter'),
    ]);
  };
  return withRest(told, [...words, ...(short ? [sayPhrase(content, 'noMoreInIt')] : [])], reshaped, {
    instead,
    tells: true,
  });
};
