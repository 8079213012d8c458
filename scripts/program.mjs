// Makes the two files of the program out of what cargo has built: what the start and the
// warning signs need, and the rest (src/view/rest). The same input, the same bytes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { shortNames } from './short-names.mjs';

/** What rustc builds for, and every browser with the parts that the check needs has. */
const FEATURES = ['bulk-memory', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'];

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** The script of wasm-bindgen, and the bytes of both files. `built`: the program as cargo builds it. */
export function program(built) {
  const folder = mkdtempSync(join(tmpdir(), 'sciatica-check-'));
  const at = (name) => join(folder, name);
  try {
    run('wasm-split-cli', built, folder, '--target', 'web', '--out-name', 'first');
    const parts = readdirSync(folder).filter((name) => name.endsWith('.wasm')).sort();
    if (`${parts}` !== 'first.wasm,split_rest.wasm') throw new Error(`the program has other parts than two: ${parts}`);
    // The second file uses the table of functions, which nobody else asks for.
    run('wasm-bindgen', at('first.wasm'), '--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', folder, '--out-name', 'glue');
    const small = (name) => {
      // Below the data of a Rust program is its stack, and nothing at the first addresses.
      const features = FEATURES.map((it) => `--enable-${it}`);
      run('wasm-opt', '-Oz', '--converge', '--low-memory-unused', ...features, '--strip-debug', '--strip-producers', '--strip-target-features', at(name), '-o', at('small.wasm'));
      return readFileSync(at('small.wasm'));
    };
    const { script, wasm } = shortNames(small('glue_bg.wasm'), readFileSync(at('glue.js'), 'utf8'));
    return { glue: script, first: wasm, rest: small('split_rest.wasm') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
