import { Stop } from './stop.ts';

const credentials = `They come from the AWS CLI (https://docs.aws.amazon.com/cli/): run one of

    $ aws login            # sign in with a browser, as to the console
    $ aws configure sso    # if your company has a sign-in page

and start this again. Several profiles? Put AWS_PROFILE=name before the command.`;

const network = /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|TimeoutError/;

interface Failure {
  readonly name?: string;
  readonly message?: string;
}

/** What AWS refused, in words that say what to do; what nobody foresaw stays as it is. */
export const refusal = (error: unknown, action: string): unknown => {
  const { name = '', message = '' } = error as Failure;
  if (/expired/i.test(name) || /expired/i.test(message)) {
    return new Stop(`Your AWS credentials have expired. ${credentials}`);
  }
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError') {
    return new Stop(`There are no AWS credentials on this computer. ${credentials}`);
  }
  if (
    /^(InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignature|AuthFailure)/.test(name)
  ) {
    return new Stop(
      `AWS does not know the credentials on this computer: a key was deleted, or mistyped. ${credentials}`,
    );
  }
  if (/^AccessDenied|^UnauthorizedOperation/.test(name)) {
    return new Stop(
      `Your AWS user may not do this: ${action}. Use one with administrator rights, or ask whoever gives rights in this account.`,
    );
  }
  const broken = network.exec(`${name} ${message}`);
  if (broken) {
    return new Stop(
      `AWS cannot be reached (${action}: ${broken[0]}). Is this computer on the internet? Then start again.`,
    );
  }
  return error;
};
