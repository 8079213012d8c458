// Makes the files of a release out of what Trunk has built (its hook, see
// Trunk.toml): the small entry scripts with stable names, and a folder named by
// version and content with all that they load. The same input, the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { regions, screen, tree } from './first-screen.mjs';
import { program } from './program.mjs';

const { build, transformSync } = createRequire(`${process.env.ESBUILD}/`)('esbuild');

const staging = process.env.TRUNK_STAGING_DIR;
const read = (path) => readFileSync(path, 'utf8');
const fail = (what) => {
  throw new Error(`pack: ${what}`);
};
const hash = (algorithm, bytes, form) => createHash(algorithm).update(bytes).digest(form);
const integrity = (bytes) => `sha384-${hash('sha384', bytes, 'base64')}`;

const version = read('Cargo.toml').match(/^version = "(.+)"$/m)[1];
// What Trunk has made of the program is left out: it does not know of two files.
for (const name of ['sciatica-check.js', 'sciatica-check_bg.wasm']) rmSync(join(staging, name));
const built = [process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown', process.env.TRUNK_PROFILE];
const { glue: bound, first, rest } = program(join(...built, 'sciatica-check.wasm'));
/** The style sheets of a folder as one. */
const sheet = (folder) => {
  const names = readdirSync(folder).sort();
  const text = names.map((name) => read(join(folder, name))).join('');
  return transformSync(text, { loader: 'css', minify: true, charset: 'utf8' }).code;
};
// What the first screen looks like, and what the ones behind it add, file by file.
const dress = { first: sheet('styles/first'), questions: sheet('styles/questions'), rest: sheet('styles/rest') };
const css = Object.values(dress).join('');

// wasm-bindgen's half of the program, with two changes. Every call into the
// program is watched (src/embed/guard.ts). And it does not look for the program
// itself: a bundler would look for that file.
const glue = [
  ['wasm = instance.exports;', 'wasm = guard(instance.exports);'],
  ["new URL('glue_bg.wasm', import.meta.url)", 'undefined'],
  ['./__wasm_split.js', './rest'],
].reduce(
  (text, [from, to]) => (text.includes(from) ? text.replace(from, to) : fail(`no “${from}” in wasm-bindgen's script`)),
  `import { guard } from './guard';\n${bound}`,
);

// Yew marks elements and events with properties. Two programs with Yew on a page
// would take each other's marks for their own: so ours bear names of our own.
const marks = ['__yew_subtree_id', '__yew_subtree_cache_key', '__yew_listener_id'];
const brand = (mark) => `__sciatica_check_${hash('sha256', Buffer.concat([first, rest]), 'hex').slice(0, 8)}${mark}`;

/** Files that exist only in here, by the names under which scripts import them. */
const given = {
  name: 'given',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(glue|screen|regions|styles|first\.gz|rest\.gz)$/ }, ({ path }) => ({ path, namespace: 'given' }));
    onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => ({
      glue: { contents: glue, loader: 'js', resolveDir: resolve('src/embed') },
      screen: { contents: JSON.stringify(tree), loader: 'json' },
      regions: { contents: JSON.stringify(regions), loader: 'json' },
      styles: { contents: css, loader: 'text' },
      'first.gz': { contents: gzipSync(first, { level: 9 }), loader: 'binary' },
      'rest.gz': { contents: gzipSync(rest, { level: 9 }), loader: 'binary' },
    })[path]);
  },
};

const settings = [...read('src/embed/settings.rs').match(/NAMES[^=]*= \[([^\]]+)\]/)[1].matchAll(/"(.+?)"/g)].map((it) => it[1]);

