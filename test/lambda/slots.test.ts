import { describe, expect, test } from '@jest/globals';
import type { IntentRequest, Slot } from 'ask-sdk-model';
import { eventOf } from '../../lambda/intents.ts';

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
    ['PositionIntent', 'position', 'bed'],
    ['ConditionIntent', 'condition', 'weak-bones'],
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
    ['PositionIntent', 'position'],
    ['PaceIntent', 'pace'],
    ['LeaveOutIntent', 'exercise'],
    ['ConditionIntent', 'condition'],
    ['MinutesIntent', 'minutes'],
    ['PainIntent', 'level'],
    ['GoalIntent', 'number'],
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
