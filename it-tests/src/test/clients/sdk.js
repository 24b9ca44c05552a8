import { Passage } from '@passageidentity/passage-js';

/** The published SDK, for the test to call. A failure becomes its status. Its undocumented option adds a header of the page's own to each call. */
const passage = new Passage(new URLSearchParams(location.search).get('app'), {
  extraHeaders: { 'X-Page': 'shop' },
});

window.call = async (path, ...args) => {
  const [group, name] = path.split('.');
  try {
    return (await passage[group][name](...args)) ?? null;
  } catch (failure) {
    return { failed: failure.statusCode ?? String(failure), message: failure.message };
  }
};
window.ready = true;
