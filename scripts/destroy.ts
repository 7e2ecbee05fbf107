// Takes the skill away again, but never what people did. Its steps are in deploying/.
import { fileURLToPath } from 'node:url';
import { destroy, usage } from '../deploying/destroy.ts';
import { main, surroundings } from '../deploying/main.ts';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
process.exit(
  await main(usage, destroy, process.argv.slice(2), surroundings(fileURLToPath(new URL('..', import.meta.url)))),
);
