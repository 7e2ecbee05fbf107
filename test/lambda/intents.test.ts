import { describe, expect, test } from '@jest/globals';
import type { Intent, IntentRequest, Request, Slot } from 'ask-sdk-model';
import { eventOf, meanings } from '../../lambda/intents.ts';

const common = { requestId: 'r', timestamp: '2027-01-01T00:00:00Z', locale: 'en-US' };
const request = (name: string, slots?: Record<string, Slot>): IntentRequest => ({
  ...common,
  type: 'IntentRequest',
  dialogState: 'COMPLETED',
  intent: { name, confirmationStatus: 'NONE', ...(slots ? { slots } : {}) },
});
const said = (name: string, slots?: Record<string, Slot>) => eventOf(request(name, slots), false);
const misunderstood = { kind: 'steer', steer: 'misunderstood' };

describe('intents without slots', () => {
  const steering: Record<string, string> = {
    ReadyIntent: 'ready',
    DoneIntent: 'done',
    WaitIntent: 'wait',
    'AMAZON.PauseIntent': 'pause',
    PauseSessionIntent: 'pause',
    'AMAZON.ResumeIntent': 'resume',
    ContinueIntent: 'resume',
    'AMAZON.NextIntent': 'next',
    SkipIntent: 'next',
    'AMAZON.PreviousIntent': 'previous',
    GoBackIntent: 'previous',
    'AMAZON.RepeatIntent': 'repeat',
    SayAgainIntent: 'repeat',
    'AMAZON.StartOverIntent': 'startOver',
    StartOverExerciseIntent: 'startOver',
    StartOverRoutineIntent: 'startOverRoutine',
    'AMAZON.StopIntent': 'stop',
    'AMAZON.CancelIntent': 'stop',
    'AMAZON.NavigateHomeIntent': 'stop',
    EnoughIntent: 'stop',
    HurtsIntent: 'hurts',
    HurtsElsewhereIntent: 'hurtsElsewhere',
    TooStrongIntent: 'tooStrong',
    WarningAIntent: 'warningA',
    WarningBIntent: 'warningB',
    'AMAZON.FallbackIntent': 'misunderstood',
  };
  test.each(Object.entries(steering))('%s steers: %s', (name, steer) => {
    expect(said(name)).toEqual({ kind: 'steer', steer });
  });

  const answers: Record<string, string> = {
    'AMAZON.YesIntent': 'yes',
    AgreeIntent: 'yes',
    'AMAZON.NoIntent': 'no',
    DeclineIntent: 'no',
    NotNowIntent: 'notNow',
    AboutRightIntent: 'aboutRight',
    TooEasyIntent: 'tooEasy',
    TooMuchIntent: 'tooMuch',
    StartFreshIntent: 'fresh',
    ThanksIntent: 'thanks',
  };
  test.each(Object.entries(answers))('%s answers: %s', (name, answer) => {
    expect(said(name)).toEqual({ kind: 'answer', answer });
  });

  const questions: Record<string, string> = {
    'AMAZON.HelpIntent': 'help',
    HowItWorksIntent: 'help',
    ExplainIntent: 'explain',
    HowLongIntent: 'howLong',
    HowManyIntent: 'howMany',
    WhatsNextIntent: 'whatsNext',
    WhatDoINeedIntent: 'whatDoINeed',
    WhichSideIntent: 'whichSide',
    WhichLegIntent: 'whichLeg',
    WhichArmIntent: 'whichArm',
    PurposeIntent: 'purpose',
    ProgressIntent: 'progress',
    ThisWeekIntent: 'thisWeek',
    LastTimeIntent: 'lastTime',
    MinutesDoneIntent: 'minutesDone',
    ChoicesIntent: 'choices',
    VolumeIntent: 'volume',
    WhatDoYouKnowIntent: 'whatDoYouKnow',
    TodayIntent: 'today',
    SoFarIntent: 'soFar',
    RecordMeIntent: 'recordMe',
    AmIRightIntent: 'amIRight',
    MeantToHurtIntent: 'meantToHurt',
    WhyNoStrengthIntent: 'whyNoStrength',
  };
  test.each(Object.entries(questions))('%s asks: %s', (name, question) => {
    expect(said(name)).toEqual({ kind: 'question', question });
  });

  const wishes: Record<string, object> = {
    NoFloorIntent: { wish: 'position', position: 'standing' },
    NoStandingIntent: { wish: 'position', position: 'floor' },
    NothingToFetchIntent: { wish: 'nothingToFetch' },
    TooFastIntent: { wish: 'tune', what: 'pace', by: 'more' },
    TooSlowIntent: { wish: 'tune', what: 'pace', by: 'less' },
    LongerRestsIntent: { wish: 'tune', what: 'rests', by: 'more' },
    ShorterRestsIntent: { wish: 'tune', what: 'rests', by: 'less' },
    LongerHoldsIntent: { wish: 'tune', what: 'holds', by: 'more' },
    ShorterHoldsIntent: { wish: 'tune', what: 'holds', by: 'less' },
    MoreTimeIntent: { wish: 'tune', what: 'getReady', by: 'more' },
    LessTimeIntent: { wish: 'tune', what: 'getReady', by: 'less' },
    LessTalkingIntent: { wish: 'words', words: 'less' },
    FullInstructionsIntent: { wish: 'words', words: 'full' },
    UsualWordsIntent: { wish: 'words', words: 'usual' },
    RunThroughIntent: { wish: 'runThrough', on: true },
    WaitForMeIntent: { wish: 'runThrough', on: false },
    WaitForMeNowIntent: { wish: 'waitForMe' },
    GentleIntent: { wish: 'routine', routine: 'gentle' },
    QuickIntent: { wish: 'minutes', minutes: 5 },
    SomeoneElseIntent: { wish: 'someoneElse' },
    MeAgainIntent: { wish: 'meAgain' },
    ForgetIntent: { wish: 'forget' },
  };
  test.each(Object.entries(wishes))('%s wishes', (name, wish) => {
    expect(said(name)).toEqual({ kind: 'wish', ...wish });
  });

  const others: Record<string, object> = {
    NoParticularSideIntent: { kind: 'answer', answer: 'unsure' },
    SameIntent: { kind: 'answer', answer: 'tighter', side: 'same' },
    OnlyMeIntent: { kind: 'answer', answer: 'whom', whom: 'mine' },
    EveryoneIntent: { kind: 'answer', answer: 'whom', whom: 'everyone' },
  };
  test.each(Object.entries(others))('%s answers', (name, answer) => {
    expect(said(name)).toEqual(answer);
  });

  test('every meaning is in one of these tests', () => {
    const withSlots = [
      'Side',
      'Tighter',
      'Start',
      'Routine',
      'Exercise',
      'With',
      'Without',
      'Minutes',
      'Position',
      'Pace',
      'LeaveOut',
    ]
      .concat('InToday', 'Never', 'BringBack', 'Condition', 'Pain', 'Goal')
      .map((name) => `${name}Intent`);
    const without = [steering, answers, questions, wishes, others].flatMap((each) => Object.keys(each));
    expect([...without, ...withSlots].toSorted()).toEqual(Object.keys(meanings).toSorted());
  });
});

