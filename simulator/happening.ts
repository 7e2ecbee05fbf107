import type { EndReason } from './envelope.ts';
import type { Speech } from './speech.ts';
import type { Understood } from './understand.ts';

/** What came of words, or of time passing, in the order in which it happened. */
export type Happening =
  | { readonly kind: 'understood'; readonly as: Understood }
  /** Not heard: she was speaking, or no microphone is open; it takes "alexa". */
  | { readonly kind: 'unheard' }
  /** A speech begins; it is given whole. */
  | { readonly kind: 'speaks'; readonly speech: Speech; readonly by: Speaker }
  /** It is over, or was cut off: what was heard of it. */
  | { readonly kind: 'spoken'; readonly speech: Speech; readonly cut: boolean }
  | { readonly kind: 'microphone' }
  | { readonly kind: 'ended'; readonly reason: EndReason | 'SKILL' }
  /** The skill failed; the message is for whoever repairs it. */
  | { readonly kind: 'problem'; readonly message: string };

export type Speaker = 'skill' | 'reprompt' | 'alexa';

/** What the device does at this moment. Times in milliseconds since 1970. */
export type Stage =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'speaking';
      readonly speech: Speech;
      readonly by: Speaker;
      readonly from: number;
      readonly until: number;
      /** When nobody speaks any more: later than `until` where Alexa asks something of her own after it. */
      readonly quietAt: number;
    }
  | { readonly kind: 'listening'; readonly until: number; readonly reprompt?: string };
