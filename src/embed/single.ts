// Everything in one classic script: the element, its styles and the program.
// Nothing else is fetched, so a host needs no type for WebAssembly.
import * as app from './app';
import { define } from './element';
// Both from scripts/pack.mjs.
import styles from 'styles';
import wasm from 'wasm.gz';

let loading: Promise<typeof app & { styles: string }> | undefined;

async function unpack() {
  const packed = new Response(wasm).body!.pipeThrough(new DecompressionStream('gzip'));
  await app.start(await new Response(packed).arrayBuffer());
  return { ...app, styles };
}

define({ base: () => location.href, load: () => (loading ??= unpack()) });
