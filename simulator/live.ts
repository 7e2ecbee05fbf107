import { createInterface } from 'node:readline';
import type { Aloud } from './aloud.ts';
import type { Echo } from './device.ts';
import { lineOf } from './line.ts';
import { Screen } from './screen.ts';
import { wakes } from './wakeWord.ts';

interface LiveOptions {
  readonly echo: Echo;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly aloud?: Aloud;
  /** Called as time passes. */
  readonly passed: () => void;
}

const tick = 100;

const take = async (echo: Echo, screen: Screen, typed: string): Promise<void> => {
  screen.keep(typed);
  const line = lineOf(typed);
  if (line.kind === 'mistake') screen.note(line.sentence);
  if (line.kind === 'at') screen.note('here ":at" has no use: say it when it is time');
  if (line.kind === 'wait') screen.show(await echo.wait(line.seconds));
  if (line.kind === 'silence' && echo.stage.kind === 'listening') screen.show(await echo.passTo(echo.stage.until));
  if (line.kind !== 'say') return;
  if (echo.stage.kind === 'speaking' && !wakes(line.words)) {
    screen.note('not heard while she speaks: begin with "alexa", as in: alexa, pause');
  } else screen.show(await echo.say(line.words));
};

/** A conversation in real time, with the keyboard as voice. Ends when the plug is pulled: Ctrl+C or Ctrl+D. */
export const talkLive = ({ echo, input, output, aloud, passed }: LiveOptions): Promise<void> => {
  const keyboard = createInterface({ input, output, terminal: true, prompt: '', historySize: 50 });
  const screen = new Screen(echo, keyboard, output, aloud);
  return new Promise((unplugged, fail) => {
    let then = performance.now();
    // One thing after the other: a line, or a tick of the clock.
    let doing: Promise<void> = Promise.resolve();
    const next = (act: () => Promise<void>): void => {
      doing = doing.then(act).then(passed).catch(fail);
    };
    const timer = setInterval(() => {
      next(async () => {
        const now = performance.now();
        const elapsed = now - then;
        then = now;
        screen.show(await echo.passTo(Math.min(echo.now + elapsed, screen.limit)));
      });
    }, tick);
    keyboard.on('line', (typed) => next(() => take(echo, screen, typed)));
    keyboard.on('SIGINT', () => keyboard.close());
    keyboard.on('close', () => {
      clearInterval(timer);
      aloud?.hush();
      next(() => Promise.resolve(void echo.unplug()));
      void doing.then(() => {
        screen.end();
        unplugged();
      });
    });
    screen.show([]);
  });
};
