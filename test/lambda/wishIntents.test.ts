import { describe, expect, test } from '@jest/globals';
import type { IntentRequest, Slot } from 'ask-sdk-model';
import { eventOf } from '../../lambda/intents.ts';

const common = { requestId: 'r', timestamp: '2027-01-01T00:00:00Z', locale: 'en-US' };
const request = (name: string, slots: Record<string, Slot>): IntentRequest => ({
  ...common,
  type: 'IntentRequest',
  dialogState: 'COMPLETED',
  intent: { name, confirmationStatus: 'NONE', slots },
});
const said = (name: string, ...slots: Slot[]) =>
  eventOf(request(name, Object.fromEntries(slots.map((slot) => [slot.name, slot]))), false);
/** Of one of Amazon's own types. */
const number = (name: string, value: string) => ({ name, value, confirmationStatus: 'NONE' }) as Slot;
const empty = (name: string) => ({ name, confirmationStatus: 'NONE' }) as Slot;
const id = (name: string, of: string, code = 'ER_SUCCESS_MATCH') => {
  const values = code === 'ER_SUCCESS_MATCH' ? { values: [{ value: { name: of, id: of } }] } : {};
  const resolutions = { resolutionsPerAuthority: [{ authority: 'a', status: { code }, ...values }] };
  return { name, value: `words for ${of}`, confirmationStatus: 'NONE', resolutions } as Slot;
};
const misunderstood = { kind: 'steer', steer: 'misunderstood' };

describe('minutes', () => {
  test.each([4, 5, 10, 20, 60])('%d is a wish', (minutes) => {
    expect(said('MinutesIntent', number('minutes', String(minutes)))).toEqual({
      kind: 'wish',
      wish: 'minutes',
      minutes,
    });
  });

  test.each(['15', '30', '60'])('a part of an hour, %s minutes, is a wish', (part) => {
    expect(said('MinutesIntent', id('part', part))).toEqual({ kind: 'wish', wish: 'minutes', minutes: Number(part) });
  });

  test.each([1, 2, 3])('"give me %d minutes" is a moment to get ready', (minutes) => {
    expect(said('MinutesIntent', number('minutes', String(minutes)))).toEqual({ kind: 'steer', steer: 'wait' });
  });

  test.each(['?', '0', '', 'ten', '-5', '2.5', '1000'])('"%s" is not understood', (value) => {
    expect(said('MinutesIntent', number('minutes', value))).toEqual(misunderstood);
  });
});

describe('pain', () => {
  test.each([0, 6, 10])('%d is a level', (level) => {
    expect(said('PainIntent', number('level', String(level)))).toEqual({ kind: 'wish', wish: 'pain', level });
  });

  test.each(['11', '?'])('"%s" is none', (value) => {
    expect(said('PainIntent', number('level', value))).toEqual(misunderstood);
  });
});

describe('a goal', () => {
  test('four a week, twice a week', () => {
    expect(said('GoalIntent', number('number', '4'), empty('often'))).toEqual({
      kind: 'wish',
      wish: 'goal',
      perWeek: 4,
    });
    expect(said('GoalIntent', empty('number'), id('often', '2'))).toEqual({ kind: 'wish', wish: 'goal', perWeek: 2 });
  });

  test('of nothing is not understood', () => {
    expect(said('GoalIntent', number('number', '0'))).toEqual(misunderstood);
    expect(said('GoalIntent', empty('number'), id('often', 'x', 'ER_SUCCESS_NO_MATCH'))).toEqual(misunderstood);
  });
});

test('slower is more pace, faster is less', () => {
  expect(said('PaceIntent', id('pace', 'slower'))).toEqual({ kind: 'wish', wish: 'tune', what: 'pace', by: 'more' });
  expect(said('PaceIntent', id('pace', 'faster'))).toEqual({ kind: 'wish', wish: 'tune', what: 'pace', by: 'less' });
  expect(said('PaceIntent', id('pace', 'sideways'))).toEqual(misunderstood);
});

