// Short names for what the program takes from its script. wasm-bindgen's bear a checksum each,
// in both files, and no compression makes that shorter.

/** The program and its script, with the names changed in both. */
export function shortNames(wasm, script) {
  const short = new Map();
  const program = new WebAssembly.Module(wasm);
  for (const { name } of WebAssembly.Module.imports(program)) {
    if (/^__wb/.test(name)) short.set(name, `i${short.size.toString(36)}`);
  }
  const both = WebAssembly.Module.exports(program).find(({ name }) => short.has(name));
  if (both) throw new Error(`${both.name} is taken from the script and given to it`);
  const known = (name) => short.get(name) ?? name;
  return { wasm: renamed(wasm, known), script: script.replace(/\b__wb[\w$]+/g, known) };
}

/** A program of which the imported functions have other names. */
function renamed(wasm, rename) {
  let at = 8;
  const number = () => {
    let [value, shift, byte] = [0, 0, 0x80];
    for (; byte & 0x80; shift += 7) value |= ((byte = wasm[at++]) & 0x7f) << shift;
    return value;
  };
  const taken = (length) => wasm.subarray(at, (at += length));
  const parts = [wasm.subarray(0, 8)];
  while (at < wasm.length) {
    const [start, kind, length] = [at, wasm[at++], number()];
    const end = at + length;
    if (kind === IMPORTS) {
      const entries = [leb(number())];
      while (at < end) {
        const of = taken(number());
        const name = Buffer.from(rename(taken(number()).toString()));
        if (wasm[at] !== FUNCTION) throw new Error(`${name} is imported, and is no function`);
        const from = at++;
        number();
        entries.push(leb(of.length), of, leb(name.length), name, wasm.subarray(from, at));
      }
      const bytes = Buffer.concat(entries);
      parts.push(Buffer.from([kind]), leb(bytes.length), bytes);
    } else {
      parts.push(wasm.subarray(start, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}

const IMPORTS = 2;
const FUNCTION = 0;

/** A number as a program writes it: seven bits a byte. */
function leb(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}
