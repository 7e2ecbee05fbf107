/** Something that changes by itself as time passes. */
export interface Timed {
  /** When it changes next, in milliseconds since 1970; undefined: not by itself. */
  readonly changesAt: number | undefined;
  /** Makes that change happen. The clock already shows the time. */
  change(): Promise<void>;
}

/** The time in a home: it passes only when told to, for all devices alike, and never backwards. */
export class Clock {
  #now: number;
  readonly #timed: Timed[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  /** From now on this changes as time passes. */
  add(timed: Timed): void {
    this.#timed.push(timed);
  }

  /** Lets time pass up to a moment, playing out on the way, in order, whatever changes. */
  async passTo(moment: number): Promise<void> {
    for (;;) {
      let next: Timed | undefined;
      for (const timed of this.#timed) if ((timed.changesAt ?? Infinity) < (next?.changesAt ?? Infinity)) next = timed;
      if (next?.changesAt === undefined || next.changesAt > moment) break;
      this.#now = Math.max(this.#now, next.changesAt);
      await next.change();
    }
    this.#now = Math.max(this.#now, moment);
  }
}
