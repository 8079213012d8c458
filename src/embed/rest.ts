// Loads the second file of the program: what comes after the warning signs (src/view/rest).
// The first one asks for it by the name that wasm-split gives the border, and is told whether
// it has come.
import { initSync } from 'glue';
import { watch } from './guard';

/** How long to wait before each attempt, in milliseconds: connections on the way come and go. */
const ATTEMPTS = [0, 1000, 4000];

type Bytes = Response | BufferSource;
/** Where the file comes from. */
export interface Source {
  bytes(): Promise<Bytes>;
  /** It does not come: for the page's owner. */
  failed(error: unknown): void;
}
let source: Source;

/** Sets where the file comes from. */
export function restFrom(from: Source): void {
  source = from;
}

export async function __wasm_split_load_rest(told: number, data: number): Promise<void> {
  // The first file is there already: this only hands over what it shares.
  const first = initSync() as Record<string, any>;
  let came = false;
  let failed: unknown;
  for (const wait of ATTEMPTS) {
    await new Promise((done) => setTimeout(done, wait));
    try {
      await link(await source.bytes(), { __wasm_split: first });
      came = true;
      break;
    } catch (error) {
      failed = error;
    }
  }
  if (!came) source.failed(failed);
  watch(first.__indirect_function_table.get(told))(data, came);
}

function link(bytes: Bytes, shared: WebAssembly.Imports): Promise<unknown> {
  return bytes instanceof Response
    ? WebAssembly.instantiateStreaming(bytes, shared)
    : WebAssembly.instantiate(bytes, shared);
}
