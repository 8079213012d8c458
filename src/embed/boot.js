// Starts the check on its own page. Until it runs, and again if it stops, the
// page's own emergency words stand; they are in index.html, before any script.
import init, { mount } from './sciatica-check.js';

const host = document.getElementById('check');
const fallback = document.getElementById('fallback');

function fail(cause) {
  host.hidden = true;
  fallback.hidden = false;
  fallback.dataset.state = 'failed';
  console.error('sciatica-check: the check could not run:', cause);
}

// A panic ends the check: told by its hook, or, in a build without one, by the trap itself.
addEventListener('sciatica-check:panic', () => fail('it stopped unexpectedly'));
addEventListener('error', (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) fail(event.error);
});

try {
  await init({ module_or_path: new URL('sciatica-check_bg.wasm', import.meta.url) });
  const region = new URLSearchParams(location.search).get('region');
  mount(host, region ?? undefined, true);
  fallback.hidden = true;
  host.hidden = false;
} catch (cause) {
  fail(cause);
}