/** One script. `folder`: where it finds the rest, if it loads any. */
async function script(entry, { folder = './', sums = {}, format = 'esm', more = {} } = {}) {
  const built = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [given],
    external: ['*/app.js', '*/first.js', '*/early.js'],
    mangleProps: /^__yew_/,
    mangleCache: Object.fromEntries(marks.map((mark) => [mark, brand(mark)])),
    define: {
      VERSION: JSON.stringify(version),
      SETTINGS: JSON.stringify(settings),
      APP: JSON.stringify(`${folder}app.js`),
      FIRST: JSON.stringify(`${folder}first.js`),
      FIRST_STYLE: JSON.stringify(`${folder}first.css`),
      WASM: JSON.stringify(`${folder}app.wasm`),
      REST: JSON.stringify(`${folder}rest.wasm`),
      REST_STYLE: JSON.stringify(`${folder}rest.css`),
      EARLY: JSON.stringify(`${folder}early.js`),
      INTEGRITY: JSON.stringify(sums),
      ...more,
    },
  });
  return Buffer.from(built.outputFiles[0].contents);
}

const app = await script('src/embed/app.ts');
for (const mark of marks) app.includes(brand(mark)) || fail(`no ${mark} in the program's script`);
const before = await script('src/embed/first.ts');
const sums = { app: integrity(app), first: integrity(before), wasm: integrity(first), rest: integrity(rest) };
const files = {
  'app.js': app,
  'app.wasm': first,
  'rest.wasm': rest,
  'boot.js': await script('src/embed/page.ts'),
  'first.css': Buffer.from(dress.first),
  'questions.css': Buffer.from(dress.questions),
  'rest.css': Buffer.from(dress.rest),
  'first.js': before,
  'early.js': await script('src/embed/early.ts', { format: 'iife' }),
  'sciatica-check.js': await script('src/embed/sciatica-check.ts', { sums }),
  'sciatica-check-frame.js': await script('src/embed/frame.ts', { format: 'iife' }),
  'sciatica-check.single.js': await script('src/embed/single.ts', { format: 'iife' }),
};
// The page where a clinic's owner puts a snippet together.
files['builder.css'] = Buffer.from(sheet('styles/builder'));
files['builder.js'] = await script('src/embed/builder/builder.ts', {
  more: {
    SUMS: JSON.stringify({
      element: integrity(files['sciatica-check.js']),
      frame: integrity(files['sciatica-check-frame.js']),
      single: integrity(files['sciatica-check.single.js']),
    }),
  },
});
const folder = `${version}-${hash('sha256', Buffer.concat(Object.values(files)), 'hex').slice(0, 8)}`;
const entries = {
  'sciatica-check.js': await script('src/embed/sciatica-check.ts', { folder: `./${folder}/`, sums }),
  'sciatica-check-frame.js': files['sciatica-check-frame.js'],
  'sciatica-check.single.js': files['sciatica-check.single.js'],
};

// The page has its first screen in it, and what that needs at once: nothing of it waits for a
// second file. A strict policy knows the two by their checksums.
const texts = { SCREEN: screen, STYLE: dress.first.trim(), SCRIPT: files['early.js'].toString().trim() };
const inside = { STYLE: `<style>${texts.STYLE}</style>`, SCREEN: texts.SCREEN, SCRIPT: `<script>${texts.SCRIPT}</script>` };
let page = read(join(staging, 'index.html')).replaceAll('FILES/', `${folder}/`);
let site = read('docs/nginx.conf');
for (const [what, text] of Object.entries(inside)) {
  const place = new RegExp(`<!-- FIRST ${what}\\b.*?-->`);
  if (!place.test(page)) fail(`no place for the first ${what.toLowerCase()} in index.html`);
  page = page.replace(place, () => text);
  site = site.replaceAll(`'FIRST ${what}'`, `'sha256-${hash('sha256', texts[what], 'base64')}'`);
}
page = Buffer.from(page.replace(/\s*<!-- .*? -->/g, ''));

