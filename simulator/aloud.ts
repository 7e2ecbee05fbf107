import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** Speaks sentences through espeak-ng, one at a time. The silences between them are not its business. */
export interface Aloud {
  /** Still at a sentence. */
  readonly busy: boolean;
  say(sentence: string): void;
  hush(): void;
}

/** Whether espeak-ng is installed. */
export const canSpeakAloud = (): boolean => spawnSync('espeak-ng', ['--version'], { stdio: 'ignore' }).status === 0;

export const speakAloud = (): Aloud => {
  let speaking: ChildProcess | undefined;
  const hush = (): void => {
    speaking?.kill();
    speaking = undefined;
  };
  return {
    get busy() {
      return speaking !== undefined;
    },
    say(sentence) {
      hush();
      const child = spawn('espeak-ng', ['-v', 'en-us', '-s', '150', '--', sentence], { stdio: 'ignore' });
      const over = (): void => {
        if (speaking === child) speaking = undefined;
      };
      child.on('exit', over).on('error', over);
      speaking = child;
    },
    hush,
  };
};
