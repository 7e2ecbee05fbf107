import { parseArgs } from 'node:util';

export interface Flags {
  readonly user: string;
  /** Whose voice is recognised; nobody's without it. */
  readonly person?: string;
  readonly locale: string;
  readonly mayRemind: boolean;
  readonly fast: boolean;
  readonly voice: boolean;
  readonly help: boolean;
}

/** What was asked for cannot be done; the message is one for the person at the terminal. */
export class WrongFlag extends Error {
  override readonly name = 'WrongFlag';
}

export const usage = `npm start -- [flags]

  --user <name>    whose account it is; each remembers its own (default: me)
  --person <name>  whose voice is recognised; each has a routine of their own (default: nobody's)
  --locale <name>  what the device speaks, as in en-GB (default: en-US)
  --no-permission  reminders are not allowed yet: Alexa asks, and you say yes or no
  --fast           no waiting: speech and silences pass at once, the clock as if they had not
  --voice          spoken aloud too, through espeak-ng
  --help           this

What you type is what you say. Begin with "alexa" to be heard while she speaks.
  (empty line)   you say nothing until the microphone closes
  :wait 2h       time passes (s, m, h, d)
  :at 45s        how far into the speech the next "alexa, ..." is said (with --fast or piped input; else 20 s)
Ctrl+C, or the end of piped input, pulls the plug. What is remembered is in .data/ (or in $BACK_ROUTINE_DATA).`;

/** Reads the flags. Throws `WrongFlag`. */
export const flagsOf = (args: readonly string[]): Flags => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        user: { type: 'string', default: 'me' },
        person: { type: 'string' },
        locale: { type: 'string', default: 'en-US' },
        'no-permission': { type: 'boolean', default: false },
        fast: { type: 'boolean', default: false },
        voice: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { user, person, locale, fast, voice, help } = values;
    if (user.trim() === '') throw new WrongFlag('--user needs a name, as in: npm start -- --user anna');
    if (person?.trim() === '') throw new WrongFlag('--person needs a name, as in: npm start -- --person tom');
    const mayRemind = !values['no-permission'];
    return { user, locale, mayRemind, fast, voice, help, ...(person === undefined ? {} : { person }) };
  } catch (error) {
    if (error instanceof WrongFlag) throw error;
    // Node's first sentence says which flag; the rest is about positionals.
    const reason = (error as Error).message.split(/\. |\n/)[0];
    const others = '--no-permission, --fast, --voice and --help';
    throw new WrongFlag(`${reason}. There are --user <name>, --person <name>, --locale <name>, ${others}.`);
  }
};