// It keeps itself for a time without a network: with all files of the version but those of other
// pages.
const elsewhere = ['builder.css', 'builder.js', 'sciatica-check.js', 'sciatica-check-frame.js', 'sciatica-check.single.js', 'first.js'];
const kept = Object.entries(files).filter(([name]) => !elsewhere.includes(name));
entries['sciatica-check-offline.js'] = await script('src/embed/offline/worker.ts', {
  format: 'iife',
  more: {
    FOLDER: JSON.stringify(folder),
    FILES: JSON.stringify({
      'manifest.webmanifest': '',
      ...Object.fromEntries(kept.map(([name, bytes]) => [`${folder}/${name}`, integrity(bytes)])),
    }),
    ID: JSON.stringify(`${folder}-${hash('sha256', page, 'hex').slice(0, 8)}`),
  },
});
const word = (pattern) => `${page}`.match(pattern)?.[1] ?? fail(`no ${pattern} in index.html`);
const tokens = read('styles/first/tokens.css');
const token = (name) => tokens.match(new RegExp(`--${name}:[^#;]*(#\\w+)`))?.[1] ?? fail(`no colour ${name}`);
const icon = read('src/embed/offline/icon.svg').replace(/var\(--([\w-]+)\)/g, (_, name) => token(name));
entries['manifest.webmanifest'] = Buffer.from(JSON.stringify({
  name: word(/<title>(.+)<\/title>/),
  description: word(/name="description"\s+content="([^"]+)"/),
  theme_color: token('accent-light'),
  background_color: token('ground'),
  ...JSON.parse(read('src/embed/offline/manifest.json')),
  icons: [{
    src: `data:image/svg+xml,${encodeURIComponent(icon.replace(/<!--.*?-->|\n\s*/gs, ''))}`,
    sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable',
  }],
}));

// Every visitor of a page fetches it, whether or not they come near the check.
const small = brotliCompressSync(entries['sciatica-check.js']).length;
if (small >= 4096) fail(`sciatica-check.js has ${small} bytes (brotli), and may have 4095`);

const put = (path, bytes) => writeFileSync(join(staging, path), bytes);
mkdirSync(join(staging, folder));
const all = { ...entries };
for (const [name, bytes] of Object.entries(files)) all[`${folder}/${name}`] = bytes;
for (const [name, bytes] of Object.entries(all)) put(name, bytes);
put('index.html', page);
put('nginx.conf', site);
put('embed.html', read('embed.html').replaceAll('FILES/', `${folder}/`));

// The npm package: a bundler finds the files by itself and names them anew.
const { description, license } = Object.fromEntries(
  [...read('Cargo.toml').matchAll(/^(description|license) = "(.+)"$/gm)].map((it) => [it[1], it[2]]),
);
const npm = {
  ...Object.fromEntries(['app.js', 'app.wasm', 'rest.wasm', 'first.js', 'sciatica-check-frame.js', 'sciatica-check.single.js'].map((name) => [name, files[name]])),
  'sciatica-check.js': await script('src/embed/sciatica-check.ts'),
  'sciatica-check.d.ts': readFileSync('src/embed/sciatica-check.d.ts'),
  'README.md': readFileSync('docs/embedding.md'),
  'LICENSE-APACHE': readFileSync('LICENSE-APACHE'),
  'LICENSE-MIT': readFileSync('LICENSE-MIT'),
  'package.json': JSON.stringify({
    name: 'sciatica-check',
    version,
    description,
    license,
    type: 'module',
    sideEffects: true,
    types: './sciatica-check.d.ts',
    exports: {
      '.': { types: './sciatica-check.d.ts', default: './sciatica-check.js' },
      './single': { types: './sciatica-check.d.ts', default: './sciatica-check.single.js' },
      './frame': './sciatica-check-frame.js',
    },
  }, null, 2),
};
mkdirSync(join(staging, 'npm'));
for (const [name, bytes] of Object.entries(npm)) put(`npm/${name}`, bytes);
put('sciatica-check.d.ts', npm['sciatica-check.d.ts']);
put('integrity.json', `${JSON.stringify({
  version,
  folder,
  files: Object.fromEntries(Object.entries(all).map(([name, bytes]) => [name, integrity(bytes)])),
}, null, 2)}\n`);

// Beside each file the same in brotli and gzip, for servers that send what is there. Last,
// so that nothing is missed.
for (const name of [...Object.keys(all), 'index.html', 'embed.html', 'integrity.json', 'sciatica-check.d.ts']) {
  const bytes = readFileSync(join(staging, name));
  put(`${name}.br`, brotliCompressSync(bytes));
  put(`${name}.gz`, gzipSync(bytes, { level: 9 }));
}
