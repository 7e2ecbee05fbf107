import { announceAhead, ask, settled } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import { answerInBlock } from './moving.ts';
import { moment } from './steer.ts';
import type { Outcome, Turn } from './talk.ts';

/** What can be said here, not a catalogue; outside a block also who should not start. Then the same question again. */
export const help = (turn: Turn): Outcome => {
  const { content, talk } = turn;
  const now = moment(turn);
  if (now === 'block') return answerInBlock(turn, [sayPhrase(content, 'helpInBlock')]);
  const warning = sayPhrase(content, 'whoShouldNotStart');
  if (now === 'none' || now === 'finished') {
    const warned: Turn = { ...turn, talk: { ...talk, warning: 'answered' } };
    return fresh(warned, [sayPhrase(content, 'helpStart'), warning]);
  }
  const words = [sayPhrase(content, `help-${now}`), warning];
  if (now === 'gate' && talk.asked !== 'tighter') return announceAhead(settled(turn), words, 'again');
  return ask(now === 'gate' || now === 'waiting' ? settled(turn) : turn, talk.asked ?? 'side', words);
};
