import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../../src/calendar/index.ts';
import { fetchAcled, fetchGdelt, ucdpFile } from '../../../src/store/index.ts';
import { gdeltFiles } from '../../../src/store/fetch/gdeltFiles.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { localServer } from './localServer.ts';

const persistence = { attempts: 2, pauseMs: 1 };
const zip = (name: string) => Buffer.from(`PK\x03\x04${name}`);
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');

it.each([
  ['25.1', 'https://ucdp.uu.se/downloads/ged/ged251-csv.zip'],
  ['19.1', 'https://ucdp.uu.se/downloads/ged/ged191-csv.zip'],
  ['26.0.3', 'https://ucdp.uu.se/downloads/candidateged/GEDEvent_v26_0_3.csv'],
  ['26.01.26.03', 'https://ucdp.uu.se/downloads/candidateged/GEDEvent_v26_01_26_03.csv'],
  ['../../x', undefined],
  ['25', undefined],
  ['25.1.', undefined],
])('release %s of UCDP lies at %s', (version, address) => {
  expect(ucdpFile(version)?.address.href).toBe(address);
});

describe('GDELT', () => {
  const names = [
    '2004.zip',
    '2005.zip',
    '201302.zip',
    '201303.zip',
    '20130401.export.CSV.zip',
    '20130403.export.CSV.zip',
  ];
  const sums = [
    ...names.map((name) => `${md5(zip(name))}  ${name}`),
    `${'0'.repeat(32)}  GDELT.MASTERREDUCEDV2.1979-2013.zip`,
    `${'0'.repeat(32)}  ../evil.zip`,
    `${'0'.repeat(32)}  20131399.export.CSV.zip`,
  ].join('\n');
  const day = (year: number, month: number, dayOfMonth: number) => dayFromCivil(year, month, dayOfMonth);
  const answer: RequestListener = (request, response) => {
    const name = (request.url ?? '').split('/').at(-1) ?? '';
    if (name === 'md5sums') response.end(sums);
    else response.end(name === '20130401.export.CSV.zip' ? zip('changed') : zip(name));
  };

  it('offers the files that cover the days, and names the days without one', () => {
    const listing = gdeltFiles(sums, day(2005, 12, 30), day(2013, 4, 3));
    if (listing.kind === 'fault') throw new Error(listing.message);
    expect(listing.files.map(({ name }) => name)).toEqual(names.slice(1));
    expect(listing.absentDays[0]).toBe(day(2006, 1, 1));
    expect(listing.absentDays.slice(-2)).toEqual([day(2013, 1, 31), day(2013, 4, 2)]);
    expect(gdeltFiles('<html>', 0, 1)).toMatchObject({ kind: 'fault' });
  });

  it('is fetched file by file, each with its checksum; a wrong one is told and not kept', async () => {
    const { base } = await localServer(answer);
    const folder = temporaryFolder();
    const result = await fetchGdelt({
      ...{ base, folder, persistence, first: day(2013, 3, 30), last: day(2013, 4, 3) },
    });
    expect(result).toMatchObject({ kind: 'fetched', absentDays: [day(2013, 4, 2)] });
    expect(readdirSync(folder).sort()).toEqual(['201303.zip', '20130403.export.CSV.zip']);
    expect(result.kind === 'fetched' && result.faults.map(({ name }) => name)).toEqual([
      '20130401.export.CSV.zip',
    ]);
  });
});

