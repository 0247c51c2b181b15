import { CommentForm } from './form.js';
import { Live } from './live.js';
import { toggleReport } from './report.js';
import { Words } from './words.js';

// A thread inside somebody else's page: its links do here what they would do on a page of their own.
export class Thread {
  // load: fetches the fragment for some parameters, as an element.
  constructor(section, base, load) {
    Object.assign(this, { section, base, load });
    this.words = new Words(section);
    this.article = section.dataset.article;
    const form = section.querySelector('form.write');
    if (form) this.form = new CommentForm(form, section, this.words, base);
    section.addEventListener('click', event => this.click(event));
    this.live = new Live(section, new URL(`api/v1/articles/${this.article}/events`, base), () => this.turn({}));
    this.follow = () => this.goToHash();
    addEventListener('hashchange', this.follow);
    this.goToHash();
  }

  stop() {
    this.live.stop();
    removeEventListener('hashchange', this.follow);
  }

  click(event) {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const item = link.closest('li');
    const act = link.matches('.reply') ? () => this.form.answer(item)
      : link.matches('.report') ? () => toggleReport(link, item, this.section, this.words, this.base)
      : link.matches('.orders a') ? () => this.order(link).catch(() => go(link))
      : link.matches('.more a') ? () => this.more(link).catch(() => go(link))
      : null;
    if (!act) return;
    event.preventDefault();
    act();
  }

  // Puts another page or order in place of the list.
  async turn(parameters) {
    const list = await this.fetch(parameters);
    this.form?.goHome();
    this.section.querySelector('.list').replaceWith(list.element);
    this.live.settle(list.count);
  }

  async order(link) {
    await this.turn(query(link));
    this.section.querySelector('.orders [aria-current]').focus();
  }

  async more(link) {
    const { element } = await this.fetch(query(link));
    const first = element.querySelector('li');
    this.section.querySelector('.comments').append(...element.querySelector('.comments').children);
    const rest = element.querySelector('.more');
    const old = link.parentElement;
    if (rest) old.replaceWith(rest);
    else old.remove();
    this.focus(first);
  }

  async fetch(parameters) {
    const section = (await this.load(parameters)).querySelector('section');
    return { element: section.querySelector('.list'), count: Number(section.dataset.count) };
  }

  async goToHash() {
    const id = /^#comment-(\w+)$/.exec(location.hash)?.[1];
    if (!id) return;
    if (!this.find(id)) await this.turn({ comment: id }).catch(() => {});
    const item = this.find(id);
    if (!item) return;
    for (let above = item.parentElement; above !== this.section; above = above.parentElement) {
      if (above.matches('details')) above.open = true;
    }
    for (const other of this.section.querySelectorAll('.pointed')) other.classList.remove('pointed');
    item.classList.add('pointed');
    this.focus(item);
  }

  find(id) {
    return this.section.querySelector(`[id="comment-${id}"]`);
  }

  focus(item) {
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: 'start' });
  }
}

// Where the fragment cannot be had, the page of the article may be.
function go(link) {
  location.assign(link.href);
}

function query(link) {
  return Object.fromEntries(new URL(link.href).searchParams);
}
