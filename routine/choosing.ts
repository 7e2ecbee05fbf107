import { announce } from './announce.ts';
import { ask } from './ask.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { choose } from './choose.ts';
import { planMinutes, planToday, runsThrough } from './duration.ts';
import { namesOfThings, thingsFor } from './equipment.ts';
import { doneWithout, needsAny, onBed, suitedTo } from './form.ts';
import type { Side } from './exercise.ts';
import type { Listener, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { ofAnotherPlan } from './leftOut.ts';
import { leavesOutStrength } from './plan.ts';
import { running, known } from './history.ts';
import { startOf } from './place.ts';
import { listed, numberWord } from './phrases.ts';
import { close, type Outcome, type Talk, type Turn } from './talk.ts';

/** The plan for what was asked for, on this side, whatever was told about the person. */
const planFor = ({ content, listener, talk, now }: Turn, side: Side): Plan => {
  const made = planToday(content, choose(content, talk.wanted ?? {}, listener), side, listener, now);
  const there = talk.wanted?.position === 'bed' ? made.steps.map((step) => onBed(content, step)) : made.steps;
  const others = there.filter(({ exercise }) => !talk.wanted?.done?.includes(exercise));
  return { ...made, steps: others.length > 0 ? others : there };
};

/** What would be offered now; without a side as to somebody whose left side hurts. */
export const wouldOffer = (turn: Turn): Plan => {
  const side = turn.talk.wanted?.side ?? turn.listener.preferences.side ?? 'left';
  const whole = planFor(turn, side);
  return { ...whole, steps: suiting(turn.content, turn.talk, whole.steps) };
};

/** What does not go with a condition that was told, by name. */
const weLeaveOut = (content: Content, all: readonly Step[], suit: readonly Step[]): Beat[] => {
  const out = all
    .filter(({ id }) => !suit.some((step) => step.id === id))
    .map(({ exercise }) => content.exercises[exercise]?.words.shortName ?? exercise);
  return out.length > 0 ? [sayPhrase(content, 'weLeaveOut', { names: listed(content, [...new Set(out)]) })] : [];
};

/** The steps that go with every condition that was told and need nothing that is missing, in the form for it. */
export const suiting = (
  content: Content,
  { conditions = [], without = [] }: Pick<Talk, 'conditions' | 'without'>,
  steps: readonly Step[],
): Step[] =>
  steps
    .map((step) => doneWithout(content, step, without))
    .filter((step) => !needsAny(content, step, without))
    .flatMap(
      (step) =>
        conditions.reduce<Step | undefined>((one, condition) => one && suitedTo(content, one, condition), step) ?? [],
    );

/** "You need a tennis ball, or rolled-up socks."; to a newcomer also that there is nothing. */
const toFetch = (content: Content, made: Plan, isNew: boolean): Beat[] => {
  const things = thingsFor(content, made.steps);
  if (things.length === 0) return isNew ? [sayPhrase(content, 'nothingToFetch')] : [];
  return things.map((thing, i) => sayPhrase(content, i === 0 ? 'youNeed' : 'youNeedToo', { things: thing }));
};

/** Whoever knows all of it hears its minutes and what to fetch in a few words: "Ten minutes, with the ball." */
const briefly = (content: Content, listener: Listener, made: Plan): Beat => {
  const names = [...new Set(made.steps.flatMap((step) => namesOfThings(content, step)))];
  const minutes = numberWord(content, planMinutes(content, listener, made));
  return sayPhrase(content, names.length > 0 ? 'planKnownWith' : 'planKnown', {
    minutes,
    things: listed(content, names),
  });
};

/** A length this far from the one that was asked for is another length. */
const nearly = [0.75, 1.25] as const;

const planSize = (content: Content, listener: Listener, made: Plan): Beat =>
  sayPhrase(content, 'planSize', {
    minutes: numberWord(content, planMinutes(content, listener, made)),
    count: made.steps.length,
  });

/** That it is not as long as was asked for, where nothing is. */
const nearest = (content: Content, listener: Listener, made: Plan, wanted: number | undefined): Beat[] => {
  const minutes = planMinutes(content, listener, made);
  const asFor = wanted === undefined || (minutes >= wanted * nearly[0] && minutes <= wanted * nearly[1]);
  return asFor ? [] : [sayPhrase(content, 'nearest')];
};

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
  const whole = plan ?? planFor(turn, side);
  const made: Plan = { ...whole, steps: suiting(content, talk, whole.steps) };
  const [first] = made.steps;
  if (!first) return close(turn, [...before, sayPhrase(content, 'askFirst')]);
  const offered: Turn = {
    ...turn,
    talk: {
      ...talk,
      draft: { plan: made, place: startOf(first) },
      wanted: { ...talk.wanted, side: undefined },
      leftOut: ofAnotherPlan(talk),
      misunderstood: 0,
      waits: 0,
    },
  };
  const isNew = listener.totals.sessions === 0;
  const knowsAll = made.steps.every((step) => known(listener, step));
  return ask(offered, 'start', before, {
    words: [
      sayPhrase(content, `side-${side}`),
      ...(leavesOutStrength(content, made, listener, turn.now)
        ? [
            sayPhrase(
              content,
              turn.now - (listener.lastStrengthAt ?? 0) < halfADay ? 'strengthToday' : 'strengthYesterday',
            ),
          ]
        : []),
      ...weLeaveOut(content, suiting(content, { without: talk.without }, whole.steps), made.steps),
      knowsAll ? briefly(content, listener, made) : planSize(content, listener, made),
      ...nearest(content, listener, made, talk.wanted?.minutes),
      ...(knowsAll ? [] : toFetch(content, made, isNew)),
      ...(isNew && !talk.draft && talk.asked !== 'start' && !running(listener)
        ? [sayPhrase(content, 'howToStop')]
        : []),
      ...(mayRunOn(content, listener, made) ? [sayPhrase(content, 'offerRunThrough')] : []),
      ...announce(content, listener, first, 'first'),
      sayPhrase(content, 'shallWe'),
    ],
  });
};

/** The welcome that says who should not start; nothing for somebody who answered after it before. */
const warning = ({ content, listener, talk }: Turn): Beat[] =>
  listener.welcomed || talk.warning === 'answered'
    ? []
    : [sayPhrase(content, 'welcome'), sayPhrase(content, 'whoShouldNotStart')];

/** A fresh session: welcome, then the side if it is not known, else the gate of its first exercise. */
export const fresh = (turn: Turn, before: readonly Beat[] = []): Outcome => {
  const { content, listener, talk } = turn;
  const said = warning(turn);
  const warned: Turn = said.length > 0 ? { ...turn, talk: { ...talk, warning: 'spoken' } } : turn;
  const side = talk.wanted?.side ?? listener.preferences.side;
  if (side === undefined) return ask(warned, 'side', [...before, ...said]);
  const greeting = said.length === 0 && before.length === 0 && !talk.asked ? [sayPhrase(content, 'welcomeBack')] : [];
  return offer(warned, side, [...before, ...said, ...greeting]);
};

/** A side was named where one was to be chosen: the warning first if nobody has heard it. */
export const sideChosen = (turn: Turn, side: Side): Outcome => {
  const said = warning(turn).length > 0 && turn.talk.warning === undefined ? warning(turn) : [];
  const warned: Turn = said.length > 0 ? { ...turn, talk: { ...turn.talk, warning: 'spoken' } } : turn;
  return offer(warned, side, said);
};
