// The check's own page without a network. A service worker that keeps one version, the page and the
// files it names: whole or not at all, and the older one until then. It knows these by name and
// leaves every other request alone. What it keeps is the same for everybody.
export {};
declare const self: ServiceWorkerGlobalScope;
// Set by scripts/pack.mjs: the folder of the version; what the page loads, and what must be in it
// if an owner may not change it; and a short name for all of that and the page.
declare const FOLDER: string, FILES: Record<string, string>, ID: string;

const at = (path: string) => new URL(path, self.location.href).href;
const PAGE = at('./');
const MANIFEST = at('manifest.webmanifest');
const files = new Map(Object.entries(FILES).map(([name, integrity]) => [at(name), integrity]));
/** Caches are of the whole site: these are of this folder, and this one of this version. */
const OURS = `sciatica-check ${PAGE} `;
const NAME = OURS + ID;
/** For so long what is kept waits for the network, in milliseconds: a page for its answer, and what is
 * to be kept for what an open page loads. */
const PAUSE = 3000;
const pause = () => new Promise<void>((then) => setTimeout(then, PAUSE));

const kept = (url: string) => caches.match(url, { cacheName: NAME, ignoreVary: true });
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));
const drop = (names: string[]) => Promise.all(names.map((name) => caches.delete(name)));

/** The page as it is on the site now, if it is that of this version. */
async function page(): Promise<Response> {
  const answer = await fetch(PAGE, { cache: 'no-cache' });
  const text = await answer.clone().text();
  if (!answer.ok || answer.redirected || !text.includes(`${FOLDER}/`)) throw new Error(PAGE);
  return answer;
}

/** Fetches what is not there yet. The files come all together, or none of them does. */
async function gather(): Promise<void> {
  const cache = await caches.open(NAME);
  if ((await cache.keys()).length > files.size) return;
  await cache.put(PAGE, await page());
  await cache.addAll([...files].map(([url, integrity]) => new Request(url, { integrity })));
}

async function install(): Promise<void> {
  const older = (await ours()).some((name) => name !== NAME);
  try {
    await pause();
    await gather();
  } catch (error) {
    // The page alone has the emergency words in it: better than nothing, and no better than an
    // older version.
    if (!older && (await kept(PAGE))) return;
    await drop([NAME]);
    throw error;
  }
}

/** From the site, so that whoever has a network reads its newest words. */
async function show(event: FetchEvent, place: string): Promise<Response> {
  const asked = fetch(event.request);
  const late = pause();
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  // Taken off the site, it goes from the device too. What is missing comes after the page.
  const gone = answer?.status === 404 || answer?.status === 410;
  event.waitUntil(gone ? leave() : late.then(gather).catch(() => undefined));
  if (answer && answer.status < 500) return answer;
  return (await kept(place)) ?? asked;
}

const leave = async () => Promise.all([self.registration.unregister(), drop(await ours())]);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) =>
  event.waitUntil(ours().then((names) => drop(names.filter((name) => name !== NAME)))),
);
self.addEventListener('fetch', (event) => {
  const { url, destination } = event.request;
  const page = [PAGE, at('index.html')].includes(url.split(/[?#]/)[0]);
  // The page in a window of its own, and not in a frame of another one.
  if (page && destination === 'document') event.respondWith(show(event, PAGE));
  else if (url === MANIFEST) event.respondWith(show(event, url));
  else if (files.has(url)) event.respondWith(kept(url).then((file) => file ?? fetch(event.request)));
});
