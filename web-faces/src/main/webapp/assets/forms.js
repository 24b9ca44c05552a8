const LONGEST_WAIT = 15_000;

/**
 * What became of a form: it was taken and leads on, the server answered with a page, or nobody knows.
 * @typedef {{kind: 'taken', address: string} | {kind: 'page', status: number, html: string} | {kind: 'unanswered'}} Outcome
 */

/**
 * Sends a form without leaving the page, so that what was typed outlives a network or a server that fails for a moment. It is sent once: nobody
 * knows what it does when it is repeated.
 * @param {string} address
 * @param {URLSearchParams} fields
 * @param {{fetch?: typeof fetch}} [with_]
 * @returns {Promise<Outcome>} never rejects
 */
export async function sendForm(address, fields, { fetch = globalThis.fetch } = {}) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'text/html' },
      body: fields,
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    if (answer.redirected) return { kind: 'taken', address: answer.url };
    const isPage = answer.headers.get('Content-Type')?.startsWith('text/html');
    return isPage ? { kind: 'page', status: answer.status, html: await answer.text() } : { kind: 'unanswered' };
  } catch {
    return { kind: 'unanswered' };
  }
}

/**
 * Sends every form of the page that is submitted by {@link sendForm}, and shows what came of it: the page that follows, the page again with the
 * reason of a refusal, or the notice {@code data-unanswered} of the page's {@code [data-forms]} beside all that was typed.
 */
export function takeOverForms() {
  addEventListener('submit', async (event) => {
    const form = event.target;
    if (form.method !== 'post' || !form.closest('[data-forms]')) return;
    event.preventDefault();
    if (form.ariaBusy === 'true') return; // a second click
    const { submitter } = event;
    const fields = new URLSearchParams(new FormData(form, submitter));
    form.ariaBusy = 'true';
    form.querySelector('.form-unanswered')?.remove();
    show(await sendForm(form.action, fields), form, submitter);
  });
  // A page that comes back from the browser's memory may be used again
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) for (const form of document.forms) form.ariaBusy = 'false';
  });
}

/**
 * @param {Outcome} outcome
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
function show(outcome, form, submitter) {
  if (outcome.kind === 'taken') {
    goTo(outcome.address, form.closest('section')?.id);
    return;
  }
  const page = outcome.kind === 'page' && new DOMParser().parseFromString(outcome.html, 'text/html');
  const section = form.closest('section');
  const reason = page && page.getElementById(section.id)?.querySelector('[role="alert"]:not([hidden])');
  if (reason) {
    document.title = page.title;
    document.querySelector('main').replaceChildren(...page.querySelector('main').childNodes);
    reason.tabIndex = -1;
    reason.focus();
  } else if (outcome.kind === 'page' && outcome.status < 500) {
    location.reload(); // signed out, most likely
  } else {
    form.ariaBusy = 'false';
    const notice = document.createElement('p');
    notice.className = 'notice notice-problem form-unanswered';
    notice.role = 'alert';
    notice.textContent = form.closest('[data-forms]').dataset.unanswered;
    form.append(notice);
    submitter?.focus();
  }
}

/** An address that differs from this one by its fragment only would not be loaded. */
function goTo(address, fragment) {
  const next = new URL(address);
  const isHere = next.pathname + next.search === location.pathname + location.search;
  if (next.pathname === location.pathname && fragment) next.hash = fragment;
  location.assign(next);
  if (isHere) location.reload();
}