describe.each([
  ['NeverIntent', 'never'],
  ['BringBackIntent', 'bringBack'],
])('%s', (name, wish) => {
  test('of an exercise by name', () => {
    expect(said(name, id('exercise', 'corkscrew'))).toEqual({ kind: 'wish', wish, exercise: 'corkscrew' });
  });

  test('without a name', () => {
    expect(said(name)).toEqual({ kind: 'wish', wish });
    expect(said(name, empty('exercise'))).toEqual({ kind: 'wish', wish });
    expect(said(name, number('exercise', ' '))).toEqual({ kind: 'wish', wish });
  });

  test('a name that is none does not mean all', () => {
    expect(said(name, id('exercise', 'headstand', 'ER_SUCCESS_NO_MATCH'))).toEqual(misunderstood);
  });
});

test('an exercise to leave out needs its name', () => {
  const wish = { kind: 'wish', wish: 'leaveOut', exercise: 'corkscrew' };
  expect(said('LeaveOutIntent', id('exercise', 'corkscrew'))).toEqual(wish);
  expect(said('LeaveOutIntent')).toEqual(misunderstood);
});

test.each(['condition', 'state', 'fact'])('a condition may be in the slot %s', (slot) => {
  const others = ['condition', 'state', 'fact'].filter((each) => each !== slot).map(empty);
  const wish = { kind: 'wish', wish: 'condition', condition: 'pregnancy' };
  expect(said('ConditionIntent', ...others, id(slot, 'pregnancy'))).toEqual(wish);
});

test('a position is one of three', () => {
  expect(said('PositionIntent', id('position', 'ceiling'))).toEqual(misunderstood);
});

describe('two wishes in one sentence', () => {
  test('minutes take a position, a thing and a side along', () => {
    const wish = said(
      'MinutesIntent',
      number('minutes', '10'),
      id('position', 'standing'),
      id('thing', 'ball'),
      id('side', 'left'),
    );
    expect(wish).toEqual({
      kind: 'wish',
      wish: 'minutes',
      minutes: 10,
      position: 'standing',
      without: 'ball',
      side: 'left',
    });
  });

  test('"without equipment" is nothing to fetch', () => {
    const wish = said('MinutesIntent', number('minutes', '10'), id('thing', 'anything'));
    expect(wish).toEqual({ kind: 'wish', wish: 'minutes', minutes: 10, nothingToFetch: true });
  });

  test('a position, a routine and an exercise take a side along', () => {
    expect(said('PositionIntent', id('position', 'bed'), id('side', 'right'))).toMatchObject({
      position: 'bed',
      side: 'right',
    });
    expect(said('RoutineIntent', id('routine', 'full'), id('side', 'right'))).toMatchObject({
      routine: 'full',
      side: 'right',
    });
    expect(said('ExerciseIntent', id('exercise', 'corkscrew'), id('side', 'left'))).toMatchObject({
      exercise: 'corkscrew',
      side: 'left',
    });
  });
});

describe('a question about an exercise', () => {
  test('carries the one that is named', () => {
    expect(said('ExplainIntent', id('exercise', 'corkscrew'))).toEqual({
      kind: 'question',
      question: 'explain',
      exercise: 'corkscrew',
    });
    expect(said('PurposeIntent', id('exercise', 'corkscrew'))).toEqual({
      kind: 'question',
      question: 'purpose',
      exercise: 'corkscrew',
    });
    expect(said('PurposeIntent', empty('exercise'))).toEqual({ kind: 'question', question: 'purpose' });
  });

  test('by a name that is none is not understood', () => {
    expect(said('ExplainIntent', id('exercise', 'plank', 'ER_SUCCESS_NO_MATCH'))).toEqual(misunderstood);
    expect(said('InTodayIntent', empty('exercise'))).toEqual(misunderstood);
  });
});
