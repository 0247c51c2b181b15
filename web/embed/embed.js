import { FragmentElement, base } from './fragment.js';
import { Thread } from './thread.js';

// <diwan-comments article="id"> or <diwan-comments url="address">; without either the page's canonical address.
class DiwanComments extends FragmentElement {
  static observedAttributes = ['article', 'url', 'lang', 'token'];

  #token;

  // Who reads, as the publisher signed: a JWT, also as the attribute; null for a guest.
  get token() {
    return this.#token ?? this.getAttribute('token');
  }

  set token(token) {
    this.#token = token;
    this.thread?.form?.sign(this.token);
  }

  connectedCallback() {
    // Set by the page before this script came.
    if (Object.hasOwn(this, 'token')) {
      this.#token = this.token;
      delete this.token;
    }
    // A half-parsed page may not have all of what the publisher's server put inside.
    if (document.readyState !== 'loading' || this.nextSibling) this.start();
    else document.addEventListener('DOMContentLoaded', () => this.start(), { once: true });
  }

  disconnectedCallback() {
    this.thread?.stop();
    this.thread = null;
  }

  attributeChangedCallback(name) {
    if (name === 'token') this.thread?.form?.sign(this.token);
    else if (this.thread) this.start();
  }

  start() {
    return this.begin({ comment: /^#comment-(\w+)$/.exec(location.hash)?.[1] });
  }

  put(fragment) {
    super.put(fragment);
    this.thread?.stop();
    this.thread = new Thread(fragment.querySelector('section'), base, parameters => this.load(parameters));
    this.thread.form?.sign(this.token);
  }

  address() {
    const article = this.getAttribute('article');
    if (article) return new URL(`embed/${encodeURIComponent(article)}`, base);
    const address = new URL('embed', base);
    const page = document.querySelector('link[rel=canonical]')?.href ?? location.origin + location.pathname;
    address.searchParams.set('url', this.getAttribute('url') ?? page);
    return address;
  }
}

// <diwan-latest limit="5">: the newest comments of the site.
class DiwanLatest extends FragmentElement {
  connectedCallback() {
    this.begin({ limit: this.getAttribute('limit') });
  }

  address() {
    return new URL('embed/latest', base);
  }
}

customElements.define('diwan-comments', DiwanComments);
customElements.define('diwan-latest', DiwanLatest);
