import type { Filling } from './samples.ts';

/**
 * Where a line could be read in several ways, these win over all others, first over second: a warning sign must not
 * get lost because it resembles something harmless.
 */
const gravest = ['WarningAIntent', 'WarningBIntent', 'HurtsIntent', 'TooStrongIntent'];
export const gravity = (intent: string): number =>
  gravest.includes(intent) ? gravest.indexOf(intent) : gravest.length;
export const isWarning = (intent: string): boolean => gravity(intent) < 2;

/** Something that a line could mean. */
export interface Candidate {
  readonly intent: string;
  readonly words: readonly string[];
  readonly fillings: readonly Filling[];
  readonly distance: number;
}

export const meaningOf = ({ intent, fillings }: Candidate): string =>
  [intent, ...fillings.map(({ slot, value, said }) => `${slot}=${value?.id ?? said}`)].join(' ');

/** Where both would do, Amazon's own come first. */
const byOwner = ({ intent }: Candidate): number => (intent.startsWith('AMAZON.') ? 0 : 1);

export const byWeight = (a: Candidate, b: Candidate): number =>
  gravity(a.intent) - gravity(b.intent) || a.distance - b.distance || byOwner(a) - byOwner(b);
