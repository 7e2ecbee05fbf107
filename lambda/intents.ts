import type { Intent, Request } from 'ask-sdk-model';
import type {
  Answer,
  AnswerEvent,
  Event,
  Question,
  QuestionEvent,
  SteerEvent,
  Steering,
  WishEvent,
} from '../routine/events.ts';
import { idOf, isSide, valueOf } from './slots.ts';
import { misunderstood, wishMeanings } from './wishIntents.ts';

type Said = SteerEvent | AnswerEvent | WishEvent | QuestionEvent;
/** What an intent means; `opens` is true where it is the first thing said in its Alexa session. */
type Meaning = (intent: Intent, opens: boolean) => Said;

const steer =
  (steering: Steering): Meaning =>
  () => ({ kind: 'steer', steer: steering });

const answer =
  (given: Exclude<Answer['answer'], 'side' | 'tighter' | 'whom'>): Meaning =>
  () => ({ kind: 'answer', answer: given });

const same: Meaning = () => ({ kind: 'answer', answer: 'tighter', side: 'same' });
const question =
  (asked: Question): Meaning =>
  () => ({ kind: 'question', question: asked });

/** About an exercise by name, else about the one that is on. A name that is none must not become that one. */
const about =
  (asked: Question): Meaning =>
  (intent) => {
    const exercise = idOf(intent, 'exercise');
    if (exercise !== undefined) return { kind: 'question', question: asked, exercise };
    return valueOf(intent, 'exercise') === undefined && asked !== 'inToday'
      ? { kind: 'question', question: asked }
      : misunderstood;
  };

const side: Meaning = (intent) => {
  const id = idOf(intent, 'side');
  if (id === 'other') return { kind: 'answer', answer: 'otherSide' };
  return isSide(id) ? { kind: 'answer', answer: 'side', side: id } : misunderstood;
};

const tighter: Meaning = (intent) => {
  const id = idOf(intent, 'side');
  return isSide(id) ? { kind: 'answer', answer: 'tighter', side: id === 'both' ? 'same' : id } : misunderstood;
};

/** Whom to forget. */
const whom =
  (which: 'mine' | 'everyone'): Meaning =>
  () => ({ kind: 'answer', answer: 'whom', whom: which });

/** Without a side: the first words of all launch, in a session that runs they mean "carry on". */
const start: Meaning = (intent, opens) =>
  valueOf(intent, 'side') === undefined ? { kind: 'steer', steer: opens ? 'launch' : 'resume' } : side(intent, opens);

/** Every intent but those about reminders, and what it means to the routine. Several may mean the same. */
export const meanings: Readonly<Record<string, Meaning>> = {
  'AMAZON.YesIntent': answer('yes'),
  AgreeIntent: answer('yes'),
  'AMAZON.NoIntent': answer('no'),
  DeclineIntent: answer('no'),
  NotNowIntent: answer('notNow'),
  SideIntent: side,
  NoParticularSideIntent: answer('unsure'),
  TighterIntent: tighter,
  SameIntent: same,
  AboutRightIntent: answer('aboutRight'),
  TooEasyIntent: answer('tooEasy'),
  TooMuchIntent: answer('tooMuch'),
  StartFreshIntent: answer('fresh'),
  ThanksIntent: answer('thanks'),

  StartIntent: start,
  OnlyMeIntent: whom('mine'),
  EveryoneIntent: whom('everyone'),
  ...wishMeanings,

  ReadyIntent: steer('ready'),
  DoneIntent: steer('done'),
  WaitIntent: steer('wait'),
  'AMAZON.PauseIntent': steer('pause'),
  PauseSessionIntent: steer('pause'),
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
  HurtsElsewhereIntent: steer('hurtsElsewhere'),
  TooStrongIntent: steer('tooStrong'),
  WarningAIntent: steer('warningA'),
  WarningBIntent: steer('warningB'),

  'AMAZON.HelpIntent': question('help'),
  HowItWorksIntent: question('help'),
  ExplainIntent: about('explain'),
  HowLongIntent: question('howLong'),
  HowManyIntent: question('howMany'),
  WhatsNextIntent: question('whatsNext'),
  WhatDoINeedIntent: question('whatDoINeed'),
  WhichSideIntent: question('whichSide'),
  WhichLegIntent: question('whichLeg'),
  WhichArmIntent: question('whichArm'),
  TodayIntent: question('today'),
  InTodayIntent: about('inToday'),
  PurposeIntent: about('purpose'),
  ProgressIntent: question('progress'),
  ThisWeekIntent: question('thisWeek'),
  LastTimeIntent: question('lastTime'),
  MinutesDoneIntent: question('minutesDone'),
  SoFarIntent: question('soFar'),
  ChoicesIntent: question('choices'),
  VolumeIntent: question('volume'),
  WhatDoYouKnowIntent: question('whatDoYouKnow'),
  RecordMeIntent: question('recordMe'),
  AmIRightIntent: question('amIRight'),
  MeantToHurtIntent: question('meantToHurt'),
  WhyNoStrengthIntent: question('whyNoStrength'),
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
