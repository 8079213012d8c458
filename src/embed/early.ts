// What cannot wait for a file: it stands inside index.html (scripts/pack.mjs). Where the
// policy of a server does not know it, boot.js loads it.
import { isFramed } from './framed';
import { keep, type First } from './kept';
import { settle } from './region';

const settings = new URLSearchParams(location.search);
const theme = settings.get('theme')?.trim();
const first = document.getElementById('first') as First;

if (theme === 'light' || theme === 'dark') {
  document.querySelectorAll<HTMLElement>('.site, .check').forEach((it) => (it.dataset.theme = theme));
}
settle(first, settings.get('region'));
if (isFramed(settings)) document.documentElement.dataset.embed = '';
first.kept = keep(first);
// The program is on its way before boot.js asks for it. A preload would do the same, but WebKit
// gives nothing that was preloaded to a script. As a file, this comes behind boot.js.
const app = document.querySelector<HTMLLinkElement>('[rel=modulepreload]');
if (app && document.currentScript) {
  const url = new URL('app.wasm', app.href);
  first.program = fetch(url);
  first.program.catch(() => {}); // Whoever waits for it says why.
}
