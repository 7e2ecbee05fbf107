import type { Echo } from './device.ts';
import { lineOf } from './line.ts';
import type { Line } from './line.ts';
import { Paragraphs } from './paragraphs.ts';
import { momentToSay } from './person.ts';
import { wakes } from './wakeWord.ts';

/** Where lines come from: 'late' if none is there yet, 'end' if there will be none. */
export type NextLine = () => Promise<{ readonly typed: string } | 'late' | 'end'>;

interface PipedOptions {
  readonly echo: Echo;
  readonly next: NextLine;
  readonly print: (line: string) => void;
  /** Whether to repeat what was typed: a screen shows it already. */
  readonly repeats: boolean;
  /** Called when somebody is waited for. */
  readonly prompt?: () => void;
  /** Called after each line: time has passed. */
  readonly passed: () => void;
}

/** When a line takes effect: what is heard until then is printed before the line. */
const momentOf = (echo: Echo, line: Line, atSecond: number | undefined): number => {
  const heardOut = echo.stage.kind === 'speaking' ? echo.stage.quietAt : echo.now;
  if (line.kind === 'say') return momentToSay(echo, line.words, atSecond);
  if (line.kind === 'wait') return Math.min(heardOut, echo.now + line.seconds * 1000);
  return line.kind === 'silence' ? heardOut : echo.now;
};

/** A conversation without waiting: each line as soon as it comes, a transcript of it as output. */
export const talkPiped = async ({ echo, next, print, repeats, prompt, passed }: PipedOptions): Promise<void> => {
  const paragraphs = new Paragraphs(print);
  let atSecond: number | undefined;

  const take = async (typed: string): Promise<void> => {
    const line = lineOf(typed);
    const due = line.kind === 'wait' ? echo.now + line.seconds * 1000 : 0;
    const bargesIn = line.kind === 'say' && wakes(line.words) && echo.stage.kind === 'speaking';
    if (line.kind === 'say' && atSecond !== undefined && !bargesIn) {
      print('  (":at" is for a line that begins with "alexa", while she speaks)');
      atSecond = undefined;
    }
    const before = await echo.passTo(momentOf(echo, line, atSecond));
    if (line.kind === 'at') {
      // Repeated with the line it is for: until then it is not known what is heard before.
      atSecond = line.seconds;
      return;
    }
    const answer = line.kind === 'say' ? await echo.say(line.words) : [];
    // What it cut off was heard before it.
    paragraphs.show([...before, ...answer.filter(({ kind }) => kind === 'spoken')]);
    if (repeats && atSecond !== undefined) print(`> :at ${atSecond}s`);
    if (repeats) print(`> ${typed.trim()}`);
    atSecond = undefined;
    paragraphs.show(answer.filter(({ kind }) => kind !== 'spoken'));
    if (line.kind === 'silence') paragraphs.show(await echo.silence());
    if (line.kind === 'wait') paragraphs.show(await echo.passTo(due));
    if (line.kind === 'mistake') print(`  (${line.sentence})`);
  };

  for (let line = await next(); line !== 'end'; line = await next()) {
    if (line === 'late') {
      paragraphs.showAhead(echo);
      prompt?.();
    } else await take(line.typed);
    passed();
  }
  const { stage } = echo;
  if (atSecond !== undefined && stage.kind === 'speaking')
    paragraphs.show(await echo.passTo(stage.from + atSecond * 1000));
  else paragraphs.show(await echo.hearOut());
  paragraphs.show(echo.unplug());
  passed();
};
