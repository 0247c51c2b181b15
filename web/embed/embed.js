import style from './embed.css' with { type: 'text' };
import { Thread } from './thread.js';

const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
const base = new URL('.', script.src);

// Where a page trusts no text as markup, this is the one exception to allow: HTML that this server made (trusted-types diwan).
const trust = globalThis.trustedTypes?.createPolicy('diwan', { createHTML: html => html });

// Allowed under every content security policy: it is neither inline nor loaded.
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

// <diwan-comments article="id"> or <diwan-comments url="address">; without either the page's canonical address.
class DiwanComments extends HTMLElement {
  static observedAttributes = ['article', 'url', 'lang'];

  connectedCallback() {
    // A half-parsed page may not have all of what the publisher's server put inside.
    if (document.readyState !== 'loading' || this.nextSibling) this.begin();
    else document.addEventListener('DOMContentLoaded', () => this.begin(), { once: true });
  }

  disconnectedCallback() {
    this.thread?.stop();
    this.thread = null;
  }

  attributeChangedCallback() {
    if (this.thread) this.begin();
  }

  async begin() {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    const included = this.querySelector(':scope > .diwan');
    try {
      this.put(included ?? await this.load({ comment: /^#comment-(\w+)$/.exec(location.hash)?.[1] }));
    } catch (error) {
      // What stands inside the element instead, such as a link to the comments, is shown then.
      this.shadowRoot.replaceChildren(document.createElement('slot'));
      console.warn(`diwan-comments: ${error.message}`);
    }
    this.toggleAttribute('ready', true);
  }

  put(fragment) {
    this.thread?.stop();
    fragment.dataset.theme = this.theme();
    this.shadowRoot.replaceChildren(fragment);
    this.thread = new Thread(fragment.querySelector('section'), base, parameters => this.load(parameters));
    matchMedia('(prefers-color-scheme: dark)').onchange = () => requestAnimationFrame(() => { fragment.dataset.theme = this.theme(); });
  }

  async load(parameters) {
    const article = this.getAttribute('article');
    const address = new URL(article ? `embed/${encodeURIComponent(article)}` : 'embed', base);
    const page = document.querySelector('link[rel=canonical]')?.href ?? location.origin + location.pathname;
    const language = this.closest('[lang]')?.lang;
    const all = { ...(article ? {} : { url: this.getAttribute('url') ?? page }), ...(language ? { lang: language } : {}), ...parameters };
    for (const [name, value] of Object.entries(all)) if (value) address.searchParams.set(name, value);
    const answer = await fetch(address, { credentials: 'omit' });
    if (!answer.ok) throw new Error(answer.status === 404 ? `no article is registered for ${address}` : `status ${answer.status}`);
    const html = await answer.text();
    const template = document.createElement('template');
    template.innerHTML = trust ? trust.createHTML(html) : html;
    for (const link of template.content.querySelectorAll('a[href^="/"]')) link.href = new URL(link.getAttribute('href').slice(1), base);
    return template.content.firstElementChild;
  }

  // A page whose own text is light is dark, whatever the system would like.
  theme() {
    const text = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(this).color);
    const isDark = text ? Number(text[1]) + Number(text[2]) + Number(text[3]) > 382 : matchMedia('(prefers-color-scheme: dark)').matches;
    return this.getAttribute('theme') ?? (isDark ? 'dark' : 'light');
  }
}

customElements.define('diwan-comments', DiwanComments);
