import type { Echo } from './device.ts';
import type { Happening } from './happening.ts';
import { noteOf } from './notes.ts';
import { transcriptOf } from './transcript.ts';

/** Prints what is heard, a paragraph for each speech, as soon as it is known how much of it is heard. */
export class Paragraphs {
  readonly #print: (line: string) => void;
  /** The speech being spoken was printed whole, and what follows it, before its end. */
  #ahead = false;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  show(happenings: readonly Happening[]): void {
    for (const happening of happenings) {
      if (happening.kind === 'speaks') this.#ahead = false;
      if (happening.kind === 'spoken') this.#spoken(transcriptOf(happening.speech), happening.cut);
      else if (!this.#ahead || !this.#follows(happening)) this.#note(happening);
    }
  }

  /** For whoever waits for the answer before typing on. */
  showAhead({ stage, open }: Echo): void {
    if (stage.kind !== 'speaking' || this.#ahead) return;
    this.#ahead = true;
    const text = transcriptOf(stage.speech);
    if (text) this.#print(`  ${text}`);
    if (open) this.#note({ kind: 'microphone' });
    else if (stage.by === 'skill') this.#note({ kind: 'ended', reason: 'SKILL' });
  }

  #follows(happening: Happening): boolean {
    return happening.kind === 'microphone' || (happening.kind === 'ended' && happening.reason === 'SKILL');
  }

  #note(happening: Happening): void {
    const note = noteOf(happening);
    if (note !== undefined) this.#print(`  (${note})`);
  }

  #spoken(text: string, cut: boolean): void {
    if (this.#ahead && cut) this.#print(`  (cut off after "${text.split(' ').slice(-8).join(' ')} …")`);
    if (!this.#ahead && (text || cut)) this.#print(`  ${text}${cut ? ' …' : ''}`);
  }
}