describe('ACLED', () => {
  const SECRET = 'correct horse & battery';
  const row = (id: number) => `SYR${id},2024-01-0${id},"a note, with ""quotes""\nand a line"`;
  const header = 'event_id_cnty,event_date,notes';

  /** A server with these pages; the last is followed by a page without rows. */
  function acled(
    pages: readonly string[],
    changes: Readonly<Record<string, RequestListener>> = {},
  ): RequestListener {
    return (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
      const change = changes[pathname];
      if (change) return change(request, response);
      if (pathname === '/oauth/token') {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () => {
          const form = new URLSearchParams(body);
          const right = form.get('password') === SECRET && form.get('grant_type') === 'password';
          response
            .writeHead(right ? 200 : 401)
            .end(JSON.stringify({ access_token: 'tok3n', expires_in: 86400 }));
        });
        return;
      }
      if (request.headers.authorization !== 'Bearer tok3n') return response.writeHead(401).end();
      response.end(pages[Number(searchParams.get('page')) - 1] ?? header);
    };
  }
  async function get(answer: RequestListener, password = SECRET) {
    const server = await localServer(answer);
    const folder = temporaryFolder();
    const target = join(folder, 'acled.csv');
    const query = { from: '2024-01-01', to: '2024-01-31', countries: ['Syria', 'Iraq'] };
    const result = await fetchAcled({
      ...{ base: server.base, query, email: 'a@b.org', password, target, persistence, pageRows: 2 },
    });
    return { ...server, result, folder, target };
  }

  it('is fetched page by page into one table, up to a page without rows', async () => {
    const pages = [`${header}\n${row(1)}\n${row(2)}\n`, `${header}\n${row(3)}`, `${header}\n${row(4)}\n`];
    const { result, target, seen } = await get(acled(pages));
    expect(result).toMatchObject({ kind: 'fetched' });
    expect(readFileSync(target, 'utf8')).toBe(`${[header, row(1), row(2), row(3), row(4)].join('\n')}\n`);
    expect(seen.map(({ method, url }) => `${method} ${url?.replace(/\?.*page/, '?page')}`)).toEqual([
      'POST /oauth/token',
      ...[1, 2, 3, 4].map((page) => `GET /api/acled/read?page=${page}`),
    ]);
    const query = new URL(seen[1]?.url ?? '', 'http://x').searchParams;
    expect([query.get('event_date'), query.get('country'), query.get('limit')]).toEqual([
      '2024-01-01|2024-01-31',
      'Syria|Iraq',
      '2',
    ]);
    // The password is in no address and in no header.
    expect(JSON.stringify(seen)).not.toMatch(/horse|battery/);
  });

  const one = `${header}\n${row(1)}\n`;
  it.each<[string, RequestListener, RegExp]>([
    [
      'a wrong password',
      acled([one], { '/oauth/token': (_, r) => r.writeHead(400).end('{}') }),
      /did not accept/,
    ],
    [
      'no token',
      acled([one], { '/oauth/token': (_, r) => r.end('{"access_token":7}') }),
      /something else than a token/,
    ],
    [
      'no right',
      acled([one], { '/api/acled/read': (_, r) => r.writeHead(403).end() }),
      /refuses this \(403\)/,
    ],
    ['a message instead of a table', acled(['{"status":403,"message":"no"}']), /message instead of a table/],
    ['a web page', acled(['<html>']), /message instead of a table/],
    ['another table', acled(['id,date\n1,2\n']), /no table of events/],
    ['a torn page', acled([`${header}\nSYR1,2024-01-01,"never closed\n`]), /torn rows/],
    ['an event on two pages', acled([one, one]), /SYR1 stands on two pages/],
    ['other columns on the second page', acled([one, `${header},x\nSYR2,a,b,c\n`]), /other columns/],
    ['no event', acled([]), /no event for this/],
  ])('with %s nothing is kept, and no secret is told', async (_, answer, message) => {
    const { result, folder } = await get(answer);
    expect(result).toMatchObject({ kind: 'fault', message: expect.stringMatching(message) as string });
    expect(JSON.stringify(result)).not.toMatch(/horse|tok3n/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('asks again after a passing fault', async () => {
    let failed = false;
    const whole = acled([one]);
    const { result, target } = await get((request, response) => {
      if (request.method === 'POST' || failed) return whole(request, response);
      failed = true;
      response.writeHead(503).end();
    });
    expect([result.kind, existsSync(target)]).toEqual(['fetched', true]);
  });
});
