// The code for each way to put the check on a page, out of its settings.
import shared from '../words.en.json';
import type { Region } from './advice';
import { tag, written, type Tag } from './markup';
import words from './words.en.json';

// Set by scripts/pack.mjs.
declare const VERSION: string, SUMS: { element: string; frame: string; single: string };

/** By the names of the element's attributes; nothing in it is empty but `share-levels`. */
export type Settings = Record<string, string>;

/** Where the files of the check are. */
export interface Place {
  /** The folder with the stable names. */
  folder: string;
  /** The name of this version's folder in it. */
  version: string;
}

/** The address of a folder, in letters that mean nothing to a shell, a policy or a page. */
export function asFolder(text: string): string | undefined {
  if (!URL.canParse(text)) return;
  const { protocol, host, origin, pathname } = new URL(text);
  if (!/^https?:$/.test(protocol) || !/^[\w.:[\]-]+$/.test(host)) return;
  const plain = pathname.replace(/[^\w\-.~/%]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${origin}${plain.replace(/[^/]*\.html$/, '').replace(/\/?$/, '/')}`;
}

/** The element, with the emergency words that show until it is ready. */
export function check(settings: Settings, region?: Region): Tag {
  const { title, list, call } = shared.signs;
  return tag(
    'sciatica-check',
    settings,
    tag('p', {}, tag('strong', {}, title)),
    tag('ul', {}, ...list.map((it) => tag('li', {}, it))),
    tag('p', {}, ...(region ? whom(region) : [call])),
  );
}

/** Whom to call, with the number as a link. */
function whom({ number, called, hospital }: Region): (Tag | string)[] {
  const [before, after] = words.call.replace('{hospital}', hospital).split('{number}');
  const link = tag('a', { href: `tel:${number.replaceAll(' ', '')}` }, called);
  return [before, number ? link : called, after];
}

/** Every snippet, by the name that embed.html gives its place. */
export function snippets(settings: Settings, { folder, version }: Place, region?: Region): Record<string, string> {
  const files = `${folder}${version}/`;
  const { origin } = new URL(folder);
  const script = (name: string, integrity: string, how: Settings) =>
    written(tag('script', { ...how, src: `${files}${name}`, integrity, crossorigin: 'anonymous' }));
  const element = written(check(settings, region));

  // A frame has no page around it that could be told.
  const { 'share-levels': _, ...shown } = settings;
  const address = `${folder}index.html?${new URLSearchParams({ embed: '1', ...shown })}`;
  const frame = (how: Settings) =>
    written(
      tag('iframe', {
        ...how,
        src: address,
        title: words.title,
        width: '100%',
        height: '800',
        frameborder: '0',
        allow: 'clipboard-write',
      }),
    );
  const policy = (directives: Settings) =>
    Object.entries(directives).map(([name, sources]) => `${name} ${sources}`).join('; ');
  const wasm = "'wasm-unsafe-eval'";

  return {
    element: `${script('sciatica-check.js', SUMS.element, { type: 'module' })}\n${element}`,
    'element-policy': policy({ 'script-src': `${origin} ${wasm}`, 'connect-src': origin }),
    frame: `${frame({ 'data-sciatica-check': '' })}\n${script('sciatica-check-frame.js', SUMS.frame, { defer: '' })}`,
    'frame-policy': policy({ 'frame-src': origin, 'script-src': origin }),
    fixed: frame({}),
    'fixed-policy': policy({ 'frame-src': origin }),
    single: `${script('sciatica-check.single.js', SUMS.single, { defer: '' })}\n${element}`,
    'single-policy': policy({ 'script-src': `${origin} ${wasm}` }),
    'npm-install': `npm install ${folder}sciatica-check-${VERSION}.tgz`,
    'npm-import': "import 'sciatica-check';",
    npm: element,
    'npm-policy': policy({ 'script-src': `'self' ${wasm}`, 'connect-src': "'self'" }),
    address,
  };
}
