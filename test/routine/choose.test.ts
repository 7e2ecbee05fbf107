import { describe, expect, it } from '@jest/globals';
import { english as content } from '../../content/index.ts';
import { choose, type Wanted } from '../../routine/choose.ts';
import { type Listener, newListener } from '../../routine/listener.ts';
import { conversation, side, steering, yes } from './talking.ts';
import { finishedFirst, inFirst, regular, withRoutine } from './moments.ts';

const chosen = (wishes: Wanted, listener: Listener) => choose(content, wishes, listener).id;

describe('the routine of', () => {
  it.each<[string, Wanted, Listener, string]>([
    ['somebody new', {}, newListener, 'ten-first'],
    ['somebody who was here before', {}, regular, 'ten'],
    ['somebody new who wants five minutes', { minutes: 5 }, newListener, 'five'],
    ['five minutes', { minutes: 5 }, regular, 'five'],
    ['eight minutes', { minutes: 8 }, regular, 'ten'],
    ['twenty minutes', { minutes: 20 }, regular, 'twenty'],
    ['an hour', { minutes: 60 }, regular, 'twenty'],
    ['the full routine', { routine: 'full' }, regular, 'full'],
    ['the full routine, for somebody new', { routine: 'full' }, newListener, 'full'],
    ['an exercise alone', { exercise: 'corkscrew' }, regular, 'corkscrew'],
    ['a routine that does not exist', { routine: 'gone' }, regular, 'ten'],
    ['an exercise that does not exist', { exercise: 'gone' }, regular, 'ten'],
  ])('%s', (_, wishes, listener, expected) => {
    expect(chosen(wishes, listener)).toBe(expected);
  });

  it('an exercise alone has one step', () => {
    for (const exercise of Object.keys(content.exercises)) {
      expect(choose(content, { exercise }, regular).steps).toEqual([{ exercise }]);
    }
  });

  it('throws where nothing is offered', () => {
    expect(() => choose({ ...content, routines: [] }, {}, regular)).toThrow('offers no routine');
  });
});

describe('what is offered', () => {
  const steps = (routine: string) =>
    withRoutine(routine).outcome?.talk.draft?.plan.steps.map(({ exercise }) => exercise);

  it('the first session: ten minutes, nothing to fetch, four exercises', () => {
    const gate = conversation().say(steering('launch')).say(side('left'));
    expect(gate.words).toMatch(
      /^Left side\. About (eleven|twelve|thirteen) minutes, four exercises\. There's nothing to fetch\./,
    );
    expect(gate.outcome?.talk.draft?.plan.steps.map(({ exercise }) => exercise)).toEqual([
      'ballerina',
      'child-cobra',
      'corkscrew',
      'butt-walk',
    ]);
  });

  it('the second session: the ball is in, and named with its substitute', () => {
    const gate = finishedFirst.later(24 * 60 * 60).say(steering('launch'));
    expect(gate.outcome?.talk.draft?.plan.steps.map(({ exercise }) => exercise)).toEqual([
      'ballerina',
      'child-cobra',
      'ball-massage',
      'corkscrew',
    ]);
    expect(gate.words).toMatch(/You need a tennis ball, or .*socks\./);
  });

  it.each([
    ['twenty', ['ballerina', 'book-drop', 'child-cobra', 'ball-massage', 'corkscrew', 'butt-walk', 'cross-connect']],
    ['five', ['child-cobra', 'butt-walk']],
    ['full', ['ball-massage', 'ballerina', 'child-cobra', 'corkscrew', 'butt-walk']],
    ['hip-drop', ['book-drop']],
    ['pelvic-rotation', ['cross-connect', 'split-squat', 'lift-lunge']],
  ])('%s', (routine, expected) => {
    expect(steps(routine)).toEqual(expected);
  });

  it('a routine asked for before the side is known is offered once it is', () => {
    const gate = conversation()
      .say({ kind: 'wish', wish: 'routine', routine: 'hip-drop', opens: true })
      .say(side('right'));
    expect(gate.outcome?.talk.draft?.plan).toMatchObject({ routine: 'hip-drop', side: 'right' });
  });

  it('a routine named in a block is a fresh session, and nothing is lost before its first block', () => {
    const gate = inFirst.say({ kind: 'wish', wish: 'routine', routine: 'five' }, 110);
    expect(gate.words).toMatch(/^Come up tall and uncross your feet\./);
    expect(gate.listener.session?.plan.routine).toBe('ten-first');
    expect(gate.say(yes).listener.session?.plan.routine).toBe('five');
  });
});
