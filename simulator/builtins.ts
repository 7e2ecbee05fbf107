import { dateOf } from './spokenDate.ts';
import { numberOf } from './spokenNumber.ts';
import { timeOf } from './spokenTime.ts';

/**
 * What Amazon's own intents and slots understand without a sample of ours. Amazon documents "a subset" of the
 * phrases (developer.amazon.com, Standard Built-in Intents); the second list is what devices are known to take too.
 */

/** Documented by Amazon. */
const documentedPhrases: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it'],
  'AMAZON.FallbackIntent': [],
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me'],
  'AMAZON.NavigateHomeIntent': ['home', 'go home'],
  'AMAZON.NextIntent': ['next', 'skip', 'skip forward'],
  'AMAZON.NoIntent': ['no', 'no thanks'],
  'AMAZON.PauseIntent': ['pause', 'pause that'],
  'AMAZON.PreviousIntent': ['go back', 'skip back', 'back up'],
  'AMAZON.RepeatIntent': ['repeat', 'say that again', 'repeat that'],
  'AMAZON.ResumeIntent': ['resume', 'continue', 'keep going'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up'],
  'AMAZON.YesIntent': ['yes', 'yes please', 'sure'],
};

const heardPhrases: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.NavigateHomeIntent': ['navigate home', 'go to the home screen'],
  'AMAZON.NoIntent': ['nope', 'no thank you'],
  'AMAZON.PauseIntent': ['pause it', 'pause this'],
  'AMAZON.PreviousIntent': ['previous'],
  'AMAZON.YesIntent': ['okay', 'yeah', 'yep', 'yup'],
};

/** Everything that reaches one of Amazon's intents by itself; the model must not claim any of it. */
export const phrasesOf = (intent: string): readonly string[] => [
  ...(documentedPhrases[intent] ?? []),
  ...(heardPhrases[intent] ?? []),
];

/** Reads words as the value of a slot; undefined where they are none. `today` is an ISO date. */
type SlotReader = (words: readonly string[], today: string) => string | undefined;

/**
 * Amazon's own slot types, by their name. A model that uses a type which is missing here is refused: add it when the
 * first slot needs it.
 */
export const builtInSlots: Readonly<Record<string, SlotReader>> = {
  'AMAZON.NUMBER': (words) => numberOf(words)?.toString(),
  'AMAZON.TIME': timeOf,
  'AMAZON.DATE': dateOf,
};
