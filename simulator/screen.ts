import { clearScreenDown, cursorTo, type Interface, moveCursor } from 'node:readline';
import type { Aloud } from './aloud.ts';
import type { Echo } from './device.ts';
import type { Happening } from './happening.ts';
import { noteOf } from './notes.ts';
import type { Part } from './speech.ts';

const dim = (text: string): string => `\u001b[2m${text}\u001b[22m`;

/** What stands in the terminal while she speaks and listens: what was said, and the line that is being typed. */
export class Screen {
  readonly #echo: Echo;
  readonly #keyboard: Interface;
  readonly #output: NodeJS.WriteStream;
  readonly #aloud: Aloud | undefined;
  #shownUntil = 0;
  #prompt = '';
  /** The sentence last begun. */
  #saying: Part | undefined;

  constructor(echo: Echo, keyboard: Interface, output: NodeJS.WriteStream, aloud: Aloud | undefined) {
    this.#echo = echo;
    this.#keyboard = keyboard;
    this.#output = output;
    this.#aloud = aloud;
  }

  #print(text: string): void {
    this.#clear();
    this.#output.write(`${text}\n`);
    this.#keyboard.prompt(true);
  }

  #clear(): void {
    cursorTo(this.#output, 0);
    clearScreenDown(this.#output);
  }

  /** Something that nobody said. */
  note(text: string): void {
    this.#print(dim(`  (${text})`));
  }

  /** What was said stays on the screen; the countdown it was typed beside does not. */
  keep(typed: string): void {
    moveCursor(this.#output, 0, -1);
    this.#print(`> ${typed}`);
  }

  #partNow(): Part | undefined {
    const { stage, now } = this.#echo;
    if (stage.kind !== 'speaking') return undefined;
    return stage.speech.parts.findLast((part) => part.start <= now - stage.from);
  }

  /** The last line: what she does now, and what is being typed. */
  #status(): string {
    const { stage, now } = this.#echo;
    if (stage.kind === 'idle') return '> ';
    if (stage.kind === 'listening') return `  ● listening ${Math.ceil((stage.until - now) / 1000)} s > `;
    const part = this.#partNow();
    if (part?.kind !== 'silence') return '  ♪ > ';
    return `  ⏸ ${Math.ceil((stage.from + part.start + part.length - now) / 1000)} s > `;
  }

  /** Shows what happened, and what is heard by now. */
  show(happenings: readonly Happening[]): void {
    for (const happening of happenings) {
      if (happening.kind === 'speaks') this.#shownUntil = -1;
      if (happening.kind === 'spoken' && happening.cut) {
        this.#aloud?.hush();
        this.#print('  …');
      }
      const note = noteOf(happening);
      if (note !== undefined) this.note(note);
    }
    this.#speak();
    if (this.#prompt === this.#status()) return;
    this.#prompt = this.#status();
    this.#keyboard.setPrompt(this.#prompt);
    this.#keyboard.prompt(true);
  }

  /** The sentences begun since the last time. */
  #speak(): void {
    const part = this.#partNow();
    const { stage } = this.#echo;
    if (stage.kind !== 'speaking' || !part || part.start <= this.#shownUntil) return;
    for (const due of stage.speech.parts) {
      if (due.kind !== 'words' || due.start <= this.#shownUntil || due.start > part.start) continue;
      this.#print(`  ${due.text}`);
      this.#aloud?.say(due.text);
      this.#saying = due;
    }
    this.#shownUntil = part.start;
  }

  /** Until when time may pass: nobody is cut short while typing at the open microphone, nor a voice in its sentence. */
  get limit(): number {
    const { stage, now } = this.#echo;
    if (stage.kind === 'listening' && this.#keyboard.line !== '') return now;
    if (stage.kind !== 'speaking' || !this.#aloud?.busy || !this.#saying) return Infinity;
    return stage.from + this.#saying.start + this.#saying.length - 1;
  }

  /** The last words. */
  end(): void {
    this.#clear();
    this.#output.write(`${dim('  (unplugged: npm start carries on where you were)')}\n`);
  }
}
