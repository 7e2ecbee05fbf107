import { ahead, takenIn } from './ahead.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { wouldOffer } from './choosing.ts';
import { planMinutes } from './duration.ts';
import type { Question } from './events.ts';
import type { ExerciseId } from './exercise.ts';
import { doseOf, inForm } from './form.ts';
import { goOnWith, withPlan } from './goOn.ts';
import type { Place, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { cuesAbout } from './cues.ts';
import { thingsFor } from './equipment.ts';
import { help } from './help.ts';
import { meantToHurt } from './hurt.ts';
import { whatIsKept } from './kept.ts';
import { aboutNamed, inToday } from './named.ts';
import { instruction, sideOfPass } from './parts.ts';
import { afterStep, indexOf, startOf, stepAt } from './place.ts';
import { listed, numberWord, ordinalWord, phrase } from './phrases.ts';
import { rests } from './plan.ts';
import { lastTime, minutesDone, progress, soFar, thisWeek } from './progress.ts';
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

/** Nothing runs or is offered yet: at the first exercise of what would be. */
const beforeAll = (turn: Turn): Here | undefined => {
  const plan = wouldOffer(turn);
  const [step] = plan.steps;
  return step && { plan, step, place: startOf(step) };
};

const howLong = (turn: Turn, { plan, place }: Here): Beat[] => {
  const count = plan.steps.length - indexOf(plan, place);
  const minutes = numberWord(turn.content, planMinutes(turn.content, turn.listener, plan, place));
  return [sayPhrase(turn.content, ahead(turn) ? 'minutesToGo' : 'planSize', { minutes, count })];
};

const howMany = (turn: Turn, here: Here): Beat[] => {
  const { content, talk } = turn;
  const { plan, place, step } = here;
  if (!ahead(turn)) return howLong(turn, here);
  const { sets } = doseOf(inForm(content, step), step.dose);
  const set = { ordinal: ordinalWord(content, place.set), total: numberWord(content, sets) };
  const after = plan.steps.length - indexOf(plan, place) - 1;
  // What was stopped in begins again from its set-up.
  if (place.set === 0 || talk.asked === 'finishThose')
    return [sayPhrase(content, 'exercisesToGo', { count: after + 1 })];
  return [
    ...(sets > 1 ? [sayPhrase(content, 'setOf', set)] : []),
    after === 0 ? sayPhrase(content, 'lastOne') : sayPhrase(content, 'exercisesAfterThis', { count: after }),
  ];
};

const nameOf = (content: Content, step: Step): string => inForm(content, step).words.shortName;

/** What was announced or waits comes first; in a block the exercise that is on does not count. */
const whatsNext = (turn: Turn, { plan, place, step }: Here): Beat[] => {
  const { content } = turn;
  const next = afterStep(plan, place);
  const then = next === 'end' ? undefined : stepAt(plan, next);
  const name = nameOf(content, step);
  if (moment(turn) === 'block') {
    return [then ? sayPhrase(content, 'nextIs', { name: nameOf(content, then) }) : sayPhrase(content, 'lastOne')];
  }
  return [
    then
      ? sayPhrase(content, 'nextIsThen', { name, then: nameOf(content, then) })
      : sayPhrase(content, 'nextIsLast', { name }),
  ];
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
  return [
    sayPhrase(
      content,
      sides === 'each' && place.set === 0 ? `side-${plan.side}` : `side-${sideOfPass(step, place.pass, passes)}`,
    ),
  ];
};

/** All of today, in one breath. */
const today = ({ content }: Turn, { plan }: Here): Beat[] => [
  sayPhrase(content, 'todayIs', {
    names: listed(content, [...new Set(plan.steps.map((step) => nameOf(content, step)))]),
  }),
];

const whyNoStrength = ({ content, listener, now }: Turn, { plan }: Here): Beat[] => {
  const isStrength = ({ exercise }: Pick<Step, 'exercise'>) => content.exercises[exercise]?.facts.needsRestDay;
  const isIn = plan.steps.find(isStrength);
  if (isIn) return [sayPhrase(content, 'strengthIsIn', { shortName: nameOf(content, isIn) })];
  if (rests(listener, now)) return [sayPhrase(content, 'strengthRests')];
  const one = Object.values(content.exercises).find(({ facts }) => facts.needsRestDay);
  return one ? [sayPhrase(content, 'strengthNotIn', { shortName: one.words.shortName })] : [];
};

/** Which leg, which arm: the cues of this pass that name it. */
const limb =
  (which: 'leg' | 'arm') =>
  ({ content }: Turn, { place, step }: Here): Beat[] =>
    cuesAbout(content, step, place, which, phrase(content, `both-${which}`)).map((text) => say(content, text));

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
  today,
  whyNoStrength,
};

