import { Words } from './words.js';

// Follows a thread while its page is in sight, and says how much is new. What one is reading stays where it is.
export class Live {
  // show: puts the newest comments in place of the list, and settles.
  constructor(section, events, show) {
    this.section = section;
    this.show = show;
    this.words = new Words(section);
    this.shown = Number(section.dataset.count);
    this.arrived = new Set();
    this.events = events;
    this.toggle = () => (document.visibilityState === 'visible' ? this.open() : this.close());
    document.addEventListener('visibilitychange', this.toggle);
    this.toggle();
  }

  // A connection for every tab in the background would use up those the browser has for one server.
  open() {
    if (this.source || !globalThis.EventSource) return;
    this.source = new EventSource(this.events);
    this.source.addEventListener('comment', event => this.arrived.add(JSON.parse(event.data).id));
    this.source.addEventListener('removed', event => this.remove(JSON.parse(event.data).id));
    this.source.addEventListener('count', event => this.count(JSON.parse(event.data).count));
  }

  close() {
    this.source?.close();
    this.source = null;
  }

  stop() {
    this.close();
    document.removeEventListener('visibilitychange', this.toggle);
  }

  remove(id) {
    if (!this.arrived.delete(id)) this.shown--;
    const item = this.section.querySelector(`[id="comment-${id}"]`);
    const text = item?.querySelector(':scope > .text');
    if (!text) return;
    const gone = document.createElement('p');
    gone.className = 'gone';
    gone.textContent = this.words.say('thread.removed');
    item.querySelector(':scope > .head').remove();
    item.querySelector(':scope > .acts').remove();
    text.replaceWith(gone);
  }

  count(count) {
    this.section.querySelector('h2 .number').textContent = count > 0 ? this.words.number(count) : '';
    this.announce(count - this.shown);
  }

  announce(news) {
    const place = this.section.querySelector('.fresh');
    if (news <= 0) {
      place.replaceChildren();
      return;
    }
    const button = place.firstElementChild ?? place.appendChild(document.createElement('button'));
    button.type = 'button';
    button.textContent = this.words.count('thread.newComments', news);
    button.onclick = async () => {
      button.disabled = true;
      const isShown = await this.show().then(() => true, () => false);
      button.disabled = false;
      const first = this.section.querySelector('.comments > li');
      if (!isShown || !first) return;
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
      first.scrollIntoView({ block: 'start' });
    };
  }

  // What is shown now is the thread as it is.
  settle(count) {
    this.shown = count;
    this.arrived.clear();
    this.count(count);
  }
}
