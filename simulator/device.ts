import type { Timed } from './clock.ts';
import { type Consent, type ConsentAsked, consentOf, consentQuestion, questionLength } from './consent.ts';
import { consentResponse, newSession } from './envelope.ts';
import type { AlexaSession, EndError, EndReason, Matter } from './envelope.ts';
import { type EchoOptions, exchange } from './exchange.ts';
export type { EchoOptions, Handler } from './exchange.ts';
import type { Happening, Speaker, Stage } from './happening.ts';
import { heardUntil, type Speech, speechOf, ssmlOf } from './speech.ts';
import { understand } from './understand.ts';
import { wakes } from './wakeWord.ts';

const microphoneOpen = 8000;

/** An Echo without a screen, as a value: it speaks and listens on its clock, and touches nothing else. */
export class Echo implements Timed {
  readonly #options: EchoOptions;
  #stage: Stage = { kind: 'idle' };
  #session: AlexaSession | undefined;
  /** Said if nobody answers what is being spoken. */
  #reprompt: string | undefined;
  /** What Alexa asks by herself, after the skill has handed over to her. */
  #consent: ConsentAsked | undefined;
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

  /** The date at the place of the device. */
  get #today(): string {
    const timeZone = this.#options.api?.timeZone ?? 'UTC';
    // Swedes write dates as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(this.now);
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
    if (this.#consent && !(this.#stage.kind === 'speaking' && this.#stage.by === 'skill')) {
      this.#hush();
      await this.#consented(consentOf(words));
      return this.#told();
    }
    const as = understand(this.#options.model, words, { open: this.open, today: this.#today });
    this.#tell({ kind: 'understood', as });
    if (as.kind !== 'elsewhere' || !this.open) this.#hush();
    if (as.kind === 'exit') await this.#end('USER_INITIATED');
    if (as.kind === 'launch') await this.#ask({ type: 'LaunchRequest' }, true);
    if (as.kind === 'intent') await this.#ask({ type: 'IntentRequest', intent: as.intent }, as.newSession);
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
    this.#consent = undefined;
    return this.#told();
  }

  /** Called by the clock when a speech or an open microphone ends. */
  async change(): Promise<void> {
    const stage = this.#stage;
    if (stage.kind === 'speaking') {
      this.#spoken(stage.by, stage.speech, false);
      if (this.open || (stage.by === 'alexa' && this.#consent)) this.#listen();
    } else if (stage.kind === 'listening') {
      if (this.#consent) await this.#consented('NOT_ANSWERED');
      else if (stage.reprompt === undefined) await this.#end('EXCEEDED_MAX_REPROMPTS');
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
    const until = from + speech.length;
    const quietAt = until + (by === 'skill' && this.#consent ? questionLength(this.#options) : 0);
    this.#stage = { kind: 'speaking', speech, by, from, until, quietAt };
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
    if (this.open || by === 'alexa') return;
    if (cut) this.#consent = undefined;
    if (this.#consent) this.#speak(consentQuestion(this.#options.model), 'alexa', 0);
    else this.#over('SKILL');
  }

  /** Tells the skill what was answered to Alexa's own question, in an Alexa session of its own. */
  async #consented(answer: Consent | undefined): Promise<void> {
    const consent = this.#consent;
    if (!consent || !answer) return this.#speak(consentQuestion(this.#options.model), 'alexa', 0);
    this.#consent = undefined;
    if (answer === 'ACCEPTED' && this.#options.api) this.#options.api.mayRemind = true;
    await this.#ask(consentResponse(consent, answer), true);
  }

  /** Stops speaking and listening. */
  #hush(): void {
    const stage = this.#stage;
    if (stage.kind === 'speaking') this.#spoken(stage.by, heardUntil(stage.speech, this.now - stage.from), true);
    this.#stage = { kind: 'idle' };
  }

  async #ask(matter: Matter, opens: boolean): Promise<void> {
    const session = opens || !this.#session ? newSession() : this.#session;
    this.#session = session;
    try {
      const answer = await exchange(this.#options, session, matter);
      this.#reprompt = answer.reprompt;
      this.#consent = answer.consent;
      this.#session = answer.listens ? { ...session, new: false, attributes: answer.attributes } : undefined;
      this.#speak(answer.speech ?? '<speak></speak>', 'skill');
    } catch (error) {
      this.#session = { ...session, new: false };
      await this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
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
    await exchange(this.#options, this.#session ?? newSession(), matter).catch(({ message }: Error) =>
      this.#tell({ kind: 'problem', message }),
    );
    this.#session = undefined;
    this.#reprompt = undefined;
    this.#over(reason);
  }
}
