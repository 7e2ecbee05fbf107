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
const filled = (name: string, id: string, code = 'ER_SUCCESS_MATCH', values = [{ value: { name: id, id } }]) => {
  const matched = code === 'ER_SUCCESS_MATCH' ? { values } : {};
  const resolutions = { resolutionsPerAuthority: [{ authority: 'a', status: { code }, ...matched }] };
  return { [name]: { name, value: `words for ${id}`, confirmationStatus: 'NONE', resolutions } as Slot };
};
const said = (name: string, slots?: Record<string, Slot>) => eventOf(request(name, slots), false);
const misunderstood = { kind: 'steer', steer: 'misunderstood' };

describe('intents without slots', () => {
  const steering: Record<string, string> = {
    ReadyIntent: 'ready',
    DoneIntent: 'done',
    WaitIntent: 'wait',
    'AMAZON.PauseIntent': 'pause',
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
    AboutRightIntent: 'aboutRight',
    TooEasyIntent: 'tooEasy',
    TooMuchIntent: 'tooMuch',
    StartFreshIntent: 'fresh',
  };
  test.each(Object.entries(answers))('%s answers: %s', (name, answer) => {
    expect(said(name)).toEqual({ kind: 'answer', answer });
  });

  test('no side in particular is unsure, no difference is the same, help is a question', () => {
    expect(said('NoParticularSideIntent')).toEqual({ kind: 'answer', answer: 'unsure' });
    expect(said('SameIntent')).toEqual({ kind: 'answer', answer: 'tighter', side: 'same' });
    expect(said('AMAZON.HelpIntent')).toEqual({ kind: 'question', question: 'help' });
  });

  test('every meaning is in one of these tests', () => {
    const withSlots = [
      'SideIntent',
      'TighterIntent',
      'StartIntent',
      'RoutineIntent',
      'ExerciseIntent',
      'WithoutIntent',
    ];
    const others = ['NoParticularSideIntent', 'SameIntent', 'AMAZON.HelpIntent'];
    const tested = [...Object.keys(steering), ...Object.keys(answers), ...withSlots, ...others];
    expect(tested.toSorted()).toEqual(Object.keys(meanings).toSorted());
  });
});

describe('slots', () => {
  test.each(['left', 'right', 'both'])('side %s', (side) => {
    expect(said('SideIntent', filled('side', side))).toEqual({ kind: 'answer', answer: 'side', side });
    expect(said('StartIntent', filled('side', side))).toEqual({ kind: 'answer', answer: 'side', side });
    expect(said('TighterIntent', filled('side', side))).toEqual({
      kind: 'answer',
      answer: 'tighter',
      side: side === 'both' ? 'same' : side,
    });
  });

  test.each([
    ['RoutineIntent', 'routine', 'hip-drop'],
    ['ExerciseIntent', 'exercise', 'butt-walk'],
  ])('%s wishes', (name, slot, id) => {
    expect(said(name, filled(slot, id))).toEqual({ kind: 'wish', wish: slot, [slot]: id });
  });

  test('a thing that is not there is a wish', () => {
    expect(said('WithoutIntent', filled('thing', 'ball'))).toEqual({ kind: 'wish', wish: 'without', thing: 'ball' });
  });

  test('the match is found behind an authority that has none', () => {
    const [first, second] = [filled('side', 'left', 'ER_SUCCESS_NO_MATCH'), filled('side', 'left')];
    const slot = second.side!;
    slot.resolutions = {
      resolutionsPerAuthority: [first.side!, slot].flatMap(({ resolutions }) => resolutions!.resolutionsPerAuthority!),
    };
    expect(said('SideIntent', { side: slot })).toEqual({ kind: 'answer', answer: 'side', side: 'left' });
  });

  const broken: [string, (slot: string) => Record<string, Slot> | undefined][] = [
    ['no slots at all', () => undefined],
    ['an empty slot', (slot) => ({ [slot]: { name: slot, confirmationStatus: 'NONE' } })],
    ['a value without resolutions', (slot) => ({ [slot]: { name: slot, value: 'left', confirmationStatus: 'NONE' } })],
    ['no match', (slot) => filled(slot, 'left', 'ER_SUCCESS_NO_MATCH')],
    ['a timeout', (slot) => filled(slot, 'left', 'ER_ERROR_TIMEOUT')],
    ['a match without values', (slot) => filled(slot, 'left', 'ER_SUCCESS_MATCH', [])],
  ];
  const intents = [
    ['SideIntent', 'side'],
    ['TighterIntent', 'side'],
    ['RoutineIntent', 'routine'],
    ['ExerciseIntent', 'exercise'],
    ['WithoutIntent', 'thing'],
  ];
  for (const [what, slots] of broken) {
    test.each(intents)(`%s with ${what} is misunderstood`, (name, slot) => {
      expect(said(name, slots(slot))).toEqual(misunderstood);
    });
  }

  test('a side that is none is misunderstood', () => {
    expect(said('SideIntent', filled('side', 'up'))).toEqual(misunderstood);
    expect(said('StartIntent', filled('side', 'up', 'ER_SUCCESS_NO_MATCH'))).toEqual(misunderstood);
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
