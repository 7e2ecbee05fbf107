import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { build } from '../build.mjs';

// The SDK advises to leave Node 20 whenever a client is made: true, but not in the middle of a conversation.
const warn = process.emitWarning;
process.emitWarning = (warning, ...more) => {
  if (!String(warning).includes('NodeVersionSupportWarning')) warn.call(process, warning, ...more);
};

register();
const { terminal } = await import('../simulator/terminal.ts');
const code = await terminal({ root: fileURLToPath(new URL('..', import.meta.url)), args: process.argv.slice(2), build });
// Not left to the event loop: a request that was hung up on may still be open.
process.exit(code);
