import { clearScreenDown, createInterface, cursorTo, moveCursor } from 'node:readline';
import type { Aloud } from './aloud.ts';
import type { Echo } from './device.ts';
import type { Happening } from './happening.ts';
import { lineOf } from './line.ts';
import { noteOf } from './notes.ts';
import type { Part } from './speech.ts';
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
const dim = (text: string): string => `\u001b[2m${text}\u001b[22m`;

/** A conversation in real time, with the keyboard as voice. Ends when the plug is pulled: Ctrl+C or Ctrl+D. */
export const talkLive = ({ echo, input, output, aloud, passed }: LiveOptions): Promise<void> => {
  const keyboard = createInterface({ input, output, terminal: true, prompt: '', historySize: 50 });
  let shownUntil = 0;
  let prompt = '';
  /** The sentence last begun. */
  let saying: Part | undefined;

  const print = (text: string): void => {
    cursorTo(output, 0);
    clearScreenDown(output);
    output.write(`${text}\n`);
    keyboard.prompt(true);
  };

  const partNow = (): Part | undefined => {
    const { stage } = echo;
    if (stage.kind !== 'speaking') return undefined;
    const elapsed = echo.now - stage.from;
    return stage.speech.parts.findLast((part) => part.start <= elapsed);
  };

  /** The last line of the screen: what she does now, and what is being typed. */
  const status = (): string => {
    const { stage } = echo;
    if (stage.kind === 'idle') return '> ';
    if (stage.kind === 'listening') return `  ● listening ${Math.ceil((stage.until - echo.now) / 1000)} s > `;
    const part = partNow();
    if (part?.kind !== 'silence') return '  ♪ > ';
    return `  ⏸ ${Math.ceil((stage.from + part.start + part.length - echo.now) / 1000)} s > `;
  };

  const show = (happenings: readonly Happening[]): void => {
    for (const happening of happenings) {
      if (happening.kind === 'speaks') shownUntil = -1;
      if (happening.kind === 'spoken' && happening.cut) {
        aloud?.hush();
        print('  …');
      }
      const note = noteOf(happening);
      if (note !== undefined) print(dim(`  (${note})`));
    }
    const part = partNow();
    const { stage } = echo;
    if (stage.kind === 'speaking' && part && part.start > shownUntil) {
      for (const due of stage.speech.parts) {
        if (due.kind !== 'words' || due.start <= shownUntil || due.start > part.start) continue;
        print(`  ${due.text}`);
        aloud?.say(due.text);
        saying = due;
      }
      shownUntil = part.start;
    }
    if (prompt !== status()) {
      prompt = status();
      keyboard.setPrompt(prompt);
      keyboard.prompt(true);
    }
  };

  /** Until when time may pass: nobody is cut short while typing at the open microphone, nor a voice in its sentence. */
  const limit = (): number => {
    const { stage } = echo;
    if (stage.kind === 'listening' && keyboard.line !== '') return echo.now;
    if (stage.kind !== 'speaking' || !aloud?.busy || !saying) return Infinity;
    return stage.from + saying.start + saying.length - 1;
  };

  const take = async (typed: string): Promise<void> => {
    // What was said stays on the screen; the countdown it was typed beside does not.
    moveCursor(output, 0, -1);
    print(`> ${typed}`);
    const line = lineOf(typed);
    if (line.kind === 'mistake') print(dim(`  (${line.sentence})`));
    if (line.kind === 'at') print(dim('  (here ":at" has no use: say it when it is time)'));
    if (line.kind === 'wait') show(await echo.wait(line.seconds));
    if (line.kind === 'silence' && echo.stage.kind === 'listening') show(await echo.passTo(echo.stage.until));
    if (line.kind !== 'say') return;
    if (echo.stage.kind === 'speaking' && !wakes(line.words)) {
      print(dim('  (not heard while she speaks: begin with "alexa", as in: alexa, pause)'));
    } else show(await echo.say(line.words));
  };

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
        show(await echo.passTo(Math.min(echo.now + elapsed, limit())));
      });
    }, tick);
    keyboard.on('line', (typed) => next(() => take(typed)));
    keyboard.on('SIGINT', () => keyboard.close());
    keyboard.on('close', () => {
      clearInterval(timer);
      aloud?.hush();
      next(() => Promise.resolve(void echo.unplug()));
      void doing.then(() => {
        cursorTo(output, 0);
        clearScreenDown(output);
        output.write(dim('  (unplugged: npm start carries on where you were)\n'));
        unplugged();
      });
    });
    show([]);
  });
};
