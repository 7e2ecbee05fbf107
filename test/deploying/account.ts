import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const accountNumber = '123456789012';
export const skillId = 'amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef';
export const keys = {
  clientId: 'amzn1.application-oa2-client.a1',
  clientSecret: 'SECRET-of-the-client',
  refreshToken: 'Atzr|SECRET-that-refreshes',
  vendorId: 'M1VENDOR',
};
export const accessToken = 'Atza|SECRET-for-an-hour';

export interface Stack {
  status: string;
  outputs?: Record<string, string>;
  types?: string[];
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly target: string;
  readonly region: string;
  readonly body: string;
}

interface Answer {
  readonly status?: number;
  readonly body: string | object;
}

const xml = (action: string, inner: string): Answer => ({
  body: `<${action}Response xmlns="urn:x"><${action}Result>${inner}</${action}Result></${action}Response>`,
});
const xmlError = (status: number, code: string, message: string): Answer => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});
const jsonError = (code: string, message = code): Answer => ({ status: 400, body: { __type: code, message } });

/** An AWS account and an Amazon developer account on loopback, as far as deploying asks of them. */
export class Account {
  /** By region and name: `us-east-1 BackRoutineAlexa`. */
  readonly stacks = new Map<string, Stack>();
  readonly bootstrapped = new Set<string>();
  readonly asked: Asked[] = [];
  secret: string | undefined;
  /** Replicas of the table, if there is one. */
  table: string[] | undefined;
  vendors = [{ id: keys.vendorId, name: 'Me' }];
  /** How often Amazon still says that it is learning. */
  learning = 0;
  /** Fails each call of an action, or those in one region: `GetCallerIdentity`, `eu-west-1 DescribeStacks` → error code. */
  readonly failing = new Map<string, string>();
  enablement = 204;
  status = 200;
  enabled = false;
  readonly #server = http.createServer();
  endpoint = '';

