import type { Keys } from './keys.ts';
import { KeysRefused, Stop } from './stop.ts';

/** Who the application is at Login with Amazon. */
export type Client = Pick<Keys, 'clientId' | 'clientSecret'>;

/** The environment's names are those of Amazon's own command line. */
const hosts = () => ({
  authorize: process.env.ASK_LWA_AUTHORIZE_HOST ?? 'https://www.amazon.com',
  token: process.env.ASK_LWA_TOKEN_HOST ?? 'https://api.amazon.com',
  skills: process.env.ASK_SMAPI_SERVER_BASE_URL ?? 'https://api.amazonalexa.com',
});

const patience = 20_000;

/** To make a skill, to give it its models, and to switch it on for testing. */
const scope = 'alexa::ask:skills:readwrite alexa::ask:models:readwrite alexa::ask:skills:test';

const fetched = async (url: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new Stop(`Amazon cannot be reached at ${new URL(url).host}. Is this computer on the internet?`, { cause });
  }
};

interface Tokens {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly error?: string;
}

/** What Amazon refused, as it names it, without any of what was sent. */
const reasons: Record<string, string> = {
  invalid_client: 'The Client ID and the Client Secret do not belong together.',
  unauthorized_client: 'This security profile may not do that: is Login with Amazon switched on for it?',
  invalid_grant: 'The refresh token is not of this security profile, or was taken back.',
};

const tokens = async (client: Client, grant: Readonly<Record<string, string>>): Promise<Tokens> => {
  const body = new URLSearchParams({ ...grant, client_id: client.clientId, client_secret: client.clientSecret });
  const response = await fetched(`${hosts().token}/auth/o2/token`, { method: 'POST', body });
  const answer = (await response.json().catch(() => ({}))) as Tokens;
  if (response.ok) return answer;
  throw new KeysRefused(
    `Amazon refuses the sign-in. ${reasons[answer.error ?? ''] ?? `It says ${response.status} ${answer.error ?? ''}.`}`,
  );
};

/** Where a person signs in, to come back to `redirect` with a code. */
export const signInPage = (clientId: string, redirect: string, state: string): string =>
  `${hosts().authorize}/ap/oa?${new URLSearchParams({ client_id: clientId, scope, response_type: 'code', redirect_uri: redirect, state }).toString()}`;

export const refreshTokenFor = async (client: Client, code: string, redirect: string): Promise<string> => {
  const { refresh_token: token } = await tokens(client, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
  });
  if (!token) throw new Stop('Amazon gave no refresh token.');
  return token;
};

/** An hour's right to act for the developer. */
export const accessToken = async (keys: Omit<Keys, 'vendorId'>): Promise<string> => {
  const { access_token: token } = await tokens(keys, { grant_type: 'refresh_token', refresh_token: keys.refreshToken });
  if (!token) throw new Stop('Amazon gave no access token.');
  return token;
};

export interface Vendor {
  readonly id: string;
  readonly name: string;
}

const called = (token: string, method: string, path: string): Promise<Response> =>
  fetched(`${hosts().skills}${path}`, { method, headers: { authorization: `Bearer ${token}` } });

/** The developer accounts of whoever signed in. */
export const vendorsOf = async (token: string): Promise<Vendor[]> => {
  const response = await called(token, 'GET', '/v1/vendors');
  if (!response.ok) return [];
  const { vendors = [] } = (await response.json()) as { vendors?: Partial<Vendor>[] };
  return vendors.flatMap(({ id, name = '' }) => (id ? [{ id, name }] : []));
};

interface Resource {
  readonly lastUpdateRequest?: { readonly status?: string; readonly errors?: readonly { readonly message?: string }[] };
}

/** How far Amazon is with the skill: what still goes on, and what went wrong. Nothing if it does not tell. */
export const progressOf = async (
  token: string,
  skillId: string,
): Promise<{ open: string[]; wrong: string[] } | undefined> => {
  const response = await called(
    token,
    'GET',
    `/v1/skills/${skillId}/status?resource=manifest&resource=interactionModel`,
  );
  if (!response.ok) return undefined;
  const { manifest = {}, interactionModel = {} } = (await response.json()) as {
    manifest?: Resource;
    interactionModel?: Readonly<Record<string, Resource>>;
  };
  const all = Object.entries({ manifest, ...interactionModel });
  const those = (status: string) => all.filter(([, one]) => one.lastUpdateRequest?.status === status);
  return {
    open: those('IN_PROGRESS').map(([name]) => name),
    wrong: those('FAILED').map(
      ([name, one]) =>
        `${name}: ${one.lastUpdateRequest?.errors?.map(({ message }) => message).join(' ') ?? 'no reason given'}`,
    ),
  };
};

/** Switches the skill on for its developer's own devices. Returns the reason where Amazon would not. */
export const enable = async (token: string, skillId: string): Promise<string | undefined> => {
  const response = await called(token, 'PUT', `/v1/skills/${skillId}/stages/development/enablement`);
  if (response.ok) return undefined;
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  return `${response.status} ${message ?? ''}`.trim();
};
