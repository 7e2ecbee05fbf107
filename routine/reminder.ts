import { ask } from './ask.ts';
import { type Beat, sayPhrase } from './beats.ts';
import { fresh } from './choosing.ts';
import type { Reminder, ReminderResult } from './events.ts';
import { goOnWith, takenIn } from './goOn.ts';
import { rested, running } from './history.ts';
import { release } from './leaving.ts';
import type { Content } from './words.ts';
import { listed, phrase } from './phrases.ts';
import { moment } from './moment.ts';
import { setAside } from './people.ts';
import { askedBefore, close, type Outcome, type Turn } from './talk.ts';

/** "eight in the morning" is the voice's business: it reads a time as its language does. */
const timeOf = (content: Content, { at }: Reminder): string => {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const time = new Date(Date.UTC(2000, 0, 1, hour, minute));
  const whole: Intl.DateTimeFormatOptions = { hour: 'numeric', timeZone: 'UTC' };
  const style: Intl.DateTimeFormatOptions = minute === 0 ? whole : { ...whole, minute: '2-digit' };
  return new Intl.DateTimeFormat(content.locale, style).format(time).replace(/\s/g, ' ');
};

const dayOf = (content: Content, { day, date }: Reminder): string => {
  if (day) return phrase(content, day);
  if (!date) return phrase(content, 'today');
  const style = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return phrase(content, 'onDate', { date: new Intl.DateTimeFormat(content.locale, style).format(new Date(`${date}T00:00:00Z`)) });
};

const told = (content: Content, reminder: Reminder): string =>
  phrase(content, reminder.every === 'day' ? 'reminderDaily' : 'reminderOnce', {
    time: timeOf(content, reminder),
    day: reminder.every === 'day' ? '' : dayOf(content, reminder),
  });

const words = (content: Content, result: ReminderResult): Beat => {
  switch (result.did) {
    case 'set':
      return sayPhrase(content, 'reminderSet', { when: told(content, result) });
    case 'changed':
      return sayPhrase(content, 'reminderChanged', { when: told(content, result) });
    case 'listed': {
      const all = result.reminders.map((one) => told(content, one));
      return all.length === 0
        ? sayPhrase(content, 'reminderNone')
        : sayPhrase(content, 'reminderListed', { when: listed(content, all) });
    }
    case 'cancelled':
      return sayPhrase(content, result.count === 0 ? 'reminderNone' : 'reminderCancelled');
    case 'none':
      return sayPhrase(content, 'reminderNone');
    case 'refused':
      return sayPhrase(content, 'reminderRefused');
    case 'unsupported':
      return sayPhrase(content, 'reminderUnsupported');
    case 'tooMany':
      return sayPhrase(content, 'reminderTooMany');
    case 'down':
      return sayPhrase(content, 'reminderDown');
    case 'asksPermission':
      return sayPhrase(content, 'reminderAsksPermission');
    case 'needsTime':
      return sayPhrase(content, 'reminderNeedsTime');
  }
};

/**
 * What became of a wish about reminders, then on as before. Where Alexa asks for permission in between, the session
 * rests; her answer opens a new Alexa session, which is asked whether to carry on.
 */
export const reminder = (turn: Turn, result: ReminderResult): Outcome => {
  const { content, listener, talk } = turn;
  const said = words(content, result);
  const when = moment(turn);
  if (result.did === 'asksPermission') {
    const out = when === 'block' ? release(turn) : [];
    return close(turn, [...out, said], setAside(turn).listener);
  }
  if (result.did === 'needsTime') {
    const out = when === 'block' ? release(turn) : [];
    const there = takenIn(turn);
    const paused = when === 'block' ? { ...there, listener: rested(there.listener, 'paused', turn.now) } : there;
    return ask({ ...paused, talk: { ...talk, askedBefore: askedBefore(turn, 'reminderTime', when === 'block') } }, 'reminderTime', out);
  }
  if (talk.asked === 'reminderTime') {
    return talk.askedBefore ? ask(turn, talk.askedBefore, [said]) : close(turn, [said]);
  }
  if (when === 'none' && !turn.opens) {
    return running(listener) ? ask(turn, 'carryOn', [said]) : fresh(turn, [said]);
  }
  return goOnWith(turn, [said]);
};