  async start(): Promise<void> {
    this.#server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const action = new URLSearchParams(body).get('Action') ?? '';
        const target = String(request.headers['x-amz-target'] ?? action);
        const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
        const asked = { method: request.method ?? '', path: request.url ?? '', target, region, body };
        this.asked.push(asked);
        const answer = this.#answer(asked, request.headers.authorization);
        const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
        response.writeHead(answer.status ?? 200, {
          'content-type': typeof answer.body === 'string' ? 'text/xml' : 'application/x-amz-json-1.1',
        });
        response.end(answer.status === 204 ? undefined : text);
      });
    });
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.endpoint = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  /** What was asked of AWS, by its action, and of Amazon, by its path. */
  get actions(): string[] {
    return this.asked.map(({ target, method, path }) =>
      target ? (target.split('.').pop() ?? '') : `${method} ${path}`,
    );
  }

  has(region: string, name: string, stack: Stack): void {
    this.stacks.set(`${region} ${name}`, stack);
  }

  #answer(asked: Asked, authorization: string | undefined): Answer {
    const action = asked.target.split('.').pop() ?? '';
    const failure = this.failing.get(action) ?? this.failing.get(`${asked.region} ${action}`);
    if (failure) return /Identity|Stack/.test(action) ? xmlError(403, failure, failure) : jsonError(failure);
    if (asked.path.startsWith('/auth/')) return this.#login(new URLSearchParams(asked.body));
    if (asked.path.startsWith('/v1/')) return this.#skills(asked, authorization);
    return asked.target.includes('.') ? this.#json(asked, action) : this.#query(asked, action);
  }

  #login(form: URLSearchParams): Answer {
    const known = form.get('client_id') === keys.clientId && form.get('client_secret') === keys.clientSecret;
    if (!known) return { status: 401, body: { error: 'invalid_client' } };
    const code = form.get('code') === 'a-code' && form.get('redirect_uri') === 'http://127.0.0.1:9090/cb';
    if (!code && form.get('refresh_token') !== keys.refreshToken)
      return { status: 400, body: { error: 'invalid_grant' } };
    return { body: { access_token: accessToken, refresh_token: keys.refreshToken } };
  }

  #skills({ method, path }: Asked, authorization: string | undefined): Answer {
    if (authorization !== `Bearer ${accessToken}`) return { status: 401, body: { message: 'who?' } };
    if (path === '/v1/vendors') return { body: { vendors: this.vendors } };
    if (path.startsWith(`/v1/skills/${skillId}/status?`)) {
      const status = this.learning-- > 0 ? 'IN_PROGRESS' : 'SUCCEEDED';
      return { status: this.status, body: { interactionModel: { 'en-US': { lastUpdateRequest: { status } } } } };
    }
    if (method === 'PUT' && path === `/v1/skills/${skillId}/stages/development/enablement`) {
      this.enabled = this.enablement === 204;
      return { status: this.enablement, body: { message: 'The request is not allowed.' } };
    }
    return { status: 404, body: { message: `no ${method} ${path}` } };
  }

  #json({ body, region }: Asked, action: string): Answer {
    const input = JSON.parse(body) as Record<string, string>;
    switch (action) {
      case 'GetParameter':
        if (!this.bootstrapped.has(region)) return jsonError('ParameterNotFound');
        return { body: { Parameter: { Name: input.Name, Value: '29' } } };
      case 'GetSecretValue':
        return this.secret === undefined
          ? jsonError('ResourceNotFoundException')
          : { body: { SecretString: this.secret } };
      case 'PutSecretValue':
        if (this.secret === undefined) return jsonError('ResourceNotFoundException');
        this.secret = input.SecretString;
        return { body: { Name: input.SecretId } };
      case 'CreateSecret':
        this.secret = input.SecretString;
        return { body: { Name: input.Name } };
      case 'DescribeTable':
        if (!this.table) return jsonError('ResourceNotFoundException');
        return {
          body: { Table: { TableName: input.TableName, Replicas: this.table.map((RegionName) => ({ RegionName })) } },
        };
      default:
        return jsonError('UnknownOperationException', action);
    }
  }

  #query({ body, region }: Asked, action: string): Answer {
    const name = new URLSearchParams(body).get('StackName') ?? '';
    const stack = this.stacks.get(`${region} ${name}`);
    if (action === 'GetCallerIdentity')
      return xml(action, `<Account>${accountNumber}</Account><Arn>arn:x</Arn><UserId>u</UserId>`);
    if (!stack) return xmlError(400, 'ValidationError', `Stack with id ${name} does not exist`);
    const members = (all: string[]) => all.map((one) => `<member>${one}</member>`).join('');
    switch (action) {
      case 'DescribeStacks': {
        const outputs = Object.entries(stack.outputs ?? {}).map(
          ([key, value]) => `<OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue>`,
        );
        const inner = `<StackName>${name}</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>${stack.status}</StackStatus><Outputs>${members(outputs)}</Outputs>`;
        const answer = xml(action, `<Stacks>${members([inner])}</Stacks>`);
        // It is gone when it is asked for the second time.
        if (stack.status === 'DELETE_IN_PROGRESS') this.stacks.delete(`${region} ${name}`);
        return answer;
      }
      case 'DeleteStack':
        stack.status = stack.status === 'STUCK' ? 'DELETE_FAILED' : 'DELETE_IN_PROGRESS';
        return xml(action, '');
      case 'ListStackResources': {
        const types = (stack.types ?? []).map(
          (type) => `<ResourceType>${type}</ResourceType><LogicalResourceId>x</LogicalResourceId>`,
        );
        return xml(action, `<StackResourceSummaries>${members(types)}</StackResourceSummaries>`);
      }
      default:
        return xmlError(400, 'InvalidAction', action);
    }
  }
}

/** Has this process find the account, and no other. Returns how to leave. */
export const standAt = (account: Account): (() => void) => {
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: account.endpoint,
    ASK_LWA_TOKEN_HOST: account.endpoint,
    ASK_SMAPI_SERVER_BASE_URL: account.endpoint,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'SECRET-of-aws',
    AWS_MAX_ATTEMPTS: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
  delete process.env.AWS_SESSION_TOKEN;
  delete process.env.AWS_PROFILE;
  return () => {
    process.env = before;
  };
};
