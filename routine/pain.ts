import { stepAhead, takenIn } from './ahead.ts';
import { sayPhrase } from './beats.ts';
import { withStep } from './block.ts';
import { offer } from './choosing.ts';
import { formTowards } from './form.ts';
import { goOnWith, withPlan } from './goOn.ts';
import { hurting, inEasierForm } from './hurt.ts';
import { stop } from './leaving.ts';
import * as moving from './moving.ts';
import { moment } from './moment.ts';
import { close, type Outcome, type Turn } from './talk.ts';

/*
 * The traffic light, the strictest one in use (exercise-facts 6.3): up to 3 go on, 4 and 5 smaller, from 6 on not this
 * one. A rise by two within one exercise asks for the easier form as well. A number is never asked for, and stored
 * nowhere beyond this Alexa session.
 */
const amber = 4;
const red = 6;
const tooMuchToStart = 7;
const rise = 2;
const tooMuchToGoOn = 9;

/** Nothing has begun: at 7 and more not today, at 4 to 6 the gentle half only. */
const beforeStart = (turn: Turn, level: number): Outcome => {
  const { content, talk, listener } = turn;
  if (level >= tooMuchToStart) return close(turn, [sayPhrase(content, 'painNotToday')]);
  if (level < amber) return goOnWith(turn, [sayPhrase(content, 'painFine')]);
  const side = talk.draft?.plan.side ?? listener.preferences.side;
  const gentle: Turn = { ...turn, talk: { ...talk, wanted: { routine: 'gentle' } } };
  return side
    ? offer(gentle, side, [sayPhrase(content, 'painGentle')])
    : goOnWith(gentle, [sayPhrase(content, 'painGentle')]);
};

/** An offered number, 0 to 10. */
export const pain = (turn: Turn, level: number): Outcome => {
  const { content, talk } = turn;
  const when = moment(turn);
  if (when === 'none' || when === 'finished' || when === 'choosing' || talk.draft) return beforeStart(turn, level);

  const step = stepAhead(takenIn(turn));
  const before = talk.pain?.step === step?.id ? talk.pain?.level : undefined;
  const told: Turn = { ...turn, talk: { ...talk, pain: step && { step: step.id, level } } };
  // Very strong, or too much for the second time: not another exercise.
  if (level >= tooMuchToGoOn || (level >= red && (talk.pain?.level ?? 0) >= red)) {
    const inBlock = when === 'block';
    const stopped = stop(told, inBlock);
    const [out, rest] = inBlock
      ? [stopped.reply.speech.slice(0, 1), stopped.reply.speech.slice(1)]
      : [[], stopped.reply.speech];
    return { ...stopped, reply: { ...stopped.reply, speech: [...out, sayPhrase(content, 'painStop'), ...rest] } };
  }
  if (level >= red) {
    const words = [sayPhrase(content, 'painTooMuch')];
    if (when === 'block') return saying(moving.skip(told), words);
    return saying(stop(told, false), [sayPhrase(content, 'painStop')]);
  }
  if (level < amber && (before === undefined || level - before < rise)) {
    return goOnWith(told, [sayPhrase(content, 'painFine')]);
  }
  const place = takenIn(told).listener.session?.place;
  if (when === 'block' && place) return inEasierForm(hurting(takenIn(told), place));
  return goOnWith(told, [sayPhrase(content, 'painSmaller')], (there) => {
    const ahead = stepAhead(there);
    const form = ahead && formTowards(content, ahead, 'easier');
    const plan = there.listener.session?.plan;
    return plan && ahead && form
      ? withPlan(
          there,
          withStep(plan, ahead.id, (one) => ({ ...one, form })),
        )
      : there;
  });
};

const saying = (outcome: Outcome, words: Outcome['reply']['speech']): Outcome => ({
  ...outcome,
  reply: { ...outcome.reply, speech: [...words, ...outcome.reply.speech] },
});
