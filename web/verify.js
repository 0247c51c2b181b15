// Checks a receipt file in the browser: HMAC of the record, inclusion proof (RFC 9162), signature of the checkpoint (C2SP signed-note).
// Nothing is sent anywhere.
const form = document.getElementById('verify');
const outcome = document.getElementById('outcome');
const utf8 = new TextEncoder();

const bytes = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
const join = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]));
const same = (a, b) => a.length === b.length && a.every((byte, place) => byte === b[place]);
const sha256 = async data => new Uint8Array(await crypto.subtle.digest('SHA-256', data));
const node = (left, right) => sha256(join([1], left, right));

// The fields of a record: netstrings.
function fieldsOf(record) {
  const fields = [];
  for (let place = 0; place < record.length;) {
    const colon = record.indexOf(58, place);
    const length = Number(new TextDecoder().decode(record.slice(place, colon)));
    fields.push(new TextDecoder().decode(record.slice(colon + 1, colon + 1 + length)));
    place = colon + length + 2;
  }
  return fields;
}

async function leafOf(receipt, record) {
  const key = await crypto.subtle.importKey('raw', bytes(receipt.key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const digits = String(receipt.index);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, join(utf8.encode(`${digits.length}:${digits},`), record)));
}

// RFC 9162, 2.1.3.2. Sizes stay far below 2^53.
async function rootOf(leaf, index, size, path) {
  let [place, last, hash] = [index, size - 1, await sha256(join([0], leaf))];
  for (const step of path.map(bytes)) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = await node(step, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
    } else {
      hash = await node(hash, step);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

// true, false, or null when this browser does not know Ed25519.
async function isSigned(note, keys) {
  const end = note.indexOf('\n\n');
  const text = utf8.encode(note.slice(0, end + 1));
  for (const line of note.slice(end + 2).split('\n').filter(Boolean)) {
    const signature = bytes(line.split(' ')[2]);
    for (const key of keys.map(each => bytes(each.slice(each.indexOf('+', each.indexOf('+') + 1) + 1)))) {
      try {
        const imported = await crypto.subtle.importKey('raw', key.slice(1), { name: 'Ed25519' }, false, ['verify']);
        if (await crypto.subtle.verify('Ed25519', imported, signature.slice(4), text)) return true;
      } catch (error) {
        if (error.name === 'NotSupportedError') return null;
      }
    }
  }
  return false;
}

async function check(receipt) {
  const record = bytes(receipt.record);
  const fields = fieldsOf(record);
  const [, size, root] = receipt.checkpoint.split('\n');
  const computed = await rootOf(await leafOf(receipt, record), receipt.index, Number(size), receipt.path);
  if (![7, 8].includes(fields.length) || fields[0] !== 'submission' || !computed || !same(computed, bytes(root))) return { verdict: 'wrong' };
  const signed = await isSigned(receipt.checkpoint, receipt.keys);
  return { verdict: signed === null ? 'unchecked' : signed ? 'good' : 'unsigned', fields, size };
}

function say(key) {
  const line = document.createElement('p');
  line.className = `verdict ${key}`;
  line.textContent = form.dataset[key];
  outcome.append(line);
}

form.hidden = false;
form.addEventListener('submit', async event => {
  event.preventDefault();
  outcome.replaceChildren();
  try {
    const receipt = JSON.parse(await document.getElementById('file').files[0].text());
    if (receipt.format !== 'diwan-receipt/1') throw new TypeError('format');
    const { verdict, fields, size } = await check(receipt);
    say(verdict);
    if (!fields) return;
    const shown = document.getElementById('shown').content.cloneNode(true);
    const values = { author: fields[5], text: fields[6], at: fields[4], place: `${receipt.index + 1} / ${size}` };
    for (const place of shown.querySelectorAll('[data-field]')) place.textContent = values[place.dataset.field];
    outcome.append(shown);
    const published = document.getElementById('published').value;
    if (published) say(published.replace(/\r\n?/g, '\n').trim() === fields[6].replace(/\r\n?/g, '\n').trim() ? 'same' : 'differs');
  } catch {
    say('nofile');
  }
});
