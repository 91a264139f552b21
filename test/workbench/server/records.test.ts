/** Files dropped on the page: read in a process of their own, right or set aside, and never by a name of their own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Examination } from '../../../src/evidence/index.ts';
import type {
  DroppedRecord,
  ExaminationState,
  ExaminationNews,
  ShownExamination,
  ShownRecords,
  Why,
  Workspace,
} from '../../../src/workbench/protocol/index.ts';
import { goodRows, makeRecord, row } from '../../cli/madeTheatre.ts';
import { startWorkbench, type TestWorkbench } from './startWorkbench.ts';

const THEATRE = `tacit 1
theatre "A border"

actor North
source Gazette published 2022-01-10
`;
const SPREADSHEET = '=HYPERLINK("http://evil.example")';
const SCRIPT = '<script>alert(1)</script>';

let bench: TestWorkbench;
/** The text with the record that was dropped and what it lacked. */
let judged = '';
beforeAll(async () => {
  bench = await startWorkbench({ 'theatre.tacit': THEATRE });
});
const drop = (name: string, body: string | Uint8Array) =>
  bench.json<DroppedRecord>(`/api/records?name=${encodeURIComponent(name)}`, { method: 'POST', body });
const save = async (text: string) => {
  const { files } = await bench.json<Workspace>('/api/workspace');
  const basedOn = files.find(({ path }) => path === 'theatre.tacit')?.hash ?? null;
  const saved = await bench.ask('/api/file', {
    method: 'PUT',
    body: JSON.stringify({ path: 'theatre.tacit', text, basedOn }),
  });
  expect(saved.status).toBe(200);
};
const examine = async (): Promise<ExaminationState> => {
  await bench.ask('/api/examine', { method: 'POST' });
  for (;;) {
    const { examination } = await bench.json<Workspace>('/api/workspace');
    if (examination.kind !== 'running') return examination;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('a record dropped on the page', () => {
  it('is read, and what the theatre lacks is offered as lines', async () => {
    const rows = [
      ...goodRows,
      row('X1', '2021-13-40', 'North', 'South', 'airstrike'),
      row('X2', '2021-11-11', SCRIPT, 'South', 'airstrike'),
    ];
    const dropped = await drop('../../my events.csv', makeRecord(rows));
    expect(dropped).toMatchObject({
      kind: 'imported',
      file: 'my-events.csv',
      rows: goodRows.length + 2,
      right: goodRows.length + 1,
      setAside: 1,
      first: '2020-01-01',
      last: '2021-12-05',
      block: 'record "my-events.csv"\n  covers 2020-01-01 to 2021-12-05',
      actors: [
        { name: 'South', events: 49, declaration: 'actor South "South"' },
        { name: SCRIPT, events: 1, declaration: `actor ScriptAlert1Script "${SCRIPT}"` },
      ],
      places: [{ name: 'Bridge', declaration: 'place Bridge "Bridge"' }],
    });
    if (dropped.kind !== 'imported') throw new Error(dropped.kind);
    expect(dropped.setAsideRows).toEqual([
      {
        line: goodRows.length + 2,
        column: 'date_start',
        reason: 'month 13 does not exist',
      },
    ]);
    expect(readdirSync(bench.folder).sort()).toEqual(['.tacit', 'my-events.csv', 'theatre.tacit']);
    const lines = [
      dropped.block,
      ...dropped.actors.map(({ declaration }) => declaration),
      ...dropped.places.map(({ declaration }) => declaration),
    ];
    judged = `${THEATRE}${lines.join('\n')}
claim Rises by Gazette
  South attacks North rises from 2021-01-01
claim Bare by Gazette quote "${SPREADSHEET.replaceAll('"', '""')}"
  North strikes South on 2020-03-01 killing at least 1
`;
    await save(judged);
    const state = await examine();
    expect(state).toMatchObject({ kind: 'done', judged: ['Rises', 'Bare'] });
  });

  it('is shown with what the examination found', async () => {
    const { records } = await bench.json<ShownRecords>('/api/records');
    expect(records).toMatchObject([
      {
        file: 'my-events.csv',
        declared: true,
        obstacle: null,
        quality: { right: goodRows.length + 1 },
        actors: [],
        places: [],
      },
    ]);
  });

  it('of an unknown form is read with a confirmed map', async () => {
    const table = `when;who;whom;what\n${goodRows.map((_, day) => `${String((day % 28) + 1).padStart(2, '0')}/01/2020;North;South;airstrike`).join('\n')}\n`;
    const unknown = await drop('own.csv', table);
    expect(unknown).toMatchObject({
      kind: 'unknown',
      file: 'own.csv',
      columns: ['when', 'who', 'whom', 'what'],
    });
    if (unknown.kind !== 'unknown') throw new Error(unknown.kind);
    expect(unknown.map).toContain('confirmed = false');
    const confirm = (map: string) =>
      bench.json<DroppedRecord>('/api/records/map', {
        method: 'POST',
        body: JSON.stringify({ file: 'own.csv', map }),
      });
    expect(await confirm(unknown.map)).toMatchObject({
      kind: 'unknown',
      fault: expect.stringMatching(/confirm/) as string,
    });
    expect(await confirm('nonsense = = 1')).toMatchObject({
      kind: 'unknown',
      fault: expect.stringMatching(/TOML/) as string,
    });
    expect(existsSync(join(bench.folder, 'own.csv.map.toml'))).toBe(false);
    const map = [
      'confirmed = true',
      'delimiter = ";"',
      'quotes = false',
      'encoding = "utf-8"',
      '[columns]',
      'date = "when"',
      'initiator = "who"',
      'target = "whom"',
      'action = "what"',
    ].join('\n');
    expect((await confirm(map)).kind).not.toBe('refused');
  });

  it.each<[string, string, string | Uint8Array]>([
    ['a page saved instead of an export', 'events.csv', '<!doctype html><title>Sign in</title>'],
    ['a text', 'notes.csv', 'no table at all'],
    ['an archive that is none', 'x.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0)],
    ['nul bytes', 'zero.csv', Buffer.from('a,b\n\0,\0\n')],
    ['nothing', 'empty.csv', ''],
  ])('that is %s is refused and not kept, or asked about', async (_, name, body) => {
    const { kind } = await drop(name, body);
    expect(kind).not.toBe('imported');
    expect(existsSync(join(bench.folder, name))).toBe(kind === 'unknown');
  });

  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['map.png', 'a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0xc3, 0xa9, 0xff), /PNG/],
    ['events.csv', 'a picture named a table', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), /JPEG/],
    ['brief.pdf', 'a document', '%PDF-1.7\n%\u00e2', /PDF/],
    ['sheet.html', 'a page', '<!doctype html><title>Sign in</title>', /web page/],
    ['program.bin', 'no text', Uint8Array.from({ length: 600 }, (_, at) => (at * 7) % 23), /no text/],
  ])('%s is named for what it is: %s', async (name, _, body, words) => {
    const dropped = await drop(name, body);
    expect(dropped).toMatchObject({ kind: 'refused', isForeign: true });
    if (dropped.kind === 'refused') expect(`${dropped.message} ${dropped.hint}`).toMatch(words);
    expect(existsSync(join(bench.folder, name))).toBe(false);
  });

  it('without a name, or a map for a file that nobody dropped, is no record', async () => {
    expect((await bench.ask('/api/records', { method: 'POST', body: 'x' })).status).toBe(400);
    const map = await bench.ask('/api/records/map', {
      method: 'POST',
      body: JSON.stringify({ file: '../theatre.tacit', map: '' }),
    });
    expect(map.status).toBe(404);
  });
});

describe('documents of the last examination', () => {
  it('is the report, without script, to be framed by the page alone', async () => {
    const { status, headers, text } = await bench.ask('/api/report.html');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; img-src data:/,
    );
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(text).not.toMatch(/<script/i);
    expect(text).toContain('A border');
  });

  it('is JSON as the command line prints it', async () => {
    const { hash, examination } = await bench.json<ShownExamination>('/api/examination');
    const { text } = await bench.ask('/api/report.json');
    const { pictures, ...reported } = JSON.parse(text) as Examination;
    const { pictures: quick, ...shown } = examination;
    // A report has every picture; the verdicts are those of the page.
    expect(reported).toEqual(shown);
    expect(Object.keys(pictures ?? {})).toEqual(Object.keys(quick ?? {}));
    expect(examination.theatre.hash).toBe(hash);
    expect(readFileSync(join(bench.folder, 'theatre.tacit'), 'utf8')).toBe(examination.theatre.text);
  });

  it('is told in pieces to a page that has most of it', async () => {
    const { hash, examination } = await bench.json<ShownExamination>('/api/examination');
    const all = await bench.json<ExaminationNews>('/api/examination?since=0');
    expect({ ...all.changed.fields, claims: all.changed.claims }).toEqual(examination);
    expect(all.claims).toEqual(examination.claims.map(({ name }) => name));
    const none = await bench.json<ExaminationNews>(`/api/examination?since=${all.version}`);
    expect(none).toEqual({ ...all, hash, changed: { fields: {}, claims: [] } });
    for (const since of ['', 'x', '-1', '1e3'])
      expect((await bench.ask(`/api/examination?since=${since}`)).status).toBe(400);
  });

  it('is a table that no spreadsheet computes', async () => {
    const { headers, text } = await bench.ask('/api/report.csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain('Rises');
    expect(text).not.toMatch(/(^|,|")=HYPERLINK/m);
  });

  it('is the ground of its map, or nothing where it has none', async () => {
    expect((await bench.ask('/api/ground')).status).toBe(200);
  });

  it('is the chain of one claim', async () => {
    const { text, chain } = await bench.json<Why>('/api/why?claim=Rises');
    expect(text).toContain('Rises');
    expect(chain).toBeTypeOf('object');
    expect((await bench.ask('/api/why?claim=Nobody')).status).toBe(404);
    expect((await bench.ask('/api/why')).status).toBe(400);
  });
});

describe('an examination in the background', () => {
  it('says what keeps it from being made', async () => {
    await save(`${THEATRE}claim X by Nobody\n  North strikes South on 2020-03-01\n`);
    const state = await examine();
    expect(state.kind).toBe('refused');
    if (state.kind === 'refused') expect(state.diagnostics.length).toBeGreaterThan(0);
    // The last one that was made is still there, under the hash of its own text.
    const { hash } = await bench.json<ShownExamination>('/api/examination');
    expect(hash).not.toBe(state.kind === 'refused' ? state.hash : '');
  });

  it('comes to its end while the text after it has errors, and tells so', async () => {
    const more = Array.from(
      { length: 12 },
      (_, index) =>
        `claim More${index} by Gazette\n  when North strikes South then South attacks North within ${index + 3} days\n`,
    );
    await save(`${judged}${more.join('')}`);
    const { hash } = JSON.parse((await bench.ask('/api/examine', { method: 'POST' })).text) as {
      hash: string;
    };
    const state = async () => (await bench.json<Workspace>('/api/workspace')).examination;
    // It has read its text and is judging.
    await expect
      .poll(state, { timeout: 20_000, interval: 5 })
      .toMatchObject({ total: expect.any(Number) as number });
    await save(`${judged}${more.join('')}claim`);
    const half = await examine();
    expect(half).toMatchObject({ kind: 'refused' });
    await expect
      .poll(() => bench.json<ShownExamination>('/api/examination'), { timeout: 20_000 })
      .toMatchObject({ hash, waiting: [] });
    await expect
      .poll(state, { timeout: 20_000 })
      .toMatchObject({ kind: 'refused', shown: expect.toSatisfy((times: number) => times > 0) as number });
  });

  it('is refused for a theatre that is not there', async () => {
    const asked = await bench.ask('/api/examine', { method: 'POST', body: '{"path":"../other.tacit"}' });
    expect(asked.status).toBe(404);
  });
});

describe('an article', () => {
  const draft = (name: string, body: string | Uint8Array, more = '') =>
    bench.ask(`/api/draft?name=${encodeURIComponent(name)}${more}`, { method: 'POST', body });
  const article =
    'Strikes answered\n\nBy A. Writer\n\nSince October 2023, Iran-backed militias have attacked US bases in Syria after every Israeli strike, officials said. The United States responds within days.\n';

  it('is drafted and stored nowhere', async () => {
    const before = readdirSync(bench.folder);
    const { status, text } = await draft('article.txt', article, '&published=2024-05-14');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      articles: [expect.anything()],
      suggestions: expect.any(Array) as unknown,
    });
    expect(readdirSync(bench.folder)).toEqual(before);
  });

  it.each<[string, string, string | Uint8Array, string, number]>([
    ['empty', 'a.txt', '', '', 422],
    ['a damaged PDF', 'a.pdf', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0), '', 422],
    ['without a name', '', article, '', 400],
    ['published on no day', 'a.txt', article, '&published=yesterday', 400],
  ])('%s is refused in words', async (_, name, body, more, status) => {
    const answer = await draft(name, body, more);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toHaveProperty('message', expect.stringMatching(/./));
  });
});
