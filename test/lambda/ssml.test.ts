import { describe, expect, it } from '@jest/globals';
import { check } from 'ssml-check-core';
import { english as content } from '../../content/index.ts';
import { maxCharacters, ssml } from '../../lambda/ssml.ts';
import type { Beat } from '../../routine/beats.ts';
import { planToday } from '../../routine/duration.ts';
import { closingQuestion } from '../../routine/gate.ts';
import { newListener, type Place, type Plan } from '../../routine/listener.ts';
import { narrate } from '../../routine/narrate.ts';
import { startOf } from '../../routine/place.ts';

const beat = (text: string, silence = 0): Beat => ({ kind: 'say', text, speech: 1, silence });

/** All blocks of a plan. */
const blocksOf = (plan: Plan): (readonly Beat[])[] => {
  const blocks: (readonly Beat[])[] = [];
  let place: Place | 'end' = startOf(plan.steps[0] ?? { id: '' });
  while (place !== 'end') {
    const { beats, to }: ReturnType<typeof narrate> = narrate(
      content,
      plan,
      { place, from: 'standing' },
      { ask: (end) => closingQuestion(content, newListener, plan, end) },
    );
    blocks.push(beats);
    place = to.next;
  }
  return blocks;
};

describe('SSML', () => {
  it('splits a silence into breaks that Alexa accepts', () => {
    expect(ssml([beat('Hold.', 24.6)])).toBe(
      '<speak>Hold.<break time="10000ms"/><break time="10000ms"/><break time="4600ms"/></speak>',
    );
  });

  it('escapes text, once', () => {
    expect(ssml([beat("Don't <stop> & go.")])).toBe("<speak>Don't &lt;stop&gt; &amp; go.</speak>");
  });

  it('says nothing where there is only silence', () => {
    expect(ssml([beat('', 3)])).toBe('<speak><break time="3000ms"/></speak>');
  });

  const plans = content.routines.flatMap((routine) =>
    (['left', 'right', 'both'] as const).map(
      (side) => [`${routine.id}, ${side}`, planToday(content, routine, side, newListener, 0)] as const,
    ),
  );

  it.each(plans)('of every block is valid for Alexa: %s', async (_, plan) => {
    for (const beats of blocksOf(plan)) {
      const text = ssml(beats);
      expect(await check(text, { platform: 'amazon', locale: 'en-US' })).toBeUndefined();
      expect(text.length).toBeLessThanOrEqual(maxCharacters);
      expect(text).not.toMatch(/<speak>.*<speak>|<mark|<audio|\n|\t/);
    }
  });
});
