// Keys for the desk. Every act is a form on the page; a key presses its button, so nothing works with keys alone.
const reject = document.querySelector('details[data-act="reject"]');
const help = document.querySelector('details[data-act="help"]');
const card = document.querySelector('article.card');

const press = (selector) => document.querySelector(selector)?.click();
const go = (address) => { if (address) location.assign(address); };

const acts = {
  a: () => press('form[data-act="approve"] button:not(:disabled)'),
  d: () => openReject(),
  u: () => press('form[data-act="undo"] button'),
  j: () => go(card?.dataset.next),
  k: () => go(card?.dataset.previous),
  '?': () => { if (help) help.open = !help.open; },
};

function openReject() {
  if (!reject) return;
  markSelection();
  reject.open = true;
  reject.querySelector('.guideline')?.focus();
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea')) return;
  if (event.key === 'Escape') {
    if (reject) reject.open = false;
    if (help) help.open = false;
    return;
  }
  // After d the guideline's own key cites it; keyboards of the Arabic script give other letters, so the place of the key counts too.
  const letter = keyOf(event);
  const guideline = reject?.open && reject.querySelector(`.guideline[data-key="${CSS.escape(letter)}"]`);
  if (guideline) {
    event.preventDefault();
    guideline.click();
  } else if (acts[letter]) {
    event.preventDefault();
    acts[letter]();
  }
});

function keyOf(event) {
  if (event.key === '?' || event.key === '؟') return '?';
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(event.code);
  return place ? (place[1] ?? place[2]).toLowerCase() : event.key;
}

// What the moderator has selected in the comment becomes the words that the rejection rests on.
function markSelection() {
  const text = document.querySelector('[data-comment]');
  const field = reject.querySelector('input[name="spans"]');
  const selection = getSelection();
  if (!text || !field || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
  const chosen = selection.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(chosen.startContainer, chosen.startOffset);
  const start = before.toString().length;
  field.value = `${start}-${start + chosen.toString().length}`;
}

reject?.addEventListener('toggle', () => { if (reject.open) markSelection(); });
