import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { build } from '../build.mjs';

// The SDK advises to leave Node 20: true, but not in the middle of a conversation.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

register();
const { terminal } = await import('../simulator/terminal.ts');
const code = await terminal({
  root: fileURLToPath(new URL('..', import.meta.url)),
  args: process.argv.slice(2),
  build,
});
// Not left to the event loop: a request that was hung up on may still be open.
process.exit(code);
