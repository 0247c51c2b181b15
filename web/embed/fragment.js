import style from './embed.css' with { type: 'text' };

const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');

// Where the comments are: wherever this script came from, a path of the publisher's own site included.
export const base = new URL('.', script.src);

// Where a page trusts no text as markup, this is the one exception to allow: HTML that this server made (trusted-types diwan).
const trust = globalThis.trustedTypes?.createPolicy('diwan', { createHTML: html => html });

// Allowed under every content security policy: it is neither inline nor loaded.
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

// An element that shows a fragment of this server apart from the page's own styles.
export class FragmentElement extends HTMLElement {
  async begin(parameters) {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    const included = this.querySelector(':scope > .diwan');
    try {
      this.put(included ?? await this.load(parameters));
    } catch (error) {
      // What stands inside the element instead, such as a link to the comments, is shown then.
      this.shadowRoot.replaceChildren(document.createElement('slot'));
      console.warn(`${this.localName}: ${error.message}`);
    }
    this.toggleAttribute('ready', true);
  }

  put(fragment) {
    const follow = () => { fragment.dataset.theme = this.theme(); };
    follow();
    this.shadowRoot.replaceChildren(fragment);
    matchMedia('(prefers-color-scheme: dark)').onchange = () => requestAnimationFrame(follow);
    // The page's style may come after the fragment, or change later: its text then changes colour, which embed.css makes a transition.
    this.ontransitionend = follow;
    addEventListener('load', follow, { once: true });
  }

  async load(parameters) {
    const address = this.address();
    const all = { lang: this.closest('[lang]')?.lang, ...parameters };
    for (const [name, value] of Object.entries(all)) if (value) address.searchParams.set(name, value);
    const answer = await fetch(address, { credentials: 'omit' });
    if (!answer.ok) throw new Error(answer.status === 404 ? `nothing is registered for ${address}` : `status ${answer.status}`);
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
