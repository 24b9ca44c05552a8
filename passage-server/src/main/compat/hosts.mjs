/**
 * For servers that keep the published passage-node: node --import ./hosts.mjs app.mjs
 *
 * Its hosts are built in. This sends what it asks of them, by node:https or by fetch, to the server that the environment names by
 * PASSAGE_AUTH_URL and PASSAGE_API_URL. Without either nothing starts, as the API key would go to the former hosts. The package stays as it
 * is.
 */
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { urlToHttpOptions } from 'node:url';

const BASES = new Map([
  ['auth.passage.id', baseOf('PASSAGE_AUTH_URL')],
  ['api.passage.id', baseOf('PASSAGE_API_URL')],
]);

function baseOf(setting) {
  const base = process.env[setting];
  if (!URL.canParse(base)) {
    throw new Error(`${setting} must be an address of passage-server, such as https://login.example/passage/…/v1, and is "${base ?? ''}"`);
  }
  return base.replace(/\/$/, '');
}

/** Where a path of a former host is now; undefined for other hosts. */
const moved = (hostname, path) => BASES.has(hostname) && new URL(BASES.get(hostname) + path.slice('/v1'.length));

for (const name of ['get', 'request']) {
  const ask = https[name];
  https[name] = (address, ...rest) => {
    const isAddress = typeof address === 'string' || address instanceof URL;
    const asked = isAddress ? urlToHttpOptions(new URL(address)) : address;
    const target = moved(asked.hostname ?? asked.host, asked.path);
    if (!target) {
      return ask(address, ...rest);
    }
    const options = rest.find((part) => typeof part === 'object');
    const callback = rest.find((part) => typeof part === 'function');
    const there = { ...asked, ...options, host: undefined, port: undefined, agent: undefined, ...urlToHttpOptions(target) };
    return target.protocol === 'http:' ? http[name](there, callback) : ask(there, callback);
  };
}
syncBuiltinESMExports();

const { fetch } = globalThis;
globalThis.fetch = async (input, init) => {
  const isRequest = input instanceof Request;
  const asked = new URL(isRequest ? input.url : input);
  const target = moved(asked.hostname, asked.pathname + asked.search);
  if (!target) {
    return fetch(input, init);
  }
  return fetch(isRequest ? new Request(target, input) : target, init);
};
