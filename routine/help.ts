import { settled, takenIn } from './ahead.ts';
import { announceAhead, ask, questionNamed } from './ask.ts';
import { sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import { goOnWith } from './goOn.ts';
import { moment } from './moment.ts';
import type { Asked, Outcome, Turn } from './talk.ts';

/** Questions whose answers say all there is to be helped with. */
const answeredByName: ReadonlySet<Asked> = new Set([
  'didYouFinish',
  'startOver',
  'isItYours',
  'forgetWhom',
  'reminderTime',
]);

/** What can be said here, not a catalogue; outside a block also who should not start. Then the same question again. */
export const help = (turn: Turn): Outcome => {
  const { content, talk } = turn;
  const when = moment(turn);
  if (when === 'block') return goOnWith(turn, [sayPhrase(content, 'helpInBlock')]);
  const warning = sayPhrase(content, 'whoShouldNotStart');
  if (when === 'none' || when === 'finished') {
    const warned: Turn = { ...turn, talk: { ...talk, warning: 'answered' } };
    return fresh(warned, [sayPhrase(content, 'helpStart'), warning]);
  }
  if (talk.asked && answeredByName.has(talk.asked)) {
    const there = takenIn(turn);
    return ask(there, talk.asked, [warning], { words: questionNamed(there, talk.asked) });
  }
  const about =
    talk.asked === 'sharp' || talk.asked === 'easier' ? 'hurt' : talk.asked?.startsWith('tighter') ? 'tighter' : when;
  const returning = talk.asked === 'finishThose' ? 'finishThose' : about;
  const words = [sayPhrase(content, `help-${returning}`), warning];
  if (when === 'gate' && talk.asked !== 'tighter') return announceAhead(settled(turn), words, 'again');
  return ask(takenIn(turn), talk.asked ?? 'side', words);
};
