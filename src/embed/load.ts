// Fetches the second stage: its scripts, its styles and the program. Once a
// page, and again after a failure.
import { failure, NotLoaded } from './failure';
import type { Look, Program } from './program';
import { stays } from './stays';

// Set by scripts/pack.mjs: where the files are, and what they must be.
declare const APP: string, FIRST: string, WASM: string, REST: string;
declare const INTEGRITY: { app?: string; first?: string; wasm?: string; rest?: string };
/** Of a page that takes no address of a script from a text. */
declare const trustedTypes: undefined | {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
};

let loading: Promise<Program> | undefined;
let policy: { createScriptURL(url: string): string } | undefined;

/** Where the files of the check are. */
export const base = (): string => new URL(WASM, import.meta.url).href;

/** The program; `ahead`: its first file, where that is on its way; `dress`: what the look of its
 * second file needs, where that is not there already. */
export function load(ahead?: Promise<Response>, dress?: () => Promise<unknown>): Promise<Program> {
  loading ??= start(ahead, dress).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** What shows in a shadow root before the program is there. */
export const look = (): Promise<Look> => script(FIRST, INTEGRITY.first, () => import(FIRST));

async function start(ahead?: Promise<Response>, dress?: () => Promise<unknown>): Promise<Program> {
  const [{ start, ...app }, wasm] = await Promise.all([
    script(APP, INTEGRITY.app, () => import(APP)),
    program(new URL(WASM, import.meta.url), INTEGRITY.wasm, ahead),
  ]);
  await start(wasm, rest(dress));
  return app;
}

/** What comes after the warning signs. The check can wait for it, and ask again. */
const rest = (dress?: () => Promise<unknown>) => ({
  async bytes() {
    await stays();
    const bytes = await program(new URL(REST, import.meta.url), INTEGRITY.rest);
    await dress?.();
    return bytes;
  },
  failed: async (error: unknown) => console.error((await failure(error, base())).owner, error),
});

/** A script whose content is the one that was built. */
async function script(path: string, integrity: string | undefined, load: () => Promise<any>) {
  const url = new URL(path, import.meta.url);
  try {
    if (integrity) await checked(url.href, integrity);
    return await load();
  } catch (error) {
    throw new NotLoaded(url.href, error);
  }
}

/** Loads a script ahead; `import` then takes what was loaded, and checked. */
function checked(url: string, integrity: string): Promise<unknown> {
  const src = trusted(url);
  // WebKit does not check what is only preloaded.
  const ahead = src
    ? Object.assign(document.createElement('script'), { type: 'module', integrity, src })
    : Object.assign(document.createElement('link'), { rel: 'modulepreload', integrity, href: url });
  return new Promise((done, failed) => {
    ahead.onload = done;
    ahead.onerror = failed;
    document.head.append(ahead);
  }).finally(() => ahead.remove());
}

/** An address as the page takes one of a script; nothing, where the page has a list of
 * who may say so and the check is not on it. */
export function trusted(url: string): string | undefined {
  if (typeof trustedTypes === 'undefined') return url;
  try {
    policy ??= trustedTypes.createPolicy('sciatica-check', { createScriptURL: (it: string) => it });
    return policy.createScriptURL(url);
  } catch {
    return;
  }
}

/** The bytes of a file of the program. As a stream only where its type lets a browser compile it so. */
async function program(
  url: URL,
  integrity?: string,
  ahead?: Promise<Response>,
): Promise<Response | ArrayBuffer> {
  try {
    const answer = await (ahead ?? fetch(url, { integrity }));
    if (!answer.ok) throw answer.status;
    const streams = answer.headers.get('content-type') === 'application/wasm';
    return streams ? answer : await answer.arrayBuffer();
  } catch (error) {
    throw new NotLoaded(url.href, error);
  }
}
