// Fetches the second stage: its scripts, its styles and the program. Once a
// page, and again after a failure.
import { NotLoaded } from './failure';
import type { Program } from './program';

// Set by scripts/pack.mjs: where the files are, and what they must be.
declare const APP: string, STYLES: string, WASM: string;
declare const INTEGRITY: { app?: string; styles?: string; wasm?: string };

export interface Loaded extends Program {
  styles: string;
}

let loading: Promise<Loaded> | undefined;

/** Where the files of the check are. */
export const base = (): string => new URL(WASM, import.meta.url).href;

export function load(): Promise<Loaded> {
  loading ??= fetchAll().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchAll(): Promise<Loaded> {
  const wasmUrl = new URL(WASM, import.meta.url);
  const [{ start, ...app }, { default: styles }, wasm] = await Promise.all([
    script(APP, INTEGRITY.app, () => import(APP)),
    script(STYLES, INTEGRITY.styles, () => import(STYLES)),
    program(wasmUrl),
  ]);
  await start(wasm);
  return { ...app, styles };
}

/** A script whose content is the one that was built. */
async function script(path: string, integrity: string | undefined, load: () => Promise<any>) {
  const url = new URL(path, import.meta.url);
  try {
    if (integrity) await checked(url, integrity);
    return await load();
  } catch (error) {
    throw new NotLoaded(url.href, error);
  }
}

/** Loads a script ahead; `import` then takes what was loaded, and checked. */
function checked(url: URL, integrity: string): Promise<unknown> | undefined {
  const link = document.createElement('link');
  if (!link.relList.supports?.('modulepreload')) return;
  Object.assign(link, { rel: 'modulepreload', href: url.href, integrity });
  return new Promise((done, failed) => {
    link.onload = done;
    link.onerror = failed;
    document.head.append(link);
  }).finally(() => link.remove());
}

/** The program. As a stream only where its type lets a browser compile it so. */
async function program(url: URL): Promise<Response | ArrayBuffer> {
  try {
    const answer = await fetch(url, { integrity: INTEGRITY.wasm });
    if (!answer.ok) throw answer.status;
    const streams = answer.headers.get('content-type') === 'application/wasm';
    return streams ? answer : await answer.arrayBuffer();
  } catch (error) {
    throw new NotLoaded(url.href, error);
  }
}
