import type { Beat } from './beats.ts';
import type { Wanted } from './choose.ts';
import type { ExerciseId, Instant, Position } from './exercise.ts';
import type { Listener, Place, Plan, Session, Step } from './listener.ts';
import type { Content } from './words.ts';

/** The question that is open. */
export type Asked =
  /** Where does it hurt; is it the left; the right. */
  | 'side'
  | 'isLeft'
  | 'isRight'
  /** Shall we: the first exercise of a fresh plan, the next one, the sets after a split. */
  | 'start'
  | 'next'
  | 'go'
  /** Ready to begin, after a waiting stretch. */
  | 'ready'
  /** Which side felt tighter: begins the next exercise; or closes the session. */
  | 'tighter'
  | 'tighterLast'
  | 'howWasIt'
  | 'carryOn'
  /** You stopped at …, shall we finish those; did you finish …. */
  | 'finishThose'
  | 'didYouFinish'
  /** Is it sharp, or going down your leg; I'll make it easier, carry on. */
  | 'sharp'
  | 'easier'
  /** The whole routine again, from the start? */
  | 'startOver'
  /** A session of this account is paused: is it yours? */
  | 'isItYours'
  /** Forget you, or everyone using this account? */
  | 'forgetWhom'
  /** At what time should the reminder come? */
  | 'reminderTime';

/** What belongs to one Alexa session alone. Lives in its attributes, never in the table. */
export interface Talk {
  /** A hash of the Alexa session's id. */
  readonly alexaSession: string;
  readonly asked?: Asked | undefined;
  /** From when on an answer is one to `asked`: before that it was said in the block. */
  readonly opensAt?: Instant | undefined;
  /** What is offered before its first block. */
  readonly draft?: { readonly plan: Plan; readonly place: Place } | undefined;
  /** What was asked for by name before the side was known. */
  readonly wanted?: Wanted | undefined;
  /** Conditions with which exercises are left out, for this Alexa session: stored nowhere else. */
  readonly conditions?: readonly string[] | undefined;
  /** Things to do without, by equipment id, for this Alexa session. */
  readonly without?: readonly string[] | undefined;
  /** What was left out last, and where it was: it may be taken back. */
  readonly leftOut?:
    { readonly exercise: ExerciseId; readonly steps: readonly Step[]; readonly at: number } | undefined;
  /** Exercises done before the side was changed: the new plan may not have them. */
  readonly done?: readonly ExerciseId[] | undefined;
  /** Exercises that were said to be too easy (1) or too much (-1) when they were done: not moved again at the end. */
  readonly felt?: Readonly<Record<ExerciseId, number>> | undefined;
  /** An offered number, until the exercise ends. */
  readonly pain?: { readonly step: string; readonly level: number } | undefined;
  /** The welcome's warning counts once somebody answers after it. */
  readonly warning?: 'spoken' | 'answered' | undefined;
  /** In a row. */
  readonly misunderstood: number;
  readonly waits: number;
  /** Where it hurt, and whether that exercise has become easier. */
  readonly hurt?: { readonly place: Place; readonly easier: boolean } | undefined;
  /** Where the last block left the person. */
  readonly position?: Position | undefined;
  /** The changes of position in the block: from when on each may be over, and from when on it surely is. */
  readonly moves?:
    | readonly { readonly place: Place; readonly from: Position; readonly soonest: Instant; readonly surely: Instant }[]
    | undefined;
  /** An exercise of the stored session is gone: it goes on at the nearest. */
  readonly moved?: boolean | undefined;
  /** The account's paused session that may be this person's. */
  readonly found?: Session | undefined;
  /** The table does not answer: nothing is said to be saved. */
  readonly unsaved?: boolean | undefined;
  /** The question to come back to, while another one is open. */
  readonly askedBefore?: Asked | undefined;
}

export const newTalk = (alexaSession: string): Talk => ({ alexaSession, misunderstood: 0, waits: 0 });

/** Everything one turn is decided on. */
export interface Turn {
  readonly content: Content;
  readonly listener: Listener;
  readonly talk: Talk;
  readonly now: Instant;
  /** Whether this is the first thing said in its Alexa session. */
  readonly opens?: boolean;
}

/** What to speak, and what is expected next. */
export interface Reply {
  readonly speech: readonly Beat[];
  /** Spoken when nobody answers, before the microphone opens once more. */
  readonly reprompt?: readonly Beat[];
  /** An answer: the microphone opens after a real question. Nothing: the Alexa session ends. */
  readonly expects: 'answer' | 'nothing';
}

export interface Outcome {
  readonly listener: Listener;
  readonly talk: Talk;
  readonly reply: Reply;
  /**
   * Who goes on from here: somebody who is not remembered, for this Alexa session (`listener` is still the owner's), or
   * the one whose session was found, or the owner again after somebody else.
   */
  readonly speaker?: 'guest' | 'found' | 'owner';
  /** What is to be deleted from the table before the reply is spoken. */
  readonly erase?: 'mine' | 'everyone';
}

/** Seconds since the block was sent; never negative, for a clock that was set back. */
export const elapsedSeconds = (sentAt: Instant, now: Instant): number => Math.max(0, (now - sentAt) / 1000);

/** What to come back to after a question in between; asked twice, it still is what was asked before. */
export const askedBefore = ({ talk }: Turn, between: Asked, inBlock: boolean): Asked | undefined => {
  if (talk.asked === between) return talk.askedBefore;
  return inBlock ? 'carryOn' : talk.asked;
};

/** Says something and lets the Alexa session end. */
export const close = (turn: Turn, speech: readonly Beat[], listener: Listener = turn.listener): Outcome => ({
  listener,
  talk: { ...turn.talk, asked: undefined, opensAt: undefined, draft: undefined },
  reply: { speech, expects: 'nothing' },
});
