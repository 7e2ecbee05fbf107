import { Clock } from '../simulator/clock.ts';
import { Echo, type Handler } from '../simulator/device.ts';
import { type ApiAccess, newSession } from '../simulator/envelope.ts';
import { exchange, type EchoOptions } from '../simulator/exchange.ts';
import type { Happening } from '../simulator/happening.ts';
import { deviceIdOf, skillId, userIdOf } from '../simulator/identity.ts';
import { momentToSay } from '../simulator/person.ts';
import { speechOf } from '../simulator/speech.ts';
import { wordsIn } from '../simulator/transcript.ts';
import type { InteractionModel, SpokenIntent } from '../simulator/understand.ts';

/** What the skill answered to one request. */
export interface Answered {
  readonly locale: string;
  /** In which moment of a conversation, and to which words. */
  readonly moment: string;
  readonly said: string;
  readonly request: string;
  readonly intent?: string;
  /** How the words were understood; absent where no words were. */
  readonly how?: 'exact' | 'close' | 'fallback';
  readonly words: string;
  readonly reprompt?: string;
  /** Characters of SSML: of the speech or the reprompt, whichever is longer. */
  readonly characters: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly listens: boolean;
  readonly directives: readonly string[];
  readonly permissions: readonly string[];
}

interface Response {
  readonly sessionAttributes?: Readonly<Record<string, unknown>>;
  readonly response?: {
    readonly outputSpeech?: { readonly ssml?: string };
    readonly reprompt?: { readonly outputSpeech?: { readonly ssml?: string } };
    readonly shouldEndSession?: boolean;
    readonly directives?: readonly {
      readonly type: string;
      readonly payload?: { readonly permissionScopes?: readonly { readonly permissionScope: string }[] };
    }[];
  };
}

const spoken = (ssml: string | undefined): string => (ssml === undefined ? '' : wordsIn(speechOf(ssml)));

let testers = 0;

/** Somebody new, with a device of their own, who writes down what the skill answers. */
export class Tester {
  readonly answers: Answered[] = [];
  readonly problems: string[] = [];
  readonly userId = userIdOf(`tester ${++testers}`);
  readonly #options: EchoOptions;
  readonly #echo: Echo;
  #moment = '';
  #said = '';
  #how: Answered['how'];

  constructor(handler: Handler, locale: string, model: InteractionModel, api: ApiAccess) {
    this.#options = {
      applicationId: skillId,
      userId: this.userId,
      deviceId: deviceIdOf(this.userId, 'a device'),
      locale,
      model,
      api,
      clock: new Clock(Date.parse('2026-03-02T09:00:00Z')),
      handler: async (event, context) => {
        const began = performance.now();
        const response = (await handler(event, context)) as Response;
        const { request } = event;
        if (request.type !== 'SessionEndedRequest') this.#write(request, response, performance.now() - began);
        return response;
      },
    };
    this.#echo = new Echo(this.#options);
  }

  /** Whether an Alexa session of the skill is open. */
  get open(): boolean {
    return this.#echo.open;
  }

  /** Says these words when a person would: with "alexa" into the speech, else after it. Gives what was answered last. */
  async say(words: string, moment = this.#moment): Promise<Answered | undefined> {
    const before = this.answers.length;
    [this.#moment, this.#said, this.#how] = [moment, words, undefined];
    this.#see(await this.#echo.passTo(momentToSay(this.#echo, words)));
    const happenings = await this.#echo.say(words);
    const understood = happenings.find((one) => one.kind === 'understood')?.as;
    this.#see(happenings);
    if (understood?.kind === 'intent') this.#how = understood.how;
    const answer = this.answers.at(-1);
    if (!answer || this.answers.length === before) return undefined;
    const whole = this.#how ? { ...answer, how: this.#how } : answer;
    this.answers[this.answers.length - 1] = whole;
    return whole;
  }

  /** As `say`, into the speech where one is being spoken that a question ends: a block, for example. */
  interrupt(words: string, moment: string): Promise<Answered | undefined> {
    return this.say(this.#echo.stage.kind === 'listening' ? words : `alexa, ${words}`, moment);
  }

  /** Leaves every open microphone unanswered until the session is over. Gives how many there were. */
  async silent(): Promise<number> {
    let microphones = 0;
    while (this.#echo.open && microphones < 10) {
      const happenings = await this.#echo.silence();
      this.#see(happenings);
      microphones += happenings.filter(({ kind }) => kind === 'microphone').length;
    }
    return microphones;
  }

  /** Sends an intent that no words make, in an Alexa session of its own. */
  async send(intent: SpokenIntent, moment: string): Promise<void> {
    [this.#moment, this.#said, this.#how] = [moment, intent.name, undefined];
    try {
      await exchange(this.#options, newSession(), { type: 'IntentRequest', intent });
    } catch (error) {
      this.problems.push(`${intent.name}: ${(error as Error).message}`);
    }
  }

  #see(happenings: readonly Happening[]): void {
    for (const one of happenings) {
      if (one.kind === 'problem') this.problems.push(`${this.#moment}, "${this.#said}": ${one.message}`);
    }
  }

  #write(request: { type: string; intent?: { name: string } }, answer: Response, milliseconds: number): void {
    const { outputSpeech, reprompt, shouldEndSession, directives = [] } = answer.response ?? {};
    const [ssml, again] = [outputSpeech?.ssml, reprompt?.outputSpeech?.ssml];
    this.answers.push({
      locale: this.#options.locale,
      moment: this.#moment,
      said: this.#said,
      request: request.type,
      ...(request.intent ? { intent: request.intent.name } : {}),
      words: spoken(ssml),
      ...(again === undefined ? {} : { reprompt: spoken(again) }),
      characters: Math.max(ssml?.length ?? 0, again?.length ?? 0),
      bytes: Buffer.byteLength(JSON.stringify(answer)),
      milliseconds,
      listens: shouldEndSession === false,
      directives: directives.map(({ type }) => type),
      permissions: directives.flatMap(({ payload }) =>
        (payload?.permissionScopes ?? []).map(({ permissionScope }) => permissionScope),
      ),
    });
  }
}
