import { describe, expect, it } from '@jest/globals';
import { heardUntil, InvalidSpeech, speechOf } from '../../simulator/speech.ts';
import { transcriptOf, wordsIn } from '../../simulator/transcript.ts';

const spoken = (inner: string) => speechOf(`<speak>${inner}</speak>`);

describe('a speech', () => {
  it('is heard sentence by sentence, neighbouring breaks as one silence', () => {
    const { parts } = spoken('Hold. Breathe out. <break time="10s"/> <break time="2500ms"/>Halfway.');
    expect(parts.map((part) => (part.kind === 'words' ? part.text : part.length))).toEqual([
      'Hold.',
      'Breathe out.',
      12_500,
      'Halfway.',
    ]);
  });

  it('has parts that follow each other without a gap', () => {
    const { parts, length } = spoken('One. <break time="3s"/> Two, and three. <break time="1s"/>');
    let end = 0;
    for (const part of parts) {
      expect(part.start).toBe(end);
      end += part.length;
    }
    expect(length).toBe(end);
  });

  it('takes longer in a slower voice, its silences do not', () => {
    const ssml = '<speak>Come up tall. <break time="5s"/></speak>';
    const [words, slow] = [speechOf(ssml), speechOf(ssml, 1.3)];
    expect(slow.length - 5000).toBeCloseTo((words.length - 5000) * 1.3, -1);
  });

  it('reads entities and skips other tags', () => {
    expect(wordsIn(spoken('Rest &amp; <emphasis level="strong">breathe</emphasis> &#33;'))).toBe('Rest & breathe !');
  });

  it('is written with its silences', () => {
    expect(transcriptOf(spoken('Hold. <break time="5s"/><break time="9.6s"/> Release.<break time="200ms"/>'))).toBe(
      'Hold. (14.6 s) Release.',
    );
  });

  it('ends where it is cut off, with whole words', () => {
    const speech = spoken('Hold. <break time="10s"/> Come up tall and uncross your feet.');
    const [, silence, last] = speech.parts;
    expect(transcriptOf(heardUntil(speech, silence!.start + 4000))).toBe('Hold. (4 s)');
    expect(transcriptOf(heardUntil(speech, last!.start + last!.length / 2))).toBe('Hold. (10 s) Come up tall');
    expect(heardUntil(speech, -500).parts).toEqual([]);
    expect(heardUntil(speech, speech.length)).toEqual(speech);
  });

  it.each([
    ['a break that is too long', '<speak><break time="11s"/></speak>'],
    ['a break without unit', '<speak><break time="5"/></speak>'],
    ['a raw ampersand', '<speak>you & me</speak>'],
    ['a raw angle', '<speak>1 < 2</speak>'],
    ['a tag that is not closed', '<speak><p>Hold.</speak>'],
    ['an unknown tag', '<speak><bold>Hold.</bold></speak>'],
    ['no speak element', 'Hold.'],
    ['two speak elements', '<speak>Hold.</speak><speak>Rest.</speak>'],
    ['words outside', '<speak>Hold.</speak> Rest.'],
    ['8001 characters', `<speak>${'a'.repeat(8001 - 15)}</speak>`],
  ])('is refused for %s', (_, ssml) => {
    expect(() => speechOf(ssml)).toThrow(InvalidSpeech);
  });

  it('may have 8000 characters', () => {
    expect(() => speechOf(`<speak>${'a'.repeat(8000 - 15)}</speak>`)).not.toThrow();
  });
});
