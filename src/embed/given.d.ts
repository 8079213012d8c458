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
  /** The exports, once the program is there. */
  export function initSync(): WebAssembly.Exports;
  export default function init(from: {
    module_or_path: Response | BufferSource;
  }): Promise<WebAssembly.Exports>;
}

/** The stylesheet, as text. */
declare module 'styles' {
  const text: string;
  export default text;
}

/** The first screen, as the program draws it. */
declare module 'screen' {
  const screen: import('./first').Drawn;
  export default screen;
}

/** What differs on the first screen in a region, as the program draws it. */
declare module 'regions' {
  /** In the order of the list: `code,number,call,other,note`, the last three places in `said`.
   * Where there is no number to dial, it is empty. */
  export const regions: string;
  export const said: string[];
}

/** The two files of the program, packed with gzip. */
declare module 'first.gz' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
declare module 'rest.gz' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
