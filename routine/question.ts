import { ahead, announceAhead, ask, settled } from './ask.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import { planMinutes } from './duration.ts';
import type { Question } from './events.ts';
import type { ExerciseId } from './exercise.ts';
import { doseOf, inForm } from './form.ts';
import { goOnWith, takenIn, withPlan } from './goOn.ts';
import type { Place, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { cuesAbout } from './cues.ts';
import { thingsFor } from './equipment.ts';
import { aboutNamed, inToday } from './named.ts';
import { sideOfPass } from './parts.ts';
import { afterStep, indexOf, stepAt } from './place.ts';
import { numberWord, ordinalWord } from './phrases.ts';
import { lastTime, minutesDone, progress, thisWeek } from './progress.ts';
import { moment } from './moment.ts';
import type { Outcome, Turn } from './talk.ts';

/** Where a question is asked: the plan, and the step and place it is about. */
interface Here {
  readonly plan: Plan;
  readonly place: Place;
  readonly step: Step;
}

const hereIn = (turn: Turn): Here | undefined => {
  const found = ahead(turn);
  const step = found && stepAt(found.plan, found.place);
  return found && step ? { ...found, step } : undefined;
};

const howLong = (turn: Turn, { plan, place }: Here): Beat[] => [
  sayPhrase(turn.content, 'minutesToGo', {
    minutes: numberWord(turn.content, planMinutes(turn.content, turn.listener, plan, place)),
    count: plan.steps.length - indexOf(plan, place),
  }),
];

const howMany = ({ content }: Turn, { plan, place, step }: Here): Beat[] => {
  const { sets } = doseOf(inForm(content, step), step.dose);
  const set = { ordinal: ordinalWord(content, place.set), total: numberWord(content, sets) };
  const after = plan.steps.length - indexOf(plan, place) - 1;
  if (place.set === 0) return [sayPhrase(content, 'exercisesToGo', { count: after + 1 })];
  return [
    ...(sets > 1 ? [sayPhrase(content, 'setOf', set)] : []),
    after === 0 ? sayPhrase(content, 'lastOne') : sayPhrase(content, 'exercisesAfterThis', { count: after }),
  ];
};

const nameOf = (content: Content, step: Step): string => inForm(content, step).words.name;

/** What was only announced is itself what comes next. */
const whatsNext = (turn: Turn, { plan, place, step }: Here): Beat[] => {
  const { content } = turn;
  const next = afterStep(plan, place);
  const then = next === 'end' ? undefined : stepAt(plan, next);
  const name = nameOf(content, step);
  if (place.set > 0 || moment(turn) === 'block') {
    return [then ? sayPhrase(content, 'nextIs', { name: nameOf(content, then) }) : sayPhrase(content, 'lastOne')];
  }
  return [then ? sayPhrase(content, 'nextIsThen', { name, then: nameOf(content, then) }) : sayPhrase(content, 'nextIsLast', { name })];
};

const whatDoINeed = ({ content }: Turn, { plan, place }: Here): Beat[] => {
  const rest = plan.steps.slice(indexOf(plan, place));
  const things = thingsFor(content, rest);
  if (things.length === 0) return [sayPhrase(content, 'nothingToFetch')];
  return things.map((thing) => sayPhrase(content, 'youNeed', { things: thing }));
};

const whichSide = ({ content }: Turn, { plan, place, step }: Here): Beat[] => {
  const { sides } = inForm(content, step);
  const { passes } = doseOf(inForm(content, step), step.dose);
  if (sides === 'none' || sides === 'alternating') return [sayPhrase(content, 'bothSidesHere')];
  return [sayPhrase(content, sides === 'each' && place.set === 0 ? `side-${plan.side}` : `side-${sideOfPass(step, place.pass, passes)}`)];
};

/** Which leg, which arm: the cues of this pass that name it. */
const limb =
  (which: 'leg' | 'arm') =>
  ({ content }: Turn, { place, step }: Here): Beat[] =>
    cuesAbout(content, step, place, which).map((text) => say(content, text));

const purpose = ({ content }: Turn, { step }: Here): Beat[] => [say(content, inForm(content, step).words.purpose)];

const aboutHere: Partial<Record<Question, (turn: Turn, here: Here) => Beat[]>> = {
  howLong,
  howMany,
  whatsNext,
  whatDoINeed,
  whichSide,
  whichLeg: limb('leg'),
  whichArm: limb('arm'),
  purpose,
};

const aboutTheRest: ReadonlySet<Question> = new Set(['howLong', 'howMany', 'whatsNext']);

const aboutThem: Partial<Record<Question, (turn: Turn) => Beat[]>> = {
  progress,
  thisWeek,
  lastTime,
  minutesDone,
  volume: ({ content }) => [sayPhrase(content, 'volume')],
  choices: ({ content }) => [sayPhrase(content, 'choices')],
  whatDoYouKnow: ({ content }) => [sayPhrase(content, 'whatIKnow')],
};

/** The full instruction: in a block at once, before one from its first word on. */
const explain = (turn: Turn): Outcome => {
  const { content } = turn;
  if (moment(turn) === 'block') return goOnWith(turn, [], undefined, { explain: true });
  const here = hereIn(takenIn(turn));
  if (!here) return help(turn);
  const full: Plan = {
    ...here.plan,
    steps: here.plan.steps.map((step) => (step.id === here.step.id ? { ...step, level: 'full' } : step)),
  };
  const words = [say(content, inForm(content, here.step).words.purpose), sayPhrase(content, 'explainedInside')];
  return goOnWith(turn, words, (there) => withPlan(there, full));
};

/** What can be said here, not a catalogue; outside a block also who should not start. Then the same question again. */
const help = (turn: Turn): Outcome => {
  const { content, talk } = turn;
  const when = moment(turn);
  if (when === 'block') return goOnWith(turn, [sayPhrase(content, 'helpInBlock')]);
  const warning = sayPhrase(content, 'whoShouldNotStart');
  if (when === 'none' || when === 'finished') {
    const warned: Turn = { ...turn, talk: { ...talk, warning: 'answered' } };
    return fresh(warned, [sayPhrase(content, 'helpStart'), warning]);
  }
  const about = talk.asked === 'sharp' || talk.asked === 'easier' ? 'hurt' : talk.asked?.startsWith('tighter') ? 'tighter' : when;
  const words = [sayPhrase(content, `help-${about}`), warning];
  if (when === 'gate' && talk.asked !== 'tighter') return announceAhead(settled(turn), words, 'again');
  return ask(takenIn(turn), talk.asked ?? 'side', words);
};

/** A question changes no preference and no plan: it is answered, and it goes on as before, in every moment. */
export const question = (turn: Turn, asked: Question, named?: ExerciseId): Outcome => {
  const here = hereIn(takenIn(turn));
  if (named !== undefined && asked === 'inToday') return goOnWith(turn, inToday(turn, named, here));
  if (named !== undefined && named !== here?.step.exercise && (asked === 'explain' || asked === 'purpose')) {
    return goOnWith(turn, aboutNamed(turn, named, asked));
  }
  if (asked === 'help') return help(turn);
  if (asked === 'explain') return explain(turn);
  const answer = aboutThem[asked];
  if (answer) return goOnWith(turn, answer(turn));
  const when = moment(turn);
  // At the last question nothing is ahead any more.
  if (when === 'lastQuestion' && aboutTheRest.has(asked)) return goOnWith(turn, [sayPhrase(turn.content, 'allBehind')]);
  if (!here && when === 'choosing') return goOnWith(turn, [sayPhrase(turn.content, 'onceTheSide')]);
  return goOnWith(turn, here ? (aboutHere[asked]?.(turn, here) ?? []) : [sayPhrase(turn.content, 'nothingRunning')]);
};
