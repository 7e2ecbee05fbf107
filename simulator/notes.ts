import type { Happening } from './happening.ts';

const endings = {
  SKILL: 'the Alexa session has ended',
  USER_INITIATED: 'the Alexa session has ended; the skill was not asked',
  EXCEEDED_MAX_REPROMPTS: 'no answer: the Alexa session has ended',
  ERROR: 'the Alexa session has ended',
};

/** What the terminal says, in brackets, about all that happens beside speech; undefined: nothing. */
export const noteOf = (happening: Happening): string | undefined => {
  switch (happening.kind) {
    case 'microphone':
      return 'the microphone is open';
    case 'ended':
      return endings[happening.reason];
    case 'unheard':
      return 'not heard: begin with "alexa", as in: alexa, start back routine';
    case 'problem':
      return `the skill failed: ${happening.message}`;
    case 'understood':
      return happening.as.kind === 'elsewhere' ? 'that is for Alexa herself; the skill does not hear of it' : undefined;
    case 'speaks':
    case 'spoken':
      return undefined;
  }
};
