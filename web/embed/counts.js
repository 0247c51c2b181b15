// Fills elements with the number of comments under an article: <a data-diwan-count href="…"> or <span data-diwan-count="address">.
const script = document.currentScript ?? document.querySelector('script[src*="/counts.js"]');
const base = new URL('.', script.src);

// Addresses may be long, and a request's own address must not be.
const atOnce = 25;

function fill() {
  const places = new Map();
  for (const place of document.querySelectorAll('[data-diwan-count]')) {
    const url = place.dataset.diwanCount || place.href;
    if (url) places.set(url, [...(places.get(url) ?? []), place]);
  }
  const addresses = [...places.keys()];
  for (let i = 0; i < addresses.length; i += atOnce) ask(addresses.slice(i, i + atOnce), places);
}

async function ask(addresses, places) {
  const question = new URL('api/v1/counts', base);
  question.searchParams.set('lang', document.documentElement.lang || 'en');
  for (const url of addresses) question.searchParams.append('url', url);
  const answer = await fetch(question, { credentials: 'omit' });
  if (!answer.ok) return;
  const { texts } = await answer.json();
  for (const url of addresses) for (const place of places.get(url)) place.textContent = texts[url];
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', fill);
else fill();
