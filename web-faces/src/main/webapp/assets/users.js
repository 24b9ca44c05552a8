// The table keeps its state in the page's address: whoever comes back from a user's page finds it as it was
const form = document.getElementById('list');
const filters = { name: 'list:users:name:filter', passageId: 'list:users:passageId:filter' };

function address() {
  const state = new URLSearchParams();
  for (const [parameter, field] of Object.entries(filters)) {
    const typed = form.elements[field]?.value.trim();
    if (typed) state.set(parameter, typed);
  }
  const sort = form.elements.sort?.value;
  if (sort && sort !== 'created-desc') state.set('sort', sort);
  const { page, rows } = PF('users').getPaginator().cfg;
  if (page > 0) state.set('first', page * rows);
  return state.size > 0 ? `${location.pathname}?${state}` : location.pathname;
}

$(document).on('pfAjaxComplete', () => queueMicrotask(() => history.replaceState(null, '', address())));
