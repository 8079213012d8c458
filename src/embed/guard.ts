// Notices when the program stops for good. A trap ends the whole instance, and
// nobody else tells: every call into it goes through here (see scripts/pack.mjs).
let stopped: unknown;
const waiting: ((error: unknown) => void)[] = [];

/** Calls back once the program has stopped. */
export function onStop(then: (error: unknown) => void): void {
  waiting.push(then);
}

/** The program's exports, each call of which is watched. */
export function guard(exports: WebAssembly.Exports): WebAssembly.Exports {
  const watched: WebAssembly.Exports = {};
  for (const [name, value] of Object.entries(exports)) {
    watched[name] = typeof value === 'function' ? watch(value) : value;
  }
  return watched;
}

/** A call into the program, watched. */
export function watch(call: Function) {
  return (...values: unknown[]) => {
    try {
      return call(...values);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError && !stopped) {
        stopped = error;
        // What is under way ends first.
        queueMicrotask(() => waiting.forEach((then) => then(error)));
      }
      throw error;
    }
  };
}
