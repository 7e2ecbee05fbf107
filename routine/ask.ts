import { ahead, stepAhead } from './ahead.ts';
import { type Beat, say, sayPhrase } from './beats.ts';
import { announceExercise, announce, saysLeaveOut } from './announce.ts';
import { inForm } from './form.ts';
import { namesOfThings, thingsFor } from './equipment.ts';
import { questionPhrase } from './gate.ts';
import { running, known } from './history.ts';
import type { Place, Plan, Session, Step } from './listener.ts';
import type { Content } from './words.ts';
import { instruction } from './parts.ts';
import { indexOf, stepAt } from './place.ts';
import { listed, phrase, type Values } from './phrases.ts';
import { patience } from './reprompt.ts';
import type { Asked, Outcome, Turn } from './talk.ts';

/** Exercises of the plan that are still to be done, the one ahead included. */
const exercisesToGo = (plan: Plan, place: Place): number => plan.steps.length - Math.max(0, indexOf(plan, place));

/** What a question says of the moment it is asked in. */
const values = (turn: Turn, asked: Asked): Values => {
  const found = asked === 'isItYours' ? turn.talk.found : ahead(turn);
  const step = found && stepAt(found.plan, found.place);
  return {
    side: found ? phrase(turn.content, `side-${found.plan.side}`) : '',
    comeBack: phrase(turn.content, 'comeBack'),
    count: found ? exercisesToGo(found.plan, found.place) : 0,
    shortName: step ? inForm(turn.content, step).words.shortName : '',
  };
};

/** What a session that is taken up again still needs: in full where it is one thing that is new. */
const stillNeeded = ({ content, listener }: Turn, { plan, place }: Session): string | undefined => {
  const rest = plan.steps.slice(Math.max(0, indexOf(plan, place)));
  const [only, ...more] = thingsFor(content, rest);
  const isNew = rest.some((step) => inForm(content, step).words.needs && !known(listener, step));
  if (only === undefined) return undefined;
  return isNew && more.length === 0
    ? only
    : listed(content, [...new Set(rest.flatMap((step) => namesOfThings(content, step)))]);
};

/** Questions that wait with patience for an exercise to begin. */
export const gates: ReadonlySet<Asked> = new Set(['start', 'next', 'go', 'ready', 'tighter']);
/** Where a bare "Shall we?" has lost what it was about. */
const inFull: Partial<Record<Asked, string>> = {
  start: 'shallWeStart',
  next: 'shallWeStart',
  ready: 'readyToBegin',
  go: 'shallWeGoOn',
};

/** The question, so that it can be understood by itself. */
export const question = (turn: Turn, asked: Asked): Beat[] => {
  const key = inFull[asked] ?? questionPhrase[asked];
  const session = running(turn.listener);
  const things = asked === 'finishThose' && session ? stillNeeded(turn, session) : undefined;
  if (things !== undefined)
    return [sayPhrase(turn.content, 'shallWeFinishThoseWith', { ...values(turn, asked), things })];
  if (asked !== 'ready') return [sayPhrase(turn.content, key, values(turn, asked))];
  const step = stepAhead(turn);
  const without = step && inForm(turn.content, step).words.without;
  return [...(without ? [say(turn.content, without)] : []), sayPhrase(turn.content, key)];
};

/** The question with its answers named, for somebody who was not understood. */
export const questionNamed = (turn: Turn, asked: Asked): Beat[] => [
  sayPhrase(turn.content, `${inFull[asked] ?? questionPhrase[asked]}Named`, values(turn, asked)),
];

/** The question after an answer in between: what it is about was said just before. */
export const questionAgain = (turn: Turn, asked: Asked): Beat[] =>
  asked === 'finishThose'
    ? [sayPhrase(turn.content, 'shallWeFinishThoseAgain', values(turn, asked))]
    : question(turn, asked);

interface AskOptions {
  /** Spoken instead of the question in full. */
  readonly words?: readonly Beat[];
  readonly reprompt?: readonly Beat[];
}

/** What is said when nobody answers: patience at a gate, else the question once more. */
export const repromptOf = (turn: Turn, asked: Asked): Beat[] => {
  const again = question(turn, asked);
  return gates.has(asked) ? patience(turn.content, turn.listener, again) : again;
};

/** Says something, then asks; the question is open from the start. */
export const ask = (turn: Turn, asked: Asked, before: readonly Beat[] = [], options: AskOptions = {}): Outcome => {
  const { listener, talk, now } = turn;
  const words = options.words ?? question(turn, asked);
  return {
    listener,
    talk: { ...talk, asked, opensAt: now },
    reply: {
      speech: [...before, ...words],
      reprompt: options.reprompt ?? repromptOf(turn, asked),
      expects: 'answer',
    },
  };
};

/** An exercise that was set up: its name and side, and the short instruction. */
const shortly = (content: Content, step: Step, place: Place): Beat[] => [
  announceExercise(content, step),
  ...instruction(content, step, place.pass, 'short').map(({ text }) => say(content, text)),
];

/** The announcement of what is ahead, with its gate. */
export const announceAhead = (turn: Turn, before: readonly Beat[] = [], how: 'next' | 'again' = 'next'): Outcome => {
  const { content, listener, talk } = turn;
  const step = stepAhead(turn);
  const place = ahead(turn)?.place;
  if (!step || !place) throw new Error('Nothing ahead to announce');
  const gate: Asked = talk.asked === 'tighter' ? 'tighter' : 'next';
  const asked: Asked = talk.draft ? 'start' : place.set > 0 ? 'go' : gate;
  const named =
    asked === 'go'
      ? shortly(content, step, place)
      : announce(
          content,
          listener,
          step,
          talk.draft && how === 'next' && indexOf(talk.draft.plan, place) === 0 ? 'first' : how,
        );
  const words = [...named, sayPhrase(content, asked === 'go' ? 'shallWeGoOn' : questionPhrase[asked])];
  return ask({ ...turn, talk: { ...talk, misunderstood: 0 } }, asked, before, { words });
};

/** Whether the coach may begin the exercise ahead by itself after two misunderstandings: between exercises only. */
export const mayBeginItself = (turn: Turn): boolean => {
  const step = stepAhead(turn);
  return (
    step !== undefined &&
    turn.talk.asked === 'next' &&
    !turn.talk.draft &&
    !saysLeaveOut(turn.content, turn.listener, step)
  );
};
