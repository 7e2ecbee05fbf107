import { ahead, announceAhead, ask, settled } from './ask.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import { planMinutes } from './duration.ts';
import type { Question } from './events.ts';
import { doseOf, inForm } from './form.ts';
import { goOnWith, takenIn, withPlan } from './goOn.ts';
import type { Place, Plan, Step } from './listener.ts';
import type { Content } from './words.ts';
import { instruction, sideOfPass } from './parts.ts';
import { afterStep, indexOf, stepAt } from './place.ts';
import { numberWord, ordinalWord } from './phrases.ts';
import { lastTime, minutesDone, progress, thisWeek } from './progress.ts';
import { moment } from './moment.ts';
import type { Asked, Outcome, Turn } from './talk.ts';

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
  return [
    ...(place.set > 0 && sets > 1 ? [sayPhrase(content, 'setOf', set)] : []),
    sayPhrase(content, 'exercisesAfterThis', { count: plan.steps.length - indexOf(plan, place) - 1 }),
  ];
};

const nameOf = (content: Content, step: Step): string => inForm(content, step).words.name;

const whatsNext = ({ content }: Turn, { plan, place }: Here): Beat[] => {
  const next = afterStep(plan, place);
  const step = next === 'end' ? undefined : stepAt(plan, next);
  return [step ? sayPhrase(content, 'nextIs', { name: nameOf(content, step) }) : sayPhrase(content, 'lastOne')];
};

const whatDoINeed = ({ content }: Turn, { plan, place }: Here): Beat[] => {
  const rest = plan.steps.slice(indexOf(plan, place));
  const things = [...new Set(rest.flatMap((step) => inForm(content, step).words.needs || []))];
  if (things.length === 0) return [sayPhrase(content, 'nothingToFetch')];
  return things.map((thing) => sayPhrase(content, 'youNeed', { things: thing }));
};

const whichSide = ({ content }: Turn, { plan, place, step }: Here): Beat[] => {
  const { sides } = inForm(content, step);
  const { passes } = doseOf(inForm(content, step), step.dose);
  if (sides === 'none' || sides === 'alternating') return [sayPhrase(content, 'bothSidesHere')];
  return [sayPhrase(content, sides === 'each' && place.set === 0 ? `side-${plan.side}` : `side-${sideOfPass(step, place.pass, passes)}`)];
};

/** Which leg, which hand: the key cues of this pass, without their silences. */
const whichLeg = ({ content }: Turn, { place, step }: Here): Beat[] =>
  instruction(content, step, place.pass, 'short').map(({ text }) => say(content, text));

const purpose = ({ content }: Turn, { step }: Here): Beat[] => [say(content, inForm(content, step).words.purpose)];

const aboutHere: Partial<Record<Question, (turn: Turn, here: Here) => Beat[]>> = {
  howLong,
  howMany,
  whatsNext,
  whatDoINeed,
  whichSide,
  whichLeg,
  purpose,
};

const aboutThem: Partial<Record<Question, (turn: Turn) => Beat[]>> = {
  progress,
  thisWeek,
  lastTime,
  minutesDone,
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

/** The questions that have an own hint how to answer them, wherever they are asked. */
const helpAbout = (asked: Asked | undefined) => {
  if (asked === 'sharp' || asked === 'easier') return 'hurt';
  if (asked === 'forgetWhom' || asked === 'reminderTime') return asked;
  return asked?.startsWith('tighter') ? 'tighter' : undefined;
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
  const words = [sayPhrase(content, `help-${helpAbout(talk.asked) ?? when}`), warning];
  if (when === 'gate' && talk.asked !== 'tighter') return announceAhead(settled(turn), words, 'again');
  return ask(takenIn(turn), talk.asked ?? 'side', words);
};

/** A question changes no preference and no plan: it is answered, and it goes on as before, in every moment. */
export const question = (turn: Turn, asked: Question): Outcome => {
  if (asked === 'help') return help(turn);
  if (asked === 'explain') return explain(turn);
  const answer = aboutThem[asked];
  if (answer) return goOnWith(turn, answer(turn));
  const here = hereIn(takenIn(turn));
  return goOnWith(turn, here ? (aboutHere[asked]?.(turn, here) ?? []) : [sayPhrase(turn.content, 'nothingRunning')]);
};
