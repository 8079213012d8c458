// What scripts/pack.mjs gives the scripts: made in the build, and no file of the sources.

/** wasm-bindgen's half of the program; see src/embed/seat.rs. */
declare module 'glue' {
  export class Seat {
    constructor(root: Element, host: import('./program').Place, ownPage: boolean);
    show(): void;
    clear(): void;
  }
  export class Adviser {
    regions(form: import('./builder/advice').Advice): void;
    advise(form: import('./builder/advice').Advice): void;
  }
  export default function init(from: {
    module_or_path: Response | BufferSource;
  }): Promise<WebAssembly.Exports>;
}

/** The stylesheet, as text. */
declare module 'styles' {
  const text: string;
  export default text;
}

/** The program, packed with gzip. */
declare module 'wasm.gz' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
