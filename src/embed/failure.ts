// Why the check cannot run: found out after something has failed, each cause
// with its own words for the visitor and its own line for the page's owner.
import words from './words.en.json';

export type Cause = keyof typeof words.failed;

/** Something that was fetched in vain; `cause`: the error, or an HTTP status. */
export class NotLoaded extends Error {
  constructor(readonly url: string, cause: unknown) {
    super(String(cause), { cause });
  }
}

export class Failure {
  constructor(
    readonly cause: Cause,
    private values: Record<string, string> = {},
  ) {}

  /** For the visitor. */
  get visitor(): string {
    return `${words.failed[this.cause].visitor} ${words.instead}`;
  }

  /** For the owner's console. */
  get owner(): string {
    const line = words.failed[this.cause].owner;
    return `sciatica-check: ${line.replace(/\{(\w+)\}/g, (_, name) => this.values[name])}`;
  }
}

/** What the page's policy has blocked since this module runs. */
const blocked: SecurityPolicyViolationEvent[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  if (event.disposition === 'enforce') blocked.push(event);
});

/** Finds out why. `base`: where the files of the check are. */
export async function failure(error: unknown, base: string): Promise<Failure> {
  // Violations are told a moment after what they have blocked.
  await new Promise((done) => setTimeout(done, 50));
  const url = error instanceof NotLoaded ? error.url : '';
  const from = new URL(base, location.href).origin;
  const files = from === location.origin ? "'self'" : from;
  const policy = (source: string, directive: string) =>
    new Failure('policy', { source, directive, scripts: files, files });

  const wasm = blocked.some((it) => it.blockedURI === 'wasm-eval');
  if (wasm || /content.security|\bCSP\b|unsafe-eval|disallowed by embedder/i.test(`${error}`)) {
    return policy("'wasm-unsafe-eval'", 'script-src');
  }
  const violation = blocked.find((it) => it.blockedURI.includes(':') && url.startsWith(it.blockedURI));
  if (violation) {
    return policy(files, violation.effectiveDirective.replace(/-(elem|attr)$/, ''));
  }
  if (error instanceof NotLoaded) return fetchedInVain(error);
  if (/^RangeError|out of memory/i.test(`${error}`)) return new Failure('memory');
  const engine = globalThis.WebAssembly;
  if (!engine || !('adoptedStyleSheets' in document)) return new Failure('old-browser');
  if (error instanceof engine.RuntimeError) return new Failure('stopped');
  if (error instanceof engine.CompileError || error instanceof engine.LinkError) {
    return new Failure('old-browser');
  }
  return new Failure('unknown');
}

/** Asks once more for a file that did not come, to see what is wrong with it. */
async function fetchedInVain({ url, cause }: NotLoaded): Promise<Failure> {
  const missing = (status: unknown) => new Failure('missing', { url, status: `${status}` });
  if (typeof cause === 'number') return missing(cause);
  try {
    const answer = await fetch(url);
    const type = answer.headers.get('content-type') ?? '';
    if (!answer.ok) return missing(answer.status);
    if (url.endsWith('.js') && !/javascript|ecmascript/.test(type)) {
      return new Failure('type', { url, type });
    }
    return new Failure('changed', { url });
  } catch {
    const elsewhere = new URL(url).origin !== location.origin;
    const there = elsewhere && (await fetch(url, { mode: 'no-cors' }).then(() => true, () => false));
    return there
      ? new Failure('cross-origin', { url, origin: location.origin })
      : new Failure('network', { url });
  }
}
