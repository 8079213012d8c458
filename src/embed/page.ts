// Starts the check on its own page. Until it runs, and again if it stops, the
// page's own emergency words stand; they are in index.html, before any script.
import { failure } from './failure';
import { base, load } from './load';
import { announce, Place, type Owner } from './program';
import { isFramed, tellHeight } from './framed';

const settings = new URLSearchParams(location.search);
const check = document.getElementById('check')!;
const fallback = document.getElementById('fallback')!;
const framed = isFramed(settings);
const theme = settings.get('theme')?.trim();

const owner: Owner = {
  target: check,
  setting: (name) => settings.get(name),
  ready() {
    fallback.hidden = true;
    check.hidden = false;
  },
};

async function fail(error: unknown): Promise<void> {
  const { cause, visitor, owner } = await failure(error, base());
  check.hidden = true;
  fallback.hidden = false;
  fallback.dataset.state = 'failed';
  fallback.querySelector('.fallback__failed')!.textContent = visitor;
  console.error(owner, error);
  announce(check, 'failed', { cause });
}

if (framed) tellHeight();
// The paper around the check, and the words before it.
if (theme === 'light' || theme === 'dark') {
  document.querySelectorAll<HTMLElement>('.site, #fallback').forEach((it) => (it.dataset.theme = theme));
}
try {
  const program = await load();
  program.onStop(fail);
  const place = new Place(program, !framed);
  check.append(place.root);
  place.show(owner);
} catch (error) {
  await fail(error);
}
