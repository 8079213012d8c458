// The second stage: the program, loaded when a check is near.
import init, { Adviser, Seat } from 'glue';
import { onStop } from './guard';
import { restFrom, type Source } from './rest';
import { tellTranslated } from './translated';

export { Adviser, Seat, onStop, tellTranslated };

/** Starts the program; once a page. `rest`: its second file, when it is asked for. */
export async function start(wasm: Response | BufferSource, rest: Source): Promise<void> {
  restFrom(rest);
  await init({ module_or_path: wasm });
}
