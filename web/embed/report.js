import { element, part, send } from './sending.js';

// Opens the form of a report under a comment, or closes it.
export function toggleReport(link, item, section, words, base) {
  const open = section.querySelector('.reporting');
  const isHere = open?.parentElement === item && open.matches('form');
  open?.remove();
  if (isHere) return;

  const form = part(section, 'report');
  form.classList.add('reporting');
  const close = () => {
    form.remove();
    link.focus();
  };
  const cancel = element('button', 'button', words.say('desk.cancel'));
  cancel.type = 'button';
  cancel.addEventListener('click', close);
  form.querySelector('[type=submit]').after(cancel);
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') close();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const address = new URL(`api/v1/comments/${item.id.slice('comment-'.length)}/reports`, base);
    const content = { guideline: form.elements.guideline.value, note: form.elements.note.value };
    const { status } = await send(address, content);
    const key = { 200: 'report.already', 202: 'report.thanks', 429: 'refusal.rate_limited' }[status] ?? 'form.notSent';
    const said = element('p', 'note reporting', words.say(key));
    said.tabIndex = -1;
    form.replaceWith(said);
    said.focus();
  });
  item.querySelector(':scope > .acts').after(form);
  form.querySelector('input').focus();
}
