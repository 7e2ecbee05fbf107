import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { signIn } from '../../deploying/signIn.ts';
import type { Terminal } from '../../deploying/terminal.ts';
import { Account, keys, standAt } from './account.ts';

let account: Account;
let leave: () => void;
let shown: string[];
const terminal: Terminal = {
  say: (text = '') => void shown.push(text),
  ask: () => Promise.reject(new Error('nothing to ask')),
};

beforeEach(async () => {
  account = new Account();
  await account.start();
  leave = standAt(account);
  shown = [];
});

afterEach(async () => {
  leave();
  await account.stop();
});

/** The page that the person was told to open. */
const page = async (): Promise<URL> => {
  for (;;) {
    const url = /https:\S+/.exec(shown.join('\n'))?.[0];
    if (url) return new URL(url);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** The browser comes back from Amazon; tried until the server listens. */
const comeBack = async (query: Record<string, string>): Promise<number> => {
  for (let tries = 0; ; tries++) {
    try {
      return (await fetch(`http://127.0.0.1:9090/cb?${new URLSearchParams(query).toString()}`)).status;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
};

describe('signing in with a browser', () => {
  it('gives a refresh token for the code that comes back', async () => {
    const token = signIn(terminal, keys);
    const { origin, pathname, searchParams } = await page();
    expect(origin + pathname).toBe('https://www.amazon.com/ap/oa');
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: keys.clientId,
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:9090/cb',
      scope: 'alexa::ask:skills:readwrite alexa::ask:models:readwrite alexa::ask:skills:test',
      state: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(await comeBack({ code: 'forged', state: 'somebody else' })).toBe(404);
    expect(await comeBack({ code: 'a-code', state: searchParams.get('state') ?? '' })).toBe(200);
    expect(await token).toBe(keys.refreshToken);
    expect(shown.join()).not.toContain('SECRET');
  });

  it('says that the person did not allow it', async () => {
    const token = expect(signIn(terminal, keys)).rejects.toThrow('Amazon gave no right: access_denied.');
    const { searchParams } = await page();
    await comeBack({ error: 'access_denied', state: searchParams.get('state') ?? '' });
    await token;
  });
});
