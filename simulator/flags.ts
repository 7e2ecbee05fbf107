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

  --user <name>  whose account it is; each remembers its own (default: me)
  --person <name>  whose voice it is that Alexa recognises (default: nobody's)
  --locale <en-GB> the language of the device (default: en-US)
  --no-permission  reminders are not allowed yet: Alexa asks for it, and you answer yes or no
  --fast         no waiting: speech and silences pass at once, the clock as if they had not
  --voice        spoken aloud too, through espeak-ng
  --help         this

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
        fast: { type: 'boolean', default: false },
        voice: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.user.trim() === '') throw new WrongFlag('--user needs a name, as in: npm start -- --user anna');
    return values;
  } catch (error) {
    if (error instanceof WrongFlag) throw error;
    // Node's first sentence says which flag; the rest is about positionals.
    const reason = (error as Error).message.split(/\. |\n/)[0];
    throw new WrongFlag(`${reason}. There are --user <name>, --fast, --voice and --help.`);
  }
};
