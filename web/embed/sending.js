// Sends JSON to the API; the answer is { status, body }, with status 0 when nothing came back.
export async function send(address, content, token) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(content),
    });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return { status: 0, body: {} };
  }
}

export function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

// A part that the server laid ready in the thread.
export function part(section, name) {
  return section.parentElement.querySelector(`template[data-part=${name}]`).content.firstElementChild.cloneNode(true);
}
