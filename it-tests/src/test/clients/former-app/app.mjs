/**
 * A small app as Passage's guides taught it: its own rows, correlated with Passage users; a name that is asked for at registration.
 * Given by the environment: PASSAGE_APP_ID, PASSAGE_API_KEY, PORT; optionally CONTENT_SECURITY_POLICY.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import Passage from '@passageidentity/passage-node';

const { PASSAGE_APP_ID, PASSAGE_API_KEY, PORT, CONTENT_SECURITY_POLICY } = process.env;
const BODY_LIMIT = 10_000;

const passage = new Passage({ appID: PASSAGE_APP_ID, apiKey: PASSAGE_API_KEY });
/** Names of the app's users, by Passage id. */
const names = new Map();

const routes = {
  'GET /login': (_, response) => page(response, 'login.html'),
  'GET /register': (_, response) => page(response, 'register.html'),
  'GET /login.js': (_, response) => script(response, 'login.js'),
  'GET /register.js': (_, response) => script(response, 'register.js'),
  'GET /dashboard': dashboard,
  'POST /user': createUser,
};

createServer(async (request, response) => {
  const route = routes[`${request.method} ${new URL(request.url, 'http://localhost').pathname}`];
  try {
    await (route ?? notFound)(request, response);
  } catch (failure) {
    console.error(failure);
    send(response, 500, 'text/plain', 'Something went wrong.');
  }
}).listen(Number(PORT), 'localhost', () => console.log('ready'));

/** The id of the Passage user, or undefined after a refusal was sent. */
async function authenticated(request, response) {
  try {
    return await passage.authenticateRequest(request);
  } catch {
    send(response, 401, 'text/html', '<h1>Unauthorized</h1><p><a href="/login">Sign in</a></p>');
  }
}

async function dashboard(request, response) {
  const id = await authenticated(request, response);
  if (id) {
    const { email } = await passage.user.get(id);
    const name = escaped(names.get(id) ?? 'stranger');
    send(response, 200, 'text/html', `<h1>Welcome ${name}!</h1><p>Your email is: ${escaped(email)}</p>`);
  }
}

async function createUser(request, response) {
  const id = await authenticated(request, response);
  if (id) {
    const { name } = await json(request);
    if (!names.has(id)) {
      names.set(id, String(name ?? '').trim().slice(0, 100));
    }
    send(response, 200, 'application/json', JSON.stringify({ name: names.get(id) }));
  }
}

async function json(request) {
  let body = '';
  for await (const part of request) {
    body += part;
    if (body.length > BODY_LIMIT) {
      throw new Error('The body is too long.');
    }
  }
  return JSON.parse(body || '{}');
}

async function page(response, name) {
  const html = await readFile(new URL(name, import.meta.url), 'utf8');
  send(response, 200, 'text/html', html.replaceAll('PASSAGE_APP_ID', PASSAGE_APP_ID));
}

async function script(response, name) {
  send(response, 200, 'text/javascript', await readFile(new URL(name, import.meta.url)));
}

function notFound(_, response) {
  send(response, 404, 'text/plain', 'There is no such page.');
}

function send(response, status, type, body) {
  const policy = CONTENT_SECURITY_POLICY ? { 'Content-Security-Policy': CONTENT_SECURITY_POLICY } : {};
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, ...policy });
  response.end(body);
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
