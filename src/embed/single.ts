// Everything in one classic script: the element, its styles and the program.
// Nothing else is fetched, so a host needs no type for WebAssembly.
import * as app from './app';
import { define } from './element';
// All three from scripts/pack.mjs.
import styles from 'styles';
import first from 'first.gz';
import rest from 'rest.gz';

let loading: Promise<typeof app> | undefined;

function unpack(packed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const bytes = new Response(packed).body!.pipeThrough(new DecompressionStream('gzip'));
  return new Response(bytes).arrayBuffer();
}

async function start() {
  await app.start(await unpack(first), { bytes: () => unpack(rest), failed: console.error });
  return app;
}

define({
  base: () => location.href,
  look: async () => ({ styles }),
  load: () => (loading ??= start()),
});
