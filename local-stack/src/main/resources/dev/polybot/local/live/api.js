// What the page asks and does, and how it says what came of it.
let timer;

export async function ask(path, options) {
  const answer = await fetch(`api/${path}`, options);
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(told.description ?? `Answered ${answer.status}.`), { status: answer.status });
  }
  return answer.json();
}

export function toast(text) {
  const place = document.getElementById('toast');
  place.textContent = text;
  place.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => { place.hidden = true; }, 6000);
}

export async function act(path, told) {
  try {
    await ask(path, { method: 'POST' });
    toast(told);
  } catch (error) {
    toast(error.message);
  }
}