describe('start', () => {
  const blank = { side: { name: 'side', value: ' ', confirmationStatus: 'NONE' } } as Record<string, Slot>;

  test('as the first words it launches', () => {
    for (const slots of [undefined, blank]) {
      expect(eventOf(request('StartIntent', slots), true)).toEqual({ kind: 'steer', steer: 'launch', opens: true });
    }
  });

  test('in a session that runs it carries on', () => {
    expect(said('StartIntent', blank)).toEqual({ kind: 'steer', steer: 'resume' });
  });
});

describe('requests', () => {
  test('a launch', () => {
    const launch: Request = { ...common, type: 'LaunchRequest' };
    expect(eventOf(launch, true)).toEqual({ kind: 'steer', steer: 'launch', opens: true });
  });

  test.each(['USER_INITIATED', 'ERROR', 'EXCEEDED_MAX_REPROMPTS'] as const)('an end: %s', (reason) => {
    expect(eventOf({ ...common, type: 'SessionEndedRequest', reason }, false)).toEqual({
      kind: 'steer',
      steer: 'ended',
      reason,
    });
  });

  test('what opens the Alexa session says so', () => {
    expect(eventOf(request('ReadyIntent'), true)).toEqual({ kind: 'steer', steer: 'ready', opens: true });
    expect(eventOf(request('ReadyIntent'), false)).not.toHaveProperty('opens');
  });

  test.each(['FooIntent', 'constructor', 'toString', '__proto__', ''])(
    'the unknown intent "%s" is misunderstood',
    (name) => {
      expect(said(name)).toEqual(misunderstood);
    },
  );

  test('an intent without a name, and a request of another type, are misunderstood', () => {
    expect(eventOf({ ...request('x'), intent: {} as Intent }, false)).toEqual(misunderstood);
    expect(eventOf({ ...common, type: 'AudioPlayer.PlaybackStarted' }, false)).toEqual(misunderstood);
    expect(eventOf({ ...common, type: 'Something.New' } as unknown as Request, false)).toEqual(misunderstood);
  });
});
