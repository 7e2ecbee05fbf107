import { ask } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import { heardOut } from './finishing.ts';
import { takenIn } from './ahead.ts';
import { goOnWith } from './goOn.ts';
import { rested, running } from './history.ts';
import { launch } from './launch.ts';
import { release } from './leaving.ts';
import { newListener, type Session } from './listener.ts';
import { moment } from './moment.ts';
import { askedBefore, close, newTalk, type Outcome, type Turn } from './talk.ts';

/** What is under way rests where it is; what was heard to its end is finished. */
export const setAside = (turn: Turn): Turn => {
  const there = moment(turn) === 'lastQuestion' ? heardOut(turn) : takenIn(turn);
  const waits = running(there.listener) && !there.listener.session?.ended;
  return waits ? { ...there, listener: rested(there.listener, 'paused', turn.now) } : there;
};

/**
 * Somebody else exercises this time: they hear the warning and are asked their side; nothing of theirs is remembered.
 * The owner's session rests where it is.
 */
export const someoneElse = (turn: Turn): Outcome => {
  const out = moment(turn) === 'block' ? release(turn) : [];
  const owner = setAside(turn);
  const guest: Turn = { ...turn, listener: newListener, talk: newTalk(turn.talk.alexaSession) };
  const welcome = fresh(guest, [...out, sayPhrase(turn.content, 'someoneElse')]);
  return { ...welcome, listener: owner.listener, speaker: 'guest' };
};

/**
 * The owner again. After somebody else that one is let out of their position, and the owner is asked whether to carry
 * on: they have to get there first. Where nobody else spoke it goes on as before.
 */
export const meAgain = (turn: Turn, guest: boolean): Outcome => {
  const { content, listener, talk } = turn;
  if (guest) return { ...close(turn, moment(turn) === 'block' ? release(turn) : []), speaker: 'owner' };
  if (talk.asked === 'isItYours') return itIsMine(turn);
  if (talk.asked) return goOnWith(turn, []);
  if (turn.opens) return launch(turn);
  return running(listener) ? ask(turn, 'carryOn', [sayPhrase(content, 'welcomeBack')]) : fresh(turn);
};

/** Whom to forget is asked once; nothing is deleted before that is answered. */
export const forget = (turn: Turn): Outcome => {
  const inBlock = moment(turn) === 'block';
  const talk = { ...turn.talk, askedBefore: askedBefore(turn, 'forgetWhom', inBlock) };
  return ask({ ...setAside(turn), talk }, 'forgetWhom', inBlock ? release(turn) : []);
};

/** Told whom: everything of them is gone, and this Alexa session with it. */
export const forgetting = (turn: Turn, whom: 'mine' | 'everyone'): Outcome => ({
  ...close(turn, [sayPhrase(turn.content, `forgotten-${whom}`)], newListener),
  erase: whom,
});

/** Yes, it is theirs: whoever's session was found goes on with it. */
export const itIsMine = (turn: Turn): Outcome => ({
  ...close(turn, []),
  speaker: 'found',
});

/** No: a fresh session of their own; the one that was found stays where it is. */
export const notMine = (turn: Turn): Outcome => fresh({ ...turn, talk: { ...turn.talk, found: undefined } });

/** The account has a session under way that may be theirs. */
export const askWhose = (turn: Turn, found: Session): Outcome =>
  ask({ ...turn, talk: { ...turn.talk, found } }, 'isItYours', [sayPhrase(turn.content, 'welcomeBack')]);
