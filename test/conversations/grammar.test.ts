import { describe, expect, it } from '@jest/globals';
import { speechOf } from '../../simulator/speech.ts';
import { meets } from './expectation.ts';
import { stepsOf } from './grammar.ts';

describe('a line of a conversation', () => {
  it('goes on where the next one begins with spaces, and keeps its number', () => {
    expect(stepsOf('# what it shows\n\n> alexa, start\n< Welcome.\n  ... Left?\n')).toEqual([
      { kind: 'say', words: 'alexa, start', line: 3 },
      { kind: 'expect', text: 'Welcome. ... Left?', line: 4 },
    ]);
  });

  it.each([
    [': at 45s', { kind: 'at', seconds: 45 }],
    [': wait 2h', { kind: 'wait', seconds: 7200 }],
    [': silence', { kind: 'silence' }],
    [': unplug', { kind: 'unplug' }],
    [': device kitchen', { kind: 'device', name: 'kitchen' }],
    [': table mute', { kind: 'table', state: 'mute' }],
    [': stored corkscrew -> unicorn', { kind: 'stored', old: 'corkscrew', new: 'unicorn' }],
    ['! microphone open', { kind: 'microphone open' }],
    ['! session over', { kind: 'session over' }],
  ])('%s', (text, step) => expect(stepsOf(text)).toEqual([{ ...step, line: 1 }]));

  it.each([': at soon', ': table gone', ': wait', ': dance', '! asleep', 'left'])('is not "%s"', (text) => {
    expect(() => stepsOf(`> yes\n${text}`)).toThrow('line 2');
  });
});

describe('what is expected', () => {
  const speech = speechOf('<speak>Hold. <break time="10s"/><break time="5s"/> Halfway (almost). Shall we?</speak>');
  it.each([
    ['Hold. Halfway (almost). Shall we?', true],
    ['Hold. ... Shall we?', true],
    ['... Halfway ...', true],
    ['Hold. (15 s) ... Shall we?', true],
    ['Hold. (10 s) ...', false],
    ['Halfway (almost). Shall we?', false],
    ['Hold. ...', true],
    ['Hold.', false],
  ])('"%s": %s', (expected, holds) => expect(meets(expected, speech)).toBe(holds));
});
