import type { RequestEnvelope } from 'ask-sdk-model';
import type { ListenerStore } from './store.ts';

/** Nobody waits for an answer. */
const deadline = 5000;

/** Whether this is told to the skill outside of any conversation: nothing can be said to it. */
export const isSkillEvent = ({ request: { type } }: RequestEnvelope): boolean =>
  type.startsWith('AlexaSkillEvent.') || type.startsWith('Reminders.');

/**
 * The skill was taken off an account: what is stored of it is deleted. Such events may come late, and in any order:
 * where something was written since, somebody is back, and all of it stays. Throws `StoreUnavailable`; Amazon tells it
 * once more then. Every other event is of no use here.
 */
export const takeSkillEvent = async (store: ListenerStore, { request, context }: RequestEnvelope): Promise<void> => {
  if (request.type !== 'AlexaSkillEvent.SkillDisabled') return;
  const { userId } = context.System.user;
  const signal = AbortSignal.timeout(deadline);
  const now = Date.parse(request.timestamp);
  const disabled = request.eventCreationTime === undefined ? now : Date.parse(request.eventCreationTime);
  const account = await store.load(userId, now, signal);
  const back = [...account.values()].some(({ listener }) => (listener.lastAt ?? 0) > disabled);
  if (!back) await store.forget(userId, undefined, signal);
  console.info({ event: 'skillDisabled', forgotten: !back });
};
