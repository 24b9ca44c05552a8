const form = document.getElementById('theme');

/** Shows the page in another theme, without loading it anew: nothing that was typed is lost. */
function show({ value, dataset }) {
  document.documentElement.dataset.theme = value;
  document.getElementById('dark').media = dataset.media;
  document.querySelector('meta[name=color-scheme]').content = dataset.scheme;
  document.querySelector('meta[name=theme-color][media]').media = dataset.media;
  for (const element of document.querySelectorAll('.element')) element.setAttribute('theme', dataset.element);
  for (const choice of form.elements.theme) choice.setAttribute('aria-pressed', choice.value === value);
}

form.addEventListener('submit', async (event) => {
  const { submitter } = event;
  event.preventDefault();
  event.stopPropagation();
  show(submitter);
  try {
    await fetch(form.action, { method: 'POST', body: new URLSearchParams({ theme: submitter.value }), redirect: 'manual' });
  } catch {
    // The page has the look that was asked for; the next one will not
  }
});
