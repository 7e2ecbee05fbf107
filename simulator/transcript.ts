import type { Part, Speech } from './speech.ts';

/** Milliseconds as a person reads them: "10 s", "2.5 s". */
const asSeconds = (milliseconds: number): string => `${Number((milliseconds / 1000).toFixed(1))} s`;

const written = (part: Part): string => {
  if (part.kind === 'words') return part.text;
  // Under a second it is a breath, not a silence.
  return part.length < 1000 ? '' : `(${asSeconds(part.length)})`;
};

/** A speech as one paragraph, its silences written as "(10 s)". */
export const transcriptOf = ({ parts }: Pick<Speech, 'parts'>): string => parts.map(written).filter(Boolean).join(' ');

/** The words of a speech alone. */
export const wordsIn = ({ parts }: Pick<Speech, 'parts'>): string =>
  parts
    .map((part) => (part.kind === 'words' ? part.text : ''))
    .filter(Boolean)
    .join(' ');
