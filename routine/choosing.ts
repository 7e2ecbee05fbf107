import { ask } from './ask.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { choose } from './choose.ts';
import { planMinutes, planToday, runsThrough } from './duration.ts';
import { inForm } from './form.ts';
import { announce, known, namesOfThings } from './gate.ts';
import type { Side } from './exercise.ts';
import type { Listener, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { leavesOutStrength } from './plan.ts';
import { startOf } from './place.ts';
import { listed, numberWord } from './phrases.ts';
import { close, type Outcome, type Talk, type Turn } from './talk.ts';

/** The plan for what was asked for, on this side. */
const planFor = ({ content, listener, talk, now }: Turn, side: Side): Plan => {
  const made = planToday(content, choose(content, talk.wanted ?? {}, listener), side, listener, now);
  return { ...made, steps: suiting(content, talk, made.steps) };
};

/** The steps that go with every condition that was told. */
export const suiting = (content: Content, { conditions = [] }: Talk, steps: readonly Step[]): Step[] =>
  steps.filter(({ exercise }) => {
    const leaveOutWith = content.exercises[exercise]?.facts.leaveOutWith ?? [];
    return !conditions.some((condition) => leaveOutWith.includes(condition));
  });

/** "You need a tennis ball, or rolled-up socks.", once for each thing; to a newcomer also that there is nothing. */
const toFetch = (content: Content, made: Plan, isNew: boolean): Beat[] => {
  const things = [...new Set(made.steps.flatMap((step) => inForm(content, step).words.needs || []))];
  if (things.length === 0) return isNew ? [sayPhrase(content, 'nothingToFetch')] : [];
  return things.map((thing) => sayPhrase(content, 'youNeed', { things: thing }));
};

/** Whoever knows all of it hears its minutes and what to fetch in a few words: "Ten minutes, with the ball." */
const briefly = (content: Content, listener: Listener, made: Plan): Beat => {
  const names = [...new Set(made.steps.flatMap((step) => namesOfThings(content, step)))];
  const minutes = numberWord(content, planMinutes(content, listener, made));
  return sayPhrase(content, names.length > 0 ? 'planKnownWith' : 'planKnown', { minutes, things: listed(content, names) });
};

const sized = (content: Content, listener: Listener, made: Plan): Beat =>
  sayPhrase(content, 'planSize', {
    minutes: numberWord(content, planMinutes(content, listener, made)),
    count: made.steps.length,
  });

const halfADay = 12 * 60 * 60 * 1000;

/** Complete sessions of a routine after which the coach offers to run straight through: in the third and the fifth. */
const offeredAfter: readonly number[] = [2, 4];

/** Whether to offer running straight through: not to somebody who chose, and only where it saves a question today. */
const mayRunOn = (content: Content, listener: Listener, made: Plan): boolean =>
  listener.preferences.runThrough === undefined &&
  offeredAfter.includes(listener.completeSessions[made.routine] ?? 0) &&
  listener.history.at(-1)?.complete !== false &&
  runsThrough(content, listener, made);

/** Offers a plan on this side: length, things to fetch, the first exercise, and the gate. Stores nothing yet. */
export const offer = (turn: Turn, side: Side, before: readonly Beat[] = [], plan?: Plan): Outcome => {
  const { content, listener, talk } = turn;
  const made = plan ?? planFor(turn, side);
  const [first] = made.steps;
  if (!first) return close(turn, [...before, sayPhrase(content, 'askFirst')]);
  const offered: Turn = { ...turn, talk: { ...talk, draft: { plan: made, place: startOf(first) }, misunderstood: 0, waits: 0 } };
  const isNew = listener.totals.sessions === 0;
  return ask(offered, 'start', before, {
    words: [
      sayPhrase(content, `side-${side}`),
      ...(leavesOutStrength(content, made, listener, turn.now) ? [sayPhrase(content, turn.now - (listener.lastStrengthAt ?? 0) < halfADay ? 'strengthToday' : 'strengthYesterday')] : []),
      ...(made.steps.every((step) => known(listener, step)) ? [briefly(content, listener, made)] : [sized(content, listener, made), ...toFetch(content, made, isNew)]),
      ...(isNew ? [sayPhrase(content, 'howToStop')] : []),
      ...(mayRunOn(content, listener, made) ? [sayPhrase(content, 'offerRunThrough')] : []),
      ...announce(content, listener, first, 'first'),
      sayPhrase(content, 'shallWe'),
    ],
  });
};

/** The welcome that says who should not start; nothing for somebody who answered after it before. */
const warning = ({ content, listener, talk }: Turn): Beat[] =>
  listener.welcomed || talk.warning === 'answered' ? [] : [sayPhrase(content, 'welcome'), sayPhrase(content, 'whoShouldNotStart')];

/** A fresh session: welcome, then the side if it is not known, else the gate of its first exercise. */
export const fresh = (turn: Turn, before: readonly Beat[] = []): Outcome => {
  const { content, listener, talk } = turn;
  const said = warning(turn);
  const warned: Turn = said.length > 0 ? { ...turn, talk: { ...talk, warning: 'spoken' } } : turn;
  const { side } = listener.preferences;
  if (side === undefined) return ask(warned, 'side', [...before, ...said]);
  const greeting = said.length === 0 && before.length === 0 ? [sayPhrase(content, 'welcomeBack')] : [];
  return offer(warned, side, [...before, ...said, ...greeting]);
};

/** A side was named where one was to be chosen: the warning first if nobody has heard it. */
export const sideChosen = (turn: Turn, side: Side): Outcome => {
  const said = warning(turn).length > 0 && turn.talk.warning === undefined ? warning(turn) : [];
  const warned: Turn = said.length > 0 ? { ...turn, talk: { ...turn.talk, warning: 'spoken' } } : turn;
  return offer(warned, side, said);
};