const aboutTheRest: ReadonlySet<Question> = new Set(['howLong', 'howMany', 'whatsNext']);
/** What can be told of a session before it is offered. */
const aboutAny: ReadonlySet<Question> = new Set([...aboutTheRest, 'today', 'whatDoINeed', 'whyNoStrength']);

const aboutThem: Partial<Record<Question, (turn: Turn) => Beat[]>> = {
  progress,
  thisWeek,
  lastTime,
  minutesDone,
  volume: ({ content }) => [sayPhrase(content, 'volume')],
  choices: ({ content }) => [sayPhrase(content, 'choices')],
  soFar,
  whatDoYouKnow: whatIsKept,
  recordMe: ({ content }) => [sayPhrase(content, 'noRecordings')],
};

/** The key cues once more, in a block; nobody here can see. */
const amIRight = (turn: Turn): Outcome =>
  moment(turn) === 'block'
    ? goOnWith(turn, [sayPhrase(turn.content, 'cannotSeeKey')], undefined, { remind: true })
    : goOnWith(turn, [sayPhrase(turn.content, 'cannotSee')]);

/** The full instruction: in a block at once, before one from its first word on. */
const explain = (turn: Turn): Outcome => {
  const { content } = turn;
  const here = hereIn(takenIn(turn));
  const inBlock = moment(turn) === 'block';
  if (inBlock && here?.place.set !== 0) return goOnWith(turn, [], undefined, { explain: true });
  if (!here) return help(turn);
  const purposeHere = say(content, inForm(content, here.step).words.purpose);
  if (!inBlock && here.place.set > 0) {
    const cues = instruction(content, here.step, here.place.pass, 'medium').map(({ text }) => say(content, text));
    return goOnWith(turn, [purposeHere, ...cues]);
  }
  const full: Plan = {
    ...here.plan,
    steps: here.plan.steps.map((step) => (step.id === here.step.id ? { ...step, level: 'full' } : step)),
  };
  const words = inBlock ? [] : [purposeHere, sayPhrase(content, 'explainedInside')];
  return goOnWith(turn, words, (there) => withPlan(there, full));
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
  if (asked === 'amIRight') return amIRight(turn);
  if (asked === 'meantToHurt') return meantToHurt(turn, moment(turn) === 'block');
  const answer = aboutThem[asked];
  if (answer) return goOnWith(turn, answer(turn));
  const when = moment(turn);
  // At the last question nothing is ahead any more.
  if (when === 'lastQuestion' && aboutTheRest.has(asked)) return goOnWith(turn, [sayPhrase(turn.content, 'allBehind')]);
  const sideKnown = asked === 'whichSide' && turn.listener.preferences.side !== undefined;
  const about = here ?? (aboutAny.has(asked) || sideKnown ? beforeAll(turn) : undefined);
  if (!about && asked === 'purpose') return goOnWith(turn, [sayPhrase(turn.content, 'helpStart')]);
  if (!about) return goOnWith(turn, [sayPhrase(turn.content, when === 'choosing' ? 'onceTheSide' : 'nothingRunning')]);
  return goOnWith(turn, aboutHere[asked]?.(turn, about) ?? []);
};
