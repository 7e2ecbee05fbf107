import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { type Client, refreshTokenFor, signInPage } from './amazon.ts';
import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

/** Where Amazon's own command line is come back to; it must stand among the profile's Allowed Return URLs. */
export const returnUrl = 'http://127.0.0.1:9090/cb';

const patience = 10 * 60_000;

const page = (text: string): string => `<!doctype html><meta charset="utf-8"><title>Back Routine</title><p>${text}`;

/** Waits for the browser to come back with a code. */
const codeFrom = async (server: http.Server, state: string): Promise<string> => {
  const given = new Promise<string>((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Stop('Nobody signed in for ten minutes.')), patience);
    tooLong.unref();
    server.on('request', (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', returnUrl);
      const code = searchParams.get('code');
      const ours = pathname === '/cb' && searchParams.get('state') === state;
      response.writeHead(ours ? 200 : 404, { 'content-type': 'text/html', connection: 'close' });
      if (!ours) return void response.end(page('This is not the sign-in that was asked for.'));
      response.end(page(code ? 'Thank you. Go on in the terminal.' : 'Amazon gave no right. Read on in the terminal.'));
      if (code) resolve(code);
      else reject(new Stop(`Amazon gave no right: ${searchParams.get('error') ?? 'no reason given'}.`));
    });
  });
  server.listen(Number(new URL(returnUrl).port), '127.0.0.1');
  const failed = once(server, 'error').then(([error]: unknown[]) => {
    throw new Stop(
      `This computer's port 9090 is taken (${(error as Error).message}). Free it, or paste a refresh token.`,
    );
  });
  return Promise.race([given, failed]);
};

/** Has the person sign in with a browser on this computer, and returns the refresh token. */
export const signIn = async (terminal: Terminal, client: Client): Promise<string> => {
  const state = randomBytes(16).toString('hex');
  terminal.say('Open this page in a browser on this computer, sign in as the developer, and allow it:\n');
  terminal.say(`    ${signInPage(client.clientId, returnUrl, state)}\n`);
  const server = http.createServer();
  try {
    const code = await codeFrom(server, state);
    return await refreshTokenFor(client, code, returnUrl);
  } finally {
    server.close();
    server.closeAllConnections();
  }
};
