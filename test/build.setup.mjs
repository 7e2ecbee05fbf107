import { build } from '../build.mjs';

/** No test ever meets a stale bundle. */
export default async () => {
  await build();
};
