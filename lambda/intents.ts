import type { Intent, Request } from 'ask-sdk-model';
import type { Answer, AnswerEvent, Event, QuestionEvent, SteerEvent, Steering, WishEvent } from '../routine/events.ts';
import type { Side } from '../routine/model.ts';

type Said = SteerEvent | AnswerEvent | WishEvent | QuestionEvent;
/** What an intent means; `opens` is true where it is the first thing said in its Alexa session. */
type Meaning = (intent: Intent, opens: boolean) => Said;

const misunderstood: SteerEvent = { kind: 'steer', steer: 'misunderstood' };

const steer =
  (steering: Steering): Meaning =>
  () => ({ kind: 'steer', steer: steering });

const answer =
  (given: Exclude<Answer['answer'], 'side' | 'tighter'>): Meaning =>
  () => ({ kind: 'answer', answer: given });

const same: Meaning = () => ({ kind: 'answer', answer: 'tighter', side: 'same' });
const help: Meaning = () => ({ kind: 'question', question: 'help' });

/**
 * The id that Alexa resolved a slot to. Never the words that were said: the values of a slot are a hint to Alexa, not a
 * list she keeps to, and a slot may arrive blank.
 */
const idOf = (intent: Intent, slot: string): string | undefined => {
  const resolutions = intent.slots?.[slot]?.resolutions?.resolutionsPerAuthority ?? [];
  const match = resolutions.find(({ status }) => status.code === 'ER_SUCCESS_MATCH');
  return match?.values?.[0]?.value.id;
};

const isSide = (id: string | undefined): id is Side => id === 'left' || id === 'right' || id === 'both';

const side: Meaning = (intent) => {
  const id = idOf(intent, 'side');
  return isSide(id) ? { kind: 'answer', answer: 'side', side: id } : misunderstood;
};

const tighter: Meaning = (intent) => {
  const id = idOf(intent, 'side');
  return isSide(id) ? { kind: 'answer', answer: 'tighter', side: id === 'both' ? 'same' : id } : misunderstood;
};

/** Without a side: the first words of all launch, in a session that runs they mean "carry on". */
const start: Meaning = (intent, opens) => {
  const said = intent.slots?.side?.value?.trim() ?? '';
  return said === '' ? { kind: 'steer', steer: opens ? 'launch' : 'resume' } : side(intent, opens);
};

const wish =
  (slot: string, wished: (id: string) => WishEvent): Meaning =>
  (intent) => {
    const id = idOf(intent, slot);
    return id === undefined ? misunderstood : wished(id);
  };

/** Every intent of the interaction model, and what it means to the routine. Several may mean the same. */
export const meanings: Readonly<Record<string, Meaning>> = {
  'AMAZON.YesIntent': answer('yes'),
  AgreeIntent: answer('yes'),
  'AMAZON.NoIntent': answer('no'),
  DeclineIntent: answer('no'),
  SideIntent: side,
  NoParticularSideIntent: answer('unsure'),
  TighterIntent: tighter,
  SameIntent: same,
  AboutRightIntent: answer('aboutRight'),
  TooEasyIntent: answer('tooEasy'),
  TooMuchIntent: answer('tooMuch'),
  StartFreshIntent: answer('fresh'),

  StartIntent: start,
  RoutineIntent: wish('routine', (routine) => ({ kind: 'wish', wish: 'routine', routine })),
  ExerciseIntent: wish('exercise', (exercise) => ({ kind: 'wish', wish: 'exercise', exercise })),
  WithoutIntent: wish('thing', (thing) => ({ kind: 'wish', wish: 'without', thing })),

  ReadyIntent: steer('ready'),
  DoneIntent: steer('done'),
  WaitIntent: steer('wait'),
  'AMAZON.PauseIntent': steer('pause'),
  'AMAZON.ResumeIntent': steer('resume'),
  ContinueIntent: steer('resume'),
  'AMAZON.NextIntent': steer('next'),
  SkipIntent: steer('next'),
  'AMAZON.PreviousIntent': steer('previous'),
  GoBackIntent: steer('previous'),
  'AMAZON.RepeatIntent': steer('repeat'),
  SayAgainIntent: steer('repeat'),
  'AMAZON.StartOverIntent': steer('startOver'),
  StartOverExerciseIntent: steer('startOver'),
  StartOverRoutineIntent: steer('startOverRoutine'),
  'AMAZON.StopIntent': steer('stop'),
  'AMAZON.CancelIntent': steer('stop'),
  'AMAZON.NavigateHomeIntent': steer('stop'),
  EnoughIntent: steer('stop'),

  HurtsIntent: steer('hurts'),
  TooStrongIntent: steer('tooStrong'),
  WarningAIntent: steer('warningA'),
  WarningBIntent: steer('warningB'),

  'AMAZON.HelpIntent': help,
  'AMAZON.FallbackIntent': steer('misunderstood'),
};

const said = (request: Request, opens: boolean): Said => {
  if (request.type === 'LaunchRequest') return { kind: 'steer', steer: 'launch' };
  if (request.type === 'SessionEndedRequest') return { kind: 'steer', steer: 'ended', reason: request.reason };
  if (request.type !== 'IntentRequest') return misunderstood;
  // A name such as "constructor" must not find what every object inherits.
  const meaning = Object.hasOwn(meanings, request.intent.name) ? meanings[request.intent.name] : undefined;
  return meaning?.(request.intent, opens) ?? misunderstood;
};

/** What a request means to the routine; `opens` tells whether it opened its Alexa session. */
export const eventOf = (request: Request, opens: boolean): Event => {
  const event = said(request, opens);
  return opens ? { ...event, opens: true } : event;
};
