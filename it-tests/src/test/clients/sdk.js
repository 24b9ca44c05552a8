import { Passage } from '@passageidentity/passage-js';

/** The published SDK, for the test to call. A failure becomes its status. */
const passage = new Passage(new URLSearchParams(location.search).get('app'));

window.call = async (path, ...args) => {
  const [group, name] = path.split('.');
  try {
    return (await passage[group][name](...args)) ?? null;
  } catch (failure) {
    return { failed: failure.statusCode ?? String(failure), message: failure.message };
  }
};
window.ready = true;
