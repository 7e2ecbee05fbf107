import type { Intent } from 'ask-sdk-model';
import type { Besides, SteerEvent, Tuned, Whereabouts, Wish, WishEvent } from '../routine/events.ts';
import type { Side } from '../routine/exercise.ts';
import { idOf, isSide, numberOf, valueOf } from './slots.ts';

export const misunderstood: SteerEvent = { kind: 'steer', steer: 'misunderstood' };

type Wished = (intent: Intent) => WishEvent | SteerEvent;

/** A wish; where what was said does not say which, it was not understood. */
const wish =
  (wished: (intent: Intent) => Wish | undefined): Wished =>
  (intent) => {
    const found = wished(intent);
    return found ? { kind: 'wish', ...found } : misunderstood;
  };

const always = (wished: Wish): Wished => wish(() => wished);

const withId = (slot: string, wished: (id: string, intent: Intent) => Wish): Wished =>
  wish((intent) => {
    const id = idOf(intent, slot);
    return id === undefined ? undefined : wished(id, intent);
  });

const tune = (what: Tuned, by: 'more' | 'less'): Wished => always({ wish: 'tune', what, by });

/** Of one exercise by name, or without a name. A name that is none must not become "all". */
const ofExercise = (wished: 'never' | 'bringBack'): Wished =>
  wish((intent) => {
    const exercise = idOf(intent, 'exercise');
    if (exercise !== undefined) return { wish: wished, exercise };
    return valueOf(intent, 'exercise') === undefined ? { wish: wished } : undefined;
  });

/** "Give me two minutes" is a moment to get ready, "give me five minutes" a routine. */
const shortestRoutine = 4;

/** The side it is for, where one was said as well. */
const forSide = (intent: Intent): { side?: Side } => {
  const side = idOf(intent, 'side');
  return isSide(side) ? { side } : {};
};

/** What else was said in the same breath: "ten minutes, standing only, without equipment". */
const besides = (intent: Intent): Besides => {
  const where = idOf(intent, 'position');
  const thing = idOf(intent, 'thing');
  const condition = idOf(intent, 'fact');
  return {
    ...(isPosition(where) ? { position: where } : {}),
    ...(thing === 'anything' ? { nothingToFetch: true } : thing === undefined ? {} : { without: thing }),
    ...forSide(intent),
    ...(condition === undefined ? {} : { condition }),
  };
};

/** "Ten minutes", "half an hour". */
const minutes: Wished = (intent) => {
  const wanted = numberOf(intent, 'minutes') ?? Number(idOf(intent, 'part') ?? 0);
  if (wanted === 0) return misunderstood;
  if (wanted < shortestRoutine) return { kind: 'steer', steer: 'wait' };
  return { kind: 'wish', wish: 'minutes', minutes: wanted, ...besides(intent) };
};

const isPosition = (id: string | undefined): id is Whereabouts => id === 'standing' || id === 'floor' || id === 'bed';

const position = wish((intent) => {
  const id = idOf(intent, 'position');
  return isPosition(id) ? { wish: 'position', ...besides(intent), position: id } : undefined;
});

const pace = wish((intent) => {
  const id = idOf(intent, 'pace');
  if (id !== 'slower' && id !== 'faster') return undefined;
  return { wish: 'tune', what: 'pace', by: id === 'slower' ? 'more' : 'less' };
});

const pain = wish((intent) => {
  const level = numberOf(intent, 'level');
  return level === undefined || level > 10 ? undefined : { wish: 'pain', level };
});

/** "Four a week", "twice a week". */
const goal = wish((intent) => {
  const perWeek = numberOf(intent, 'number') ?? Number(idOf(intent, 'often') ?? 0);
  return perWeek > 0 ? { wish: 'goal', perWeek } : undefined;
});

/** "I have osteoporosis", "I'm pregnant", "my bones are weak". */
const hasCondition = wish((intent) => {
  const id = idOf(intent, 'condition') ?? idOf(intent, 'state') ?? idOf(intent, 'fact');
  return id === undefined ? undefined : { wish: 'condition', condition: id };
});

/** The intents that wish for something. */
export const wishMeanings = {
  RoutineIntent: withId('routine', (routine, intent) => ({ wish: 'routine', routine, ...forSide(intent) })),
  ExerciseIntent: withId('exercise', (exercise, intent) => ({ wish: 'exercise', exercise, ...forSide(intent) })),
  GentleIntent: always({ wish: 'routine', routine: 'gentle' }),
  MinutesIntent: minutes,
  QuickIntent: always({ wish: 'minutes', minutes: 5 }),
  PositionIntent: position,
  NoFloorIntent: always({ wish: 'position', position: 'standing' }),
  NoStandingIntent: always({ wish: 'position', position: 'floor' }),
  NothingToFetchIntent: always({ wish: 'nothingToFetch' }),
  WithIntent: withId('thing', (thing) => ({ wish: 'with', thing })),
  WithoutIntent: withId('thing', (thing) => ({ wish: 'without', thing })),
  LeaveOutIntent: withId('exercise', (exercise) => ({ wish: 'leaveOut', exercise })),
  NeverIntent: ofExercise('never'),
  BringBackIntent: ofExercise('bringBack'),

  PaceIntent: pace,
  TooFastIntent: tune('pace', 'more'),
  TooSlowIntent: tune('pace', 'less'),
  LongerRestsIntent: tune('rests', 'more'),
  ShorterRestsIntent: tune('rests', 'less'),
  LongerHoldsIntent: tune('holds', 'more'),
  ShorterHoldsIntent: tune('holds', 'less'),
  MoreTimeIntent: tune('getReady', 'more'),
  LessTimeIntent: tune('getReady', 'less'),
  LessTalkingIntent: always({ wish: 'words', words: 'less' }),
  FullInstructionsIntent: always({ wish: 'words', words: 'full' }),
  UsualWordsIntent: always({ wish: 'words', words: 'usual' }),
  RunThroughIntent: always({ wish: 'runThrough', on: true }),
  WaitForMeNowIntent: always({ wish: 'waitForMe' }),
  WaitForMeIntent: always({ wish: 'runThrough', on: false }),

  ConditionIntent: hasCondition,
  PainIntent: pain,
  GoalIntent: goal,
  SomeoneElseIntent: always({ wish: 'someoneElse' }),
  MeAgainIntent: always({ wish: 'meAgain' }),
  ForgetIntent: always({ wish: 'forget' }),
} satisfies Readonly<Record<string, Wished>>;
