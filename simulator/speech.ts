import { secondsToSay } from './voice.ts';

/** One stretch of a speech: a sentence, or a silence. `start` and `length` in milliseconds of the speech. */
export type Part = { readonly start: number; readonly length: number } & (
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'silence' }
);

/** What one response makes audible, with its times on this device. */
export interface Speech {
  readonly parts: readonly Part[];
  /** Milliseconds. */
  readonly length: number;
}

/** Alexa refuses to speak this; the message says why. */
export class InvalidSpeech extends Error {
  override readonly name = 'InvalidSpeech';
}

const longest = 8000;
const longestBreak = 10_000;
const strengths: Record<string, number> = {
  none: 0,
  'x-weak': 0,
  weak: 300,
  medium: 400,
  strong: 700,
  'x-strong': 1000,
};
const tags = new Set([
  'speak',
  'break',
  'p',
  's',
  'w',
  'say-as',
  'sub',
  'prosody',
  'emphasis',
  'phoneme',
  'voice',
  'lang',
])
  .add('audio')
  .add('amazon:effect')
  .add('amazon:domain')
  .add('amazon:emotion');
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:(\w+);|#(\d+);|#x([\da-f]+);)?/gi, (found, name?: string, decimal?: string, hex?: string) => {
    if (name && entities[name]) return entities[name];
    if (decimal ?? hex) return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? '', 16));
    throw new InvalidSpeech(`"${found}" is not an SSML entity`);
  });

const breakLength = (tag: string): number => {
  const time = /\btime\s*=\s*(["'])(.*?)\1/.exec(tag)?.[2];
  if (time === undefined) return strengths[/\bstrength\s*=\s*(["'])(.*?)\1/.exec(tag)?.[2] ?? 'medium'] ?? 0;
  const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(time) ?? [];
  const length = Number(count) * (unit === 's' ? 1000 : 1);
  if (!(length <= longestBreak)) throw new InvalidSpeech(`a break of "${time}"`);
  return length;
};

type Piece = string | number;

/** The SSML as texts and silences, in order. */
const piecesOf = (ssml: string): Piece[] => {
  if (ssml.length > longest) throw new InvalidSpeech(`${ssml.length} characters of SSML, more than ${longest}`);
  const pieces: Piece[] = [];
  const open: string[] = [];
  let root = 0;
  for (const token of ssml.trim().match(/<[^>]*>|[^<]+|</g) ?? []) {
    if (!token.startsWith('<')) {
      if (open.length === 0) throw new InvalidSpeech(`"${token.trim()}" outside <speak>`);
      pieces.push(unescaped(token));
      continue;
    }
    const [, closing, name = '', selfClosing] = /^<(\/?)([a-z][\w:-]*)(?:\s[^<>]*?)?(\/?)>$/.exec(token) ?? [];
    if (!tags.has(name)) throw new InvalidSpeech(`"${token}" is not SSML that Alexa speaks`);
    if (open.length === 0 && (name !== 'speak' || root++ > 0)) throw new InvalidSpeech('not one <speak> element');
    if (name === 'break' && !closing) pieces.push(breakLength(token));
    if (name === 'p' || name === 's') pieces.push(' ');
    if (closing && open.pop() !== name) throw new InvalidSpeech(`"${token}" closes what is not open`);
    if (!closing && !selfClosing) open.push(name);
  }
  if (open.length > 0 || root === 0) throw new InvalidSpeech('<speak> is missing or not closed');
  return pieces;
};

const sentencesOf = (text: string): string[] =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.?!…]["')”]?) /)
    .filter(Boolean);

/** Neighbouring breaks are heard as one silence, and text is heard sentence by sentence. */
const heardAs = (pieces: readonly Piece[]): Piece[] => {
  const heard: Piece[] = [];
  let text = '';
  for (const piece of [...pieces, 0]) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    heard.push(...sentencesOf(text));
    text = '';
    const last = heard.at(-1);
    if (piece === 0) continue;
    if (typeof last === 'number') heard[heard.length - 1] = last + piece;
    else heard.push(piece);
  }
  return heard;
};

/** How a device speaks an SSML text. Throws `InvalidSpeech` where Alexa would not speak it. */
export const speechOf = (ssml: string, speechFactor = 1): Speech => {
  const parts: Part[] = [];
  let start = 0;
  for (const piece of heardAs(piecesOf(ssml))) {
    const length = typeof piece === 'number' ? piece : Math.round(secondsToSay(piece) * speechFactor * 1000);
    parts.push(
      typeof piece === 'number' ? { kind: 'silence', start, length } : { kind: 'words', text: piece, start, length },
    );
    start += length;
  }
  return { parts, length: start };
};

/** Alexa's own sentence, or plain text, as SSML. */
export const ssmlOf = (text: string): string =>
  `<speak>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</speak>`;

/** What was heard of a speech that was cut off after so many milliseconds: whole words only. */
export const heardUntil = ({ parts, length }: Speech, cut: number): Speech => {
  const heard = parts
    .filter((part) => part.start < cut)
    .map((part): Part => {
      const share = Math.min(1, (cut - part.start) / part.length);
      if (part.kind === 'silence' || share === 1) return { ...part, length: part.length * share };
      const words = part.text.split(' ');
      return { ...part, text: words.slice(0, Math.floor(words.length * share)).join(' '), length: part.length * share };
    });
  return { parts: heard, length: Math.min(length, Math.max(0, cut)) };
};
