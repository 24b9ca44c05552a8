/**
 * For servers that keep the published passage-node: node --import ./hosts.mjs app.mjs
 *
 * Its hosts are built in. This sends what it asks of them, by node:https or by fetch, to the server that the environment names by
 * PASSAGE_AUTH_URL and PASSAGE_API_URL. The package stays as it is.
 */
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { urlToHttpOptions } from 'node:url';

const BASES = {
  'auth.passage.id': process.env.PASSAGE_AUTH_URL,
  'api.passage.id': process.env.PASSAGE_API_URL,
};

/** Where a path of a former host is now; undefined for other hosts. */
const moved = (hostname, path) => BASES[hostname] && new URL(BASES[hostname] + path.slice('/v1'.length));

for (const name of ['get', 'request']) {
  const ask = https[name];
  https[name] = (address, ...rest) => {
    const isAddress = typeof address === 'string' || address instanceof URL;
    const asked = isAddress ? urlToHttpOptions(new URL(address)) : address;
    const target = moved(asked.hostname, asked.path);
    if (!target) {
      return ask(address, ...rest);
    }
    const options = rest.find((part) => typeof part === 'object');
    const callback = rest.find((part) => typeof part === 'function');
    const there = { ...asked, ...options, host: undefined, agent: undefined, ...urlToHttpOptions(target) };
    return target.protocol === 'http:' ? http[name](there, callback) : ask(there, callback);
  };
}
syncBuiltinESMExports();

const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const asked = input instanceof Request ? undefined : new URL(input);
  return fetch((asked && moved(asked.hostname, asked.pathname + asked.search)) ?? input, init);
};
