import { describe, expect, it } from 'vitest';
import { checkRequest, type RequestFacts } from '../../../src/workbench/server/checkRequest.ts';
import { openSession, sameSecret } from '../../../src/workbench/server/session.ts';

const PORT = 4817;
const session = openSession(PORT);
const cookie = `other=1; ${session.cookieName}=${session.cookie}`;
const own: RequestFacts = {
  method: 'GET',
  path: '/api/workspace',
  host: `127.0.0.1:${PORT}`,
  origin: undefined,
  site: 'same-origin',
  mode: 'cors',
  cookie,
  token: null,
};
const check = (facts: Partial<RequestFacts>) => checkRequest({ ...own, ...facts }, PORT, session);

describe('requests of the page itself', () => {
  it.each<[string, Partial<RequestFacts>]>([
    ['with the cookie', {}],
    ['under the other name of this machine', { host: `localhost:${PORT}` }],
    ['that write', { method: 'PUT', origin: `http://127.0.0.1:${PORT}` }],
    ['of a program that is no browser', { site: undefined, mode: undefined }],
    ['of a person who types the address', { site: 'none', mode: 'navigate', path: '/' }],
  ])('%s are answered', (_, facts) => expect(check(facts).kind).toBe('allowed'));
});

describe('the key of a start', () => {
  const visit: Partial<RequestFacts> = { path: '/', site: 'none', mode: 'navigate', cookie: undefined };

  it('is turned into a cookie that scripts and other sites cannot use', () => {
    const verdict = check({ ...visit, token: session.token });
    expect(verdict.kind).toBe('welcome');
    expect(verdict).toHaveProperty('cookie', expect.stringContaining('; HttpOnly; SameSite=Strict'));
    expect(verdict).toHaveProperty('cookie', expect.not.stringContaining(session.token));
  });

  it.each<[string, Partial<RequestFacts>]>([
    ['none', {}],
    ['a wrong one', { token: `${session.token}x` }],
    ['the cookie as the key', { token: session.cookie }],
    ['the key anywhere but at the door', { token: session.token, path: '/api/workspace' }],
    ['an empty one', { token: '' }],
  ])('%s opens nothing', (_, facts) => {
    expect(check({ ...visit, ...facts })).toMatchObject({ kind: 'refused', status: 401 });
  });

  it.each<[string, string | undefined]>([
    ['without a cookie', undefined],
    ['with the cookie of another start', `${session.cookieName}=${openSession(PORT).cookie}`],
    ['with the cookie of another port', `tacit-4818=${session.cookie}`],
    ['with an empty cookie', `${session.cookieName}=`],
  ])('%s nothing is answered', (_, held) => {
    expect(check({ cookie: held })).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('is another one at every start, of 256 bits', () => {
    expect(new Set(Array.from({ length: 50 }, () => openSession(PORT).token)).size).toBe(50);
    expect(Buffer.from(session.token, 'base64url')).toHaveLength(32);
    expect([sameSecret('a', 'a'), sameSecret('a', 'ab'), sameSecret('', 'a')]).toEqual([true, false, false]);
  });
});

describe('requests that other pages make are refused even with the cookie', () => {
  it.each<[string, Partial<RequestFacts>]>([
    ['a name that was pointed at this machine', { host: `evil.example:${PORT}` }],
    [
      'such a name, as the browser sends it: of the same site',
      { host: `evil.example:${PORT}`, site: 'same-origin' },
    ],
    ['another port', { host: '127.0.0.1:4818' }],
    ['no port', { host: '127.0.0.1' }],
    ['a name that begins alike', { host: `127.0.0.1:${PORT}.evil.example` }],
    ['another name of the loopback', { host: `[::1]:${PORT}` }],
    ['no host at all', { host: undefined }],
    ['another origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['the origin of another port', { origin: 'http://127.0.0.1:4818' }],
    ['the other name of this machine', { origin: `http://localhost:${PORT}` }],
    ['a secure origin of the same name', { origin: `https://127.0.0.1:${PORT}` }],
    ['another site', { site: 'cross-site', mode: 'no-cors' }],
    ['another port of the same site', { site: 'same-site', mode: 'cors' }],
    ['a link on another site', { site: 'cross-site', mode: 'navigate', path: '/' }],
    ['a form that a person sent off', { site: 'none', mode: 'navigate', method: 'POST' }],
    ['no page: none, and no visit', { site: 'none', mode: 'no-cors' }],
  ])('%s', (_, facts) => expect(check(facts)).toMatchObject({ kind: 'refused', status: 403 }));

  it('even with the key in the address', () => {
    const verdict = check({ path: '/', site: 'cross-site', mode: 'navigate', token: session.token });
    expect(verdict).toMatchObject({ kind: 'refused', status: 403 });
  });
});
