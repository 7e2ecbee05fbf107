import type { Level, Seconds } from './exercise.ts';
import type { Content } from './words.ts';
import { sentencePause, speechSeconds } from './pace.ts';
import { numberWord, phrase, type Values } from './phrases.ts';

/** The atom of narration: words, then silence. */
export interface Beat {
  readonly kind: 'say' | 'do' | 'hold' | 'count' | 'rest';
  /** Empty where there is only silence. */
  readonly text: string;
  /** How long the words are expected to take. */
  readonly speech: Seconds;
  readonly silence: Seconds;
}

const beat = (content: Content, kind: Beat['kind'], text: string, silence: Seconds = 0): Beat => {
  // A sentence that runs straight into the next ends in the voice's own pause; before a break there is none.
  const pause = silence > 0 ? 0 : sentencePause(content.pace);
  return { kind, text, speech: speechSeconds(text, content.pace) + (text ? pause : 0), silence: Math.max(0, silence) };
};

/** Seconds the beats are expected to take. */
export const lasting = (beats: readonly Beat[]): Seconds =>
  beats.reduce((sum, { speech, silence }) => sum + speech + silence, 0);

/** Seconds the beats take where speech takes `factor` times what is expected. */
export const lastingAt = (beats: readonly Beat[], factor: number): Seconds =>
  beats.reduce((sum, { speech, silence }) => sum + speech * factor + silence, 0);

/** Words alone. */
export const say = (content: Content, text: string): Beat => beat(content, 'say', text);

/** A sentence of the conversation, by its key. */
export const sayPhrase = (content: Content, key: string, values?: Values): Beat =>
  say(content, phrase(content, key, values));

/** Words, then `seconds` of silence to do them in. */
export const sayAndWait = (content: Content, text: string, seconds: Seconds): Beat =>
  beat(content, 'do', text, seconds);

/** Words, then `seconds` of rest. */
export const rest = (content: Content, text: string, seconds: Seconds): Beat => beat(content, 'rest', text, seconds);

interface HoldWords {
  readonly begin: string;
  readonly end: string;
  /** Said five seconds into a hold that is long enough for it. */
  readonly breathe?: string;
}

/** Holds from here on are long enough for a breathing cue inside. */
export const longEnoughToBreathe: Seconds = 15;
const markedFrom: Seconds = 20;
const halvedFrom: Seconds = 30;
/** Words inside a hold keep this distance, else the later one is left out. */
const betweenWords: Seconds = 1;

/**
 * A hold of exactly `seconds` from the first word of `begin` to the first word of `end`, with its marks: "five
 * seconds" from 20 s on, "halfway" as well from 30 s on, none for somebody who knows the exercise.
 */
export const hold = (content: Content, seconds: Seconds, level: Level, words: HoldWords): Beat[] => {
  const cues: { text: string; at: Seconds }[] = [{ text: words.begin, at: 0 }];
  if (words.breathe && seconds >= longEnoughToBreathe) cues.push({ text: words.breathe, at: 5 });
  if (level !== 'short' && seconds >= halvedFrom) cues.push({ text: phrase(content, 'halfway'), at: seconds / 2 });
  if (level !== 'short' && seconds >= markedFrom) cues.push({ text: phrase(content, 'fiveSeconds'), at: seconds - 5 });

  const heard: { text: string; at: Seconds; until: Seconds }[] = [];
  for (const { text, at } of cues) {
    const last = heard.at(-1);
    if (last && at < last.until + betweenWords) continue;
    heard.push({ text, at, until: at + speechSeconds(text, content.pace) });
  }
  return [
    ...heard.map(({ text, until }, i) => beat(content, 'hold', text, (heard[i + 1]?.at ?? seconds) - until)),
    beat(content, 'say', words.end),
  ];
};

/**
 * Repetitions counted aloud at the tempo (seconds of each phase). The first two name their phases, the rest only
 * their number; somebody who knows the exercise hears numbers alone.
 */
export const count = (
  content: Content,
  reps: number,
  tempo: readonly Seconds[],
  phases: readonly string[],
  level: Level,
): Beat[] => {
  const whole = tempo.reduce((sum, seconds) => sum + seconds, 0);
  const timed = (text: string, seconds: Seconds) =>
    beat(content, 'count', text, seconds - speechSeconds(text, content.pace));
  return Array.from({ length: reps }, (_, i) => i + 1).flatMap((rep) => {
    const number = phrase(content, 'rep', { number: numberWord(content, rep) });
    if (level === 'short' || rep > 2) return [timed(number, whole)];
    return tempo.map((seconds, i) =>
      timed(i === 0 ? `${number} ${phases[0] ?? ''}`.trim() : (phases[i] ?? ''), seconds),
    );
  });
};

/** Words in turn, one a second, for `seconds`. */
export const walk = (content: Content, seconds: Seconds, steps: readonly string[]): Beat[] =>
  Array.from({ length: Math.round(seconds) }, (_, i) => {
    const text = steps[i % steps.length] ?? '';
    return beat(content, 'hold', text, 1 - speechSeconds(text, content.pace));
  });
