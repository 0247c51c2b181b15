import { recall, remember } from './memory.js';
import { element, part, send } from './sending.js';

// The address is asked for where mail is sent.
const known = ['author', 'text', 'email'];

// For showing alone: whether it is true is for the server to find out.
function nameIn(token) {
  try {
    const bytes = atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, byte => byte.charCodeAt(0)))).name;
  } catch {
    return null;
  }
}

// The form of a thread: sends without leaving the page, moves under the comment that is answered, and forgets nothing on the way.
export class CommentForm {
  constructor(form, section, words, base) {
    Object.assign(this, { form, section, words, base });
    this.heading = form.querySelector('h3');
    this.button = form.querySelector('button[type=submit]');
    this.home = document.createComment('');
    form.before(this.home);
    this.fields = known.filter(name => this.field(name));
    this.memory = `diwan ${base.pathname} ${section.dataset.article}`;
    const draft = recall(this.memory);
    for (const name of this.fields) this.field(name).value ||= draft[name] ?? '';
    form.addEventListener('input', () => this.keep());
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.send();
    });
  }

  field(name) {
    return this.form.elements.namedItem(name);
  }

  keep() {
    const draft = this.content();
    if (this.token) delete draft.author;
    remember(this.memory, { ...recall(this.memory), ...draft });
  }

  content() {
    return Object.fromEntries(this.fields.map(name => [name, this.field(name).value]));
  }

  // Whom the publisher signed in writes under the name in the token.
  sign(token) {
    this.token = token;
    const author = this.field('author');
    const name = token && nameIn(token);
    if (name) author.value = name;
    else if (author.readOnly) author.value = recall(this.memory).author ?? '';
    author.readOnly = !!name;
    const note = this.section.querySelector('.sign-in');
    if (note) this.form.hidden = !(note.hidden = !!token);
  }

  // Goes under a comment to answer it.
  answer(item) {
    if (this.form.hidden) {
      const note = this.section.querySelector('.sign-in');
      note.tabIndex = -1;
      note.focus();
      return;
    }
    this.parent = item;
    const acts = item.querySelector(':scope > .acts');
    acts.after(this.form);
    const name = item.querySelector('.author').textContent;
    this.heading.textContent = this.words.say('form.headingReply', { name });
    this.cancel ??= this.makeCancel();
    this.button.after(this.cancel);
    this.clear();
    (this.field('author').value ? this.field('text') : this.field('author')).focus();
  }

  makeCancel() {
    const button = element('button', 'button', this.words.say('form.cancelReply'));
    button.type = 'button';
    button.addEventListener('click', () => {
      const link = this.parent.querySelector(':scope > .acts .reply');
      this.goHome();
      link.focus();
    });
    return button;
  }

  goHome() {
    this.parent = null;
    this.heading.textContent = this.words.say('form.heading');
    this.cancel?.remove();
    this.home.after(this.form);
    this.clear();
  }

  async send() {
    if (this.button.disabled) return;
    const content = this.content();
    content.parentId = this.parent?.id.slice('comment-'.length);
    // Sent again after a failure it is the same submission; with another word in it, another one.
    const fingerprint = JSON.stringify(content);
    if (this.fingerprint !== fingerprint) {
      this.fingerprint = fingerprint;
      this.key = Array.from(crypto.getRandomValues(new Uint8Array(24)), byte => byte.toString(16).padStart(2, '0')).join('');
    }

    this.button.disabled = true;
    this.button.textContent = this.words.say('form.sending');
    const address = new URL(`api/v1/articles/${this.section.dataset.article}/comments`, this.base);
    const { status, body } = await send(address, { ...content, idempotencyKey: this.key }, this.token);
    this.button.disabled = false;
    this.button.textContent = this.words.say('form.submit');
    this.clear();
    if (status === 202) this.receive(body, content.text);
    else this.refuse(status, body);
  }

  receive(body, text) {
    const notice = part(this.section, 'received');
    const link = notice.querySelector('a');
    link.href = new URL(body.receiptUrl.slice(1), this.base);
    notice.querySelector('blockquote').textContent = text;
    const copy = notice.querySelector('button');
    if (!navigator.clipboard) copy.remove();
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(link.href);
      copy.textContent = copy.dataset.done;
    });
    // A reply's notice stays where the reply was written; another stands above the form, which is for the next one.
    (this.parent ? this.form : this.home).before(notice);
    this.field('text').value = '';
    this.keep();
    this.goHome();
    notice.focus();
  }

  refuse(status, body) {
    const said = (body.errors ?? []).map(({ field, code, limit }) => ({ field, text: this.refusal(code, limit) }));
    const general = said.filter(({ field }) => !this.fields.includes(field)).map(({ text }) => text);
    if (said.length === 0) general.push(this.words.say(status === 429 ? 'refusal.rate_limited' : 'form.notSent'));
    const box = element('div', 'refused', '');
    box.tabIndex = -1;
    box.setAttribute('role', 'alert');
    box.append(element('h4', '', this.words.say('refusal.heading')), ...general.map(text => element('p', '', text)));
    this.heading.after(box);
    for (const { field, text } of said.filter(({ field }) => this.fields.includes(field))) {
      const input = this.field(field);
      const error = element('p', 'error', text);
      error.id = `${input.id}-error`;
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', `${error.id} ${input.id}-hint`);
      input.parentElement.append(error);
    }
    (this.form.querySelector('[aria-invalid]') ?? box).focus();
  }

  refusal(code, limit) {
    const key = `refusal.${code}`;
    return key in this.words.texts ? this.words.say(key, { max: this.words.number(limit) }) : this.words.say('form.notSent');
  }

  clear() {
    for (const old of this.form.querySelectorAll('.refused, .error')) old.remove();
    for (const name of this.fields) {
      const input = this.field(name);
      input.removeAttribute('aria-invalid');
      input.setAttribute('aria-describedby', `${input.id}-hint`);
    }
  }
}
