import { Live } from './embed/live.js';

// Makes pages that work without it a little quicker. Everything here has its way without a script too.

const root = document.documentElement;

// A+ and A- change the text at once; the cookie has the server set it so from then on.
for (const link of document.querySelectorAll('.sizes a')) {
  link.addEventListener('click', event => {
    event.preventDefault();
    const size = Math.min(4, Math.max(0, Number(root.dataset.size) + Number(link.dataset.step)));
    root.dataset.size = size;
    document.cookie = `diwan-size=${size}; path=/; max-age=31536000; samesite=lax`;
    for (const other of document.querySelectorAll('.sizes a')) {
      const next = Math.min(4, Math.max(0, size + Number(other.dataset.step)));
      other.href = other.href.replace(/size=\d/, `size=${next}`);
    }
  });
}

const form = document.getElementById('form');
if (form instanceof HTMLFormElement) {
  const key = form.elements.namedItem('idempotencyKey');
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(24)), byte => byte.toString(16).padStart(2, '0')).join('');

  // A page out of the browser's memory or a shared cache brings an old key along: each showing gets its own.
  addEventListener('pageshow', () => {
    key.value = newKey();
    form.querySelector('button[type="submit"]').disabled = false;
  });

  // Once is enough: a second press while the first is on its way would wait for nothing.
  form.addEventListener('submit', () => setTimeout(() => { form.querySelector('button[type="submit"]').disabled = true; }));

  // What was typed is still there after a reply link, a reload or a crash; it leaves this tab with nobody.
  const text = form.elements.namedItem('text');
  const author = form.elements.namedItem('author');
  const draft = `diwan-draft ${location.pathname}`;
  if (!text.value) text.value = sessionStorage.getItem(draft) ?? '';
  if (!author.value) author.value = sessionStorage.getItem('diwan-author') ?? '';
  form.addEventListener('input', () => {
    sessionStorage.setItem(draft, text.value);
    sessionStorage.setItem('diwan-author', author.value);
  });
  form.addEventListener('submit', () => sessionStorage.removeItem(draft));

  // After a refusal the first field that is wrong is where the reader goes on.
  form.querySelector('[aria-invalid="true"], .refused')?.focus();
}

// What is published while the page is open is announced; the reader decides when it is put in place.
const thread = document.querySelector('.thread[data-article]');
if (thread) {
  const live = new Live(thread, new URL(`../api/v1/articles/${thread.dataset.article}/events`, import.meta.url), async () => {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.thread');
    thread.querySelector('.list').replaceWith(page.querySelector('.list'));
    live.settle(Number(page.dataset.count));
  });
}

// The comment a link leads to is opened, wherever it lies folded, and focused; one that stands on another page of the thread is looked for there.
function goToComment() {
  const id = /^#comment-(\w{32})$/.exec(location.hash)?.[1];
  if (!thread || !id) return;
  const item = document.getElementById(`comment-${id}`);
  if (!item) {
    if (sessionStorage.getItem('diwan-sought') === id) return;
    sessionStorage.setItem('diwan-sought', id);
    location.replace(new URL(`../comments/${id}`, import.meta.url));
    return;
  }
  sessionStorage.removeItem('diwan-sought');
  for (let above = item.parentElement.closest('details'); above; above = above.parentElement.closest('details')) above.open = true;
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'start' });
}
goToComment();
addEventListener('hashchange', goToComment);
thread?.addEventListener('click', event => {
  const link = event.target.closest('.when');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  location.hash = link.closest('.comment').id;
});
