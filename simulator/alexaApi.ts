import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AlexaReminder, Reminders } from './reminders.ts';

/** What goes wrong at Amazon. */
type Fault = 'unsupportedDevice' | 'tooMany' | 'down' | 'silent';

interface AlexaApiOptions {
  /** The file reminders are kept in; without one they are forgotten with the API. */
  readonly file?: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of every device. */
  readonly timeZone?: string;
  /** Whether the account lets the skill set reminders. */
  readonly mayRemind?: boolean;
  /** How many reminders an account may have. */
  readonly most?: number;
}

/** The part of Amazon's API that a skill calls about reminders, on this machine only. */
export interface AlexaApi {
  /** What an envelope names as `apiEndpoint`: http://127.0.0.1:... */
  readonly endpoint: string;
  readonly token: string;
  readonly timeZone: string;
  mayRemind: boolean;
  fault: Fault | undefined;
  readonly reminders: readonly AlexaReminder[];
  /** 'POST /v1/alerts/reminders', one for each call. */
  readonly calls: readonly string[];
  stop(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

const refused = (status: number, code: string, message: string): Reply => ({ status, body: { code, message } });

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

/** Starts it; everything is allowed and works until it is told otherwise. */
export const startAlexaApi = async (options: AlexaApiOptions): Promise<AlexaApi> => {
  const { now, timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone, mayRemind = true } = options;
  const reminders = new Reminders(options);
  const calls: string[] = [];

  const aboutReminders = (method: string | undefined, id: string | undefined, body: string): Reply => {
    if (!api.mayRemind) return refused(401, 'UNAUTHORIZED', 'Request is not authorized/authenticated');
    if (api.fault === 'unsupportedDevice') return refused(403, 'DEVICE_NOT_SUPPORTED', 'Device is not supported');
    if (method === 'GET' && id === undefined) {
      return { status: 200, body: { totalCount: String(reminders.all.length), alerts: reminders.all, links: null } };
    }
    if (method === 'POST' && id === undefined) return reminders.create(body, now());
    const found = reminders.all.find(({ alertToken }) => alertToken === id);
    if (!found) return refused(404, 'ALERT_NOT_FOUND', 'No such reminder');
    if (method === 'GET') return { status: 200, body: found };
    if (method === 'PUT') return reminders.update(found, body, now());
    if (method === 'DELETE') return reminders.delete(found);
    return refused(405, 'METHOD_NOT_ALLOWED', 'No such operation');
  };

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const { method, headers, url = '' } = request;
    const body = await bodyOf(request);
    const path = url.split('?')[0] ?? '';
    calls.push(
      `${method} ${path.replace(/^(\/v2\/devices\/)[^/]+/, '$1{deviceId}').replace(/(reminders\/).+/, '$1{id}')}`,
    );
    if (api.fault === 'tooMany') return refused(429, 'TOO_MANY_REQUESTS', 'Too many requests');
    if (api.fault === 'down') return refused(503, 'SERVICE_UNAVAILABLE', 'Service Unavailable');
    if (headers.authorization !== `Bearer ${api.token}`) return refused(401, 'INVALID_BEARER_TOKEN', 'Invalid token');
    const ofReminders = /^\/v1\/alerts\/reminders(?:\/([^/]+))?\/?$/.exec(path);
    if (ofReminders) return aboutReminders(method, ofReminders[1], body);
    if (/^\/v2\/devices\/[^/]+\/settings\/System\.timeZone$/.test(path)) return { status: 200, body: timeZone };
    return refused(404, 'NOT_FOUND', 'No such path');
  };

  const server = createServer((request, response: ServerResponse) => {
    void answer(request).then(({ status, body }) => {
      if (api.fault === 'silent') return;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  const api: AlexaApi = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'token-of-a-simulated-device',
    timeZone,
    mayRemind,
    fault: undefined,
    get reminders() {
      return reminders.all;
    },
    calls,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return api;
};
