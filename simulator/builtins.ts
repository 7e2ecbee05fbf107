/**
 * What Amazon's own intents and slots understand without a sample of ours. Amazon documents "a subset" of the
 * phrases (developer.amazon.com, Standard Built-in Intents); the second list is what devices are known to take too.
 */

/** Documented by Amazon. */
export const documentedPhrases: Readonly<Record<string, readonly string[]>> = {
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

/**
 * Reads words as the value of one of Amazon's own slot types, by the name of the type; undefined where they are none.
 * A model that uses a type which is missing here is refused: add it when the first slot needs it.
 */
export const builtInSlots: Readonly<Record<string, (words: readonly string[]) => string | undefined>> = {};
