import '@passageidentity/passage-elements/passage-auth';
import '@passageidentity/passage-elements/passage-passkey-table';
import '@passageidentity/passage-elements/passage-profile';

/** Shows the element that the address names, and remembers what it calls back. */
const query = new URLSearchParams(location.search);
const element = document.createElement(query.get('element') ?? 'passage-auth');
element.setAttribute('app-id', query.get('app') ?? sessionStorage.getItem('app'));
sessionStorage.setItem('app', element.getAttribute('app-id'));
element.onSuccess = (result) => {
  window.result = result;
  document.title = 'signed in';
};
document.body.append(element);
