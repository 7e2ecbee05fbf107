import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Name and width in pixels: what Amazon asks for. */
export const icons = { smallIcon: 108, largeIcon: 512 } as const;

let ready: Promise<void> | undefined;

const start = async (): Promise<void> => {
  const require = createRequire(import.meta.url);
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
};

/** A drawing as a PNG of this width. The same drawing makes the same bytes. */
export const drawn = async (svg: string, width: number): Promise<Uint8Array> => {
  await (ready ??= start());
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
};
