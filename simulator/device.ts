import { type Answer, answerOf } from './answer.ts';
import type { Clock, Timed } from './clock.ts';
import { envelopeOf, newSession } from './envelope.ts';
import type { AlexaSession, EndError, EndReason, Envelope, Matter, Sender } from './envelope.ts';
import type { Happening, Speaker, Stage } from './happening.ts';
import { heardUntil, type Speech, speechOf, ssmlOf } from './speech.ts';
import { understand } from './understand.ts';
import type { InteractionModel, Understood } from './understand.ts';
import { wakes } from './wakeWord.ts';

/** The skill, as Lambda calls it. */
export type Handler = (event: Envelope, context: unknown) => Promise<unknown>;

export interface EchoOptions extends Sender {
  readonly handler: Handler;
  readonly model: InteractionModel;
  readonly clock: Clock;
  /** 1 is this device's usual pace; 1.3 speaks more slowly. */
  readonly speechFactor?: number;
  /** From the end of what is said to the first word of the answer, 0 to 3. */
  readonly latencySeconds?: number;
}

const microphoneOpen = 8000;

/** An Echo without a screen, as a value: it speaks and listens on its clock, and touches nothing else. */
export class Echo implements Timed {
  readonly #options: EchoOptions;
  #stage: Stage = { kind: 'idle' };
  #session: AlexaSession | undefined;
  /** Said if nobody answers what is being spoken. */
  #reprompt: string | undefined;
  readonly #happened: Happening[] = [];

  constructor(options: EchoOptions) {
    this.#options = options;
    options.clock.add(this);
  }

  get stage(): Stage {
    return this.#stage;
  }

  get now(): number {
    return this.#options.clock.now;
  }

  /** Whether an Alexa session of the skill is open. */
  get open(): boolean {
    return this.#session !== undefined;
  }

  get changesAt(): number | undefined {
    return this.#stage.kind === 'idle' ? undefined : this.#stage.until;
  }

  /** Words, said now: heard at the open microphone, and everywhere if they begin with "alexa". */
  async say(words: string): Promise<Happening[]> {
    if (this.#stage.kind !== 'listening' && !wakes(words)) {
      this.#tell({ kind: 'unheard' });
      return this.#told();
    }
    const as = understand(this.#options.model, words, { open: this.open });
    this.#tell({ kind: 'understood', as });
    if (as.kind === 'elsewhere') {
      if (!this.open) this.#hush();
    } else {
      this.#hush();
      if (as.kind === 'exit') await this.#end('USER_INITIATED');
      else await this.#ask(as);
    }
    return this.#told();
  }

  /** Lets so many seconds pass. */
  wait(seconds: number): Promise<Happening[]> {
    return this.passTo(this.now + seconds * 1000);
  }

  /** Lets time pass up to a moment. */
  async passTo(moment: number): Promise<Happening[]> {
    await this.#options.clock.passTo(moment);
    return this.#told();
  }

  /** Hears the speech to its end, if one is being spoken. */
  async hearOut(): Promise<Happening[]> {
    while (this.#stage.kind === 'speaking') await this.#options.clock.passTo(this.#stage.until);
    return this.#told();
  }

  /** Leaves the next open microphone unanswered, and hears out what follows. */
  async silence(): Promise<Happening[]> {
    const before = await this.hearOut();
    if (this.#stage.kind === 'listening') await this.#options.clock.passTo(this.#stage.until);
    return [...before, ...(await this.hearOut())];
  }

  /** Loses power: no request tells the skill. */
  unplug(): Happening[] {
    this.#hush();
    this.#session = undefined;
    return this.#told();
  }

  /** Called by the clock when a speech or an open microphone ends. */
  async change(): Promise<void> {
    const stage = this.#stage;
    if (stage.kind === 'speaking') {
      this.#spoken(stage.by, stage.speech, false);
      if (this.open) this.#listen();
    } else if (stage.kind === 'listening') {
      if (stage.reprompt === undefined) await this.#end('EXCEEDED_MAX_REPROMPTS');
      else this.#speak(stage.reprompt, 'reprompt', 0);
    }
  }

  #tell(happening: Happening): void {
    this.#happened.push(happening);
  }

  #told(): Happening[] {
    return this.#happened.splice(0);
  }

  #speak(ssml: string, by: Speaker, latencySeconds = this.#options.latencySeconds ?? 1): void {
    const speech = speechOf(ssml, this.#options.speechFactor);
    const from = this.now + Math.round(latencySeconds * 1000);
    this.#stage = { kind: 'speaking', speech, by, from, until: from + speech.length };
    this.#tell({ kind: 'speaks', speech, by });
  }

  #listen(): void {
    const reprompt = this.#reprompt;
    this.#reprompt = undefined;
    const until = this.now + microphoneOpen;
    this.#stage = { kind: 'listening', until, ...(reprompt === undefined ? {} : { reprompt }) };
    this.#tell({ kind: 'microphone' });
  }

  #over(reason: EndReason | 'SKILL'): void {
    this.#stage = { kind: 'idle' };
    this.#tell({ kind: 'ended', reason });
  }

  #spoken(by: Speaker, speech: Speech, cut: boolean): void {
    this.#stage = { kind: 'idle' };
    this.#tell({ kind: 'spoken', speech, cut });
    if (!this.open && by !== 'alexa') this.#over('SKILL');
  }

  /** Stops speaking and listening. */
  #hush(): void {
    const stage = this.#stage;
    if (stage.kind === 'speaking') this.#spoken(stage.by, heardUntil(stage.speech, this.now - stage.from), true);
    this.#stage = { kind: 'idle' };
  }

  async #ask(as: Extract<Understood, { kind: 'launch' | 'intent' }>): Promise<void> {
    const opens = as.kind === 'launch' || as.newSession;
    if (opens || !this.#session) this.#session = newSession();
    const session = this.#session;
    try {
      const matter: Matter =
        as.kind === 'launch' ? { type: 'LaunchRequest' } : { type: 'IntentRequest', intent: as.intent };
      const answer = await this.#request(matter);
      this.#speak(answer.speech ?? '<speak></speak>', 'skill');
      this.#reprompt = answer.reprompt;
      this.#session = answer.listens ? { ...session, new: false, attributes: answer.attributes } : undefined;
    } catch (error) {
      this.#session = { ...session, new: false };
      await this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async #request(matter: Matter): Promise<Answer> {
    const session = this.#session ?? newSession();
    // Through JSON both ways, as the bytes go to Lambda and back.
    const event = JSON.parse(JSON.stringify(envelopeOf(this.#options, session, this.now, matter))) as Envelope;
    const response = await this.#options.handler(event, { awsRequestId: event.request.requestId });
    return answerOf(JSON.stringify(response));
  }

  async #fail(error: Error): Promise<void> {
    this.#tell({ kind: 'problem', message: error.message });
    const type = error.name === 'TooSlow' ? 'ENDPOINT_TIMEOUT' : 'INVALID_RESPONSE';
    await this.#end('ERROR', { type, message: error.message });
    this.#speak(ssmlOf("There was a problem with the requested skill's response."), 'alexa');
  }

  async #end(reason: EndReason, error?: EndError): Promise<void> {
    // Nothing may be answered to it, and nobody hears it fail.
    const matter: Matter = { type: 'SessionEndedRequest', reason, ...(error ? { error } : {}) };
    await this.#request(matter).catch(({ message }: Error) => this.#tell({ kind: 'problem', message }));
    this.#session = undefined;
    this.#reprompt = undefined;
    this.#over(reason);
  }
}
