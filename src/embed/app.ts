// The second stage: the program and its styles, loaded when a check is near.
import init, { Adviser, Seat } from 'glue';
import { onStop } from './guard';

export { Adviser, Seat, onStop };

/** Starts the program; once a page. */
export async function start(wasm: Response | BufferSource): Promise<void> {
  await init({ module_or_path: wasm });
}
