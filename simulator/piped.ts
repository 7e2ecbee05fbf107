import { wakes } from './device.ts';
import type { Echo } from './device.ts';
import type { Happening } from './happening.ts';
import { lineOf } from './line.ts';
import type { Line } from './line.ts';
import { noteOf } from './notes.ts';
import { momentToSay } from './person.ts';
import { transcriptOf } from './transcript.ts';

/** Where lines come from: 'late' if none is there yet, 'end' if there will be none. */
export type NextLine = () => Promise<{ readonly typed: string } | 'late' | 'end'>;

export interface PipedOptions {
  readonly echo: Echo;
  readonly next: NextLine;
  readonly print: (line: string) => void;
  /** Whether to repeat what was typed: a screen shows it already. */
  readonly repeats: boolean;
  /** Called after each line: time has passed. */
  readonly passed: () => void;
}

/** Prints what is heard, each speech as soon as it is known how much of it is heard. */
class Transcript {
  readonly #print: (line: string) => void;
  /** The speech being spoken was printed whole, before its end. */
  #ahead = false;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  show(happenings: readonly Happening[]): void {
    for (const happening of happenings) {
      if (happening.kind === 'spoken') this.#spoken(transcriptOf(happening.speech), happening.cut);
      const note = noteOf(happening);
      if (note !== undefined) this.#print(`  (${note})`);
    }
  }

  showAhead({ stage }: Echo): void {
    if (stage.kind !== 'speaking' || this.#ahead) return;
    this.#ahead = true;
    const text = transcriptOf(stage.speech);
    if (text) this.#print(`  ${text}`);
  }

  #spoken(text: string, cut: boolean): void {
    if (this.#ahead && cut) this.#print(`  (cut off after "${text.split(' ').slice(-8).join(' ')} …")`);
    if (!this.#ahead && (text || cut)) this.#print(`  ${text}${cut ? ' …' : ''}`);
    this.#ahead = false;
  }
}

/** When a line takes effect: what is heard until then is printed before the line. */
const momentOf = (echo: Echo, line: Line, atSecond: number | undefined): number => {
  const heardOut = echo.stage.kind === 'speaking' ? echo.stage.until : echo.now;
  if (line.kind === 'say') return momentToSay(echo, line.words, atSecond);
  if (line.kind === 'wait') return Math.min(heardOut, echo.now + line.seconds * 1000);
  return line.kind === 'silence' ? heardOut : echo.now;
};

/** A conversation without waiting: each line as soon as it comes, a transcript of it as output. */
export const talkPiped = async ({ echo, next, print, repeats, passed }: PipedOptions): Promise<void> => {
  const transcript = new Transcript(print);
  let atSecond: number | undefined;

  const take = async (typed: string): Promise<void> => {
    const line = lineOf(typed);
    const due = line.kind === 'wait' ? echo.now + line.seconds * 1000 : 0;
    const bargesIn = line.kind === 'say' && wakes(line.words) && echo.stage.kind === 'speaking';
    if (line.kind === 'say' && atSecond !== undefined && !bargesIn) {
      print('  (":at" is for a line that begins with "alexa", while she speaks)');
      atSecond = undefined;
    }
    transcript.show(await echo.passTo(momentOf(echo, line, atSecond)));
    if (line.kind === 'at') {
      // Repeated with the line it is for: until then it is not known what is heard before.
      atSecond = line.seconds;
      return;
    }
    if (repeats && atSecond !== undefined) print(`> :at ${atSecond}s`);
    if (repeats) print(`> ${typed.trim()}`);
    atSecond = undefined;
    if (line.kind === 'say') transcript.show(await echo.say(line.words));
    if (line.kind === 'silence') transcript.show(await echo.silence());
    if (line.kind === 'wait') transcript.show(await echo.passTo(due));
    if (line.kind === 'mistake') print(`  (${line.sentence})`);
  };

  for (let line = await next(); line !== 'end'; line = await next()) {
    // Whoever waits for the answer before typing on must see it; where it is cut off is told later.
    if (line === 'late') transcript.showAhead(echo);
    else await take(line.typed);
    passed();
  }
  const { stage } = echo;
  if (atSecond !== undefined && stage.kind === 'speaking') transcript.show(await echo.passTo(stage.from + atSecond * 1000));
  else transcript.show(await echo.hearOut());
  transcript.show(echo.unplug());
  passed();
};
