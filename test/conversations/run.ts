import { Clock } from '../../simulator/clock.ts';
import { Echo } from '../../simulator/device.ts';
import type { Handler } from '../../simulator/device.ts';
import type { Happening } from '../../simulator/happening.ts';
import { deviceIdOf, skillId, userIdOf } from '../../simulator/identity.ts';
import { momentToSay } from '../../simulator/person.ts';
import type { Speech } from '../../simulator/speech.ts';
import type { InteractionModel } from '../../simulator/understand.ts';
import { wakes } from '../../simulator/wakeWord.ts';
import { asCompared, meets } from './expectation.ts';
import { stepsOf } from './grammar.ts';
import type { Step } from './grammar.ts';
import { replaceStored } from './stored.ts';
import type { UnreliableTable } from './unreliableTable.ts';

/** What all conversations share. */
export interface Scene {
  readonly handler: Handler;
  readonly model: InteractionModel;
  readonly table: UnreliableTable;
}

/** A Monday. */
const beginning = Date.parse('2026-03-02T09:00:00Z');

class Failed extends Error {}

/** Two lines that can be compared by eye. */
const differing = (expected: string, said: string): Failed => new Failed(`expected  ${expected}\nsaid      ${said}`);

class Conversation {
  readonly #scene: Scene;
  readonly #userId: string;
  readonly #clock = new Clock(beginning);
  readonly #devices = new Map<string, Echo>();
  #echo: Echo;
  #atSecond: number | undefined;
  /** Begun since the last thing that was said or done, and not compared yet. */
  #speeches: Speech[] = [];
  /** As what the last words were understood. */
  understood = '';

  constructor(name: string, scene: Scene) {
    this.#scene = scene;
    this.#userId = userIdOf(name);
    this.#echo = this.#device('bedroom');
  }

  #device(name: string): Echo {
    const { handler, model } = this.#scene;
    const deviceId = deviceIdOf(this.#userId, name);
    const sender = { applicationId: skillId, userId: this.#userId, deviceId, locale: 'en-US' };
    const echo = this.#devices.get(name) ?? new Echo({ ...sender, handler, model, clock: this.#clock });
    this.#devices.set(name, echo);
    return echo;
  }

  #take(happenings: readonly Happening[]): void {
    for (const happening of happenings) {
      if (happening.kind === 'speaks') this.#speeches.push(happening.speech);
      if (happening.kind === 'problem') throw new Failed(`the skill failed: ${happening.message}`);
      if (happening.kind === 'unheard') throw new Failed('nobody heard this: no microphone is open');
      if (happening.kind !== 'understood') continue;
      const { as } = happening;
      this.understood = as.kind === 'intent' ? `${as.intent.name} (${as.how})` : as.kind;
    }
  }

  /** Up to the moment that ": at" named. */
  async #approach(): Promise<void> {
    const { stage } = this.#echo;
    if (this.#atSecond === undefined) return;
    if (stage.kind !== 'speaking') throw new Failed('": at" is for a moment in a speech, and nothing is being spoken');
    const moment = stage.from + this.#atSecond * 1000;
    if (moment >= stage.until) throw new Failed(`that speech lasts ${Math.floor(stage.speech.length / 1000)} s only`);
    this.#take(await this.#echo.passTo(moment));
    this.#atSecond = undefined;
  }

  #compare(expected: string): void {
    const speech = this.#speeches.shift();
    if (!speech) throw differing(expected, '(nothing)');
    if (!meets(expected, speech)) throw differing(expected, asCompared(expected, speech));
  }

  #checkMicrophone(open: boolean): void {
    const states = ['session over', 'microphone open'];
    if (this.#echo.open !== open) throw differing(`${states[Number(open)]}`, `${states[Number(this.#echo.open)]}`);
  }

  async #say(words: string): Promise<void> {
    if (this.#atSecond !== undefined && !wakes(words)) throw new Failed('she is speaking: begin with "alexa"');
    if (this.#atSecond !== undefined) await this.#approach();
    else this.#take(await this.#echo.passTo(momentToSay(this.#echo, words)));
    this.#take(await this.#echo.say(words));
  }

  async step(step: Step): Promise<void> {
    const echo = this.#echo;
    if (step.kind === 'expect') return this.#compare(step.text);
    if (step.kind === 'microphone open' || step.kind === 'session over')
      return this.#checkMicrophone(step.kind === 'microphone open');
    if (step.kind === 'at') return void (this.#atSecond = step.seconds);
    if (step.kind === 'table') return void (this.#scene.table.state = step.state);
    this.#speeches = [];
    if (step.kind === 'say') await this.#say(step.words);
    if (step.kind === 'wait') this.#take(await echo.wait(step.seconds));
    if (step.kind === 'silence') this.#take(await echo.silence());
    if (step.kind === 'unplug') {
      await this.#approach();
      this.#take(echo.unplug());
    }
    if (step.kind === 'device') this.#echo = this.#device(step.name);
    if (step.kind === 'stored') {
      const places = await replaceStored(this.#scene.table.endpoint, this.#userId, step.old, step.new);
      if (places === 0) throw new Failed(`nothing stored holds "${step.old}"`);
    }
  }
}

/** Runs a conversation. Throws at the first line that does not hold, naming the file, the line and what was said. */
export const runConversation = async (file: string, text: string, scene: Scene): Promise<void> => {
  const conversation = new Conversation(file, scene);
  scene.table.state = 'up';
  for (const step of stepsOf(text)) {
    try {
      await conversation.step(step);
    } catch (error) {
      const reason = error instanceof Failed ? error.message : String((error as Error).stack);
      const failed = new Error(`${file}:${step.line}\n${reason}\n(heard last: ${conversation.understood})`);
      // The place in the conversation says more than the place in this file.
      failed.stack = failed.message;
      throw failed;
    }
  }
};
