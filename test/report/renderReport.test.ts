import { describe, expect, it } from 'vitest';
import type { ClaimExamination, EventRow, Examination } from '../../src/evidence/index.ts';
import { renderReport } from '../../src/report/index.ts';
import { GUARDS, MADE_UP, makeClaim, makeVerdict } from './examinationFixture.ts';

const page = renderReport(MADE_UP);

/** What a reader can read: the page without its style sheet and tags. */
function textOf(html: string): string {
  return html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ');
}

function withClaims(claims: readonly ClaimExamination[]): Examination {
  return { ...MADE_UP, claims };
}

describe('the page', () => {
  it('forbids everything but its own style', () => {
    expect(page).toContain(
      "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;",
    );
    expect(page).not.toMatch(/<script|<iframe|<object|<embed|<form|\son\w+=|@import|src=/i);
    expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
  });

  it('is the same to the byte each time', () => {
    expect(renderReport(structuredClone(MADE_UP))).toBe(page);
  });

  it('leads every link to a place that exists, once', () => {
    const places = [...page.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(places).size).toBe(places.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((found) => found[1]);
    expect(links.length).toBeGreaterThan(50);
    for (const link of links) expect(places).toContain(link);
  });

  it('steps its headings one level at a time', () => {
    const levels = [...page.matchAll(/<h([1-6])[\s>]/g)].map((found) => Number(found[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('names theatre, records, rows, seed, version and the command that makes it again', () => {
    const text = textOf(page);
    expect(text).toContain('tacit examine made-up.tacit --seed 20240514 --report report.html');
    expect(text).toContain('Tacit 0.1.0');
    expect(page).toContain(MADE_UP.theatre.hash);
    expect(text).toContain('1,171 right');
    expect(page).toContain('<a href="#set-aside-1">33 set aside</a>');
  });

  it('says how many false "supported" to expect, and that nothing was tested where nothing was', () => {
    expect(textOf(page)).toContain('holds the chance of any false “supported”');
    expect(textOf(renderReport({ ...MADE_UP, errorControl: null }))).toContain('no number of false');
  });
});

describe('verdicts', () => {
  it('shows every claim once in detail or in a list, whatever its finding', () => {
    for (const claim of MADE_UP.claims) {
      expect(page.split(`id="claim-${claim.name}"`)).toHaveLength(2);
      for (const part of claim.parts) expect(page).toContain(part.sentence);
    }
  });

  it('says a shared reason once and keeps apart two parts of one name', () => {
    const alike = ['First', 'Second'].map((name) =>
      makeClaim(name, 'untestable', {
        parts: [
          makeVerdict('intent', 'not testable', { reason: 'intent', sentence: 'Aims leave no event.' }),
        ],
      }),
    );
    const truce = makeClaim('Calm', 'truce', {
      parts: [makeVerdict('rate', 'supported'), makeVerdict('rate', 'too few events')],
    });
    const html = renderReport(withClaims([...alike, truce]));
    expect(html.split('Aims leave no event.')).toHaveLength(2);
    expect(textOf(html)).toContain('intent (2)');
    expect(textOf(html)).toMatch(/rate 1\s+supported.*rate 2\s+too few events/s);
  });

  it('says where the picture of a long window ends', () => {
    const answered = MADE_UP.claims[0];
    const response = answered?.figures?.responseByLag;
    if (answered === undefined || response === undefined || response === null) throw new Error('fixture');
    const figures = { timeline: null, responseByLag: { ...response, window: { from: 1, to: 90 } } };
    expect(renderReport(withClaims([{ ...answered, figures }]))).toContain(
      'From day 1 to day 28 (the picture ends here; the claimed window goes on to day 90)',
    );
  });

  it('keeps untestable claims out of the verdict table', () => {
    const table = page.slice(page.indexOf('<table class="verdicts">'), page.indexOf('id="claims"'));
    expect(table).toContain('Answered');
    expect(table).not.toContain('Purpose');
    expect(table).not.toContain('GreenLight');
    expect(page).toContain('Not testable on this record (4)');
  });

  it('counts parts by finding', () => {
    const counts = [...page.matchAll(/<li class="[a-z -]+"><b>(\d+)<\/b>/g)].map((found) => found[1]);
    expect(counts).toEqual(['3', '2', '1', '2', '2', '4']);
  });

  it('names a guard that failed and one that could not run, with the reason', () => {
    expect(page).toContain('fails: shared wave (T1)');
    expect(page).toContain('The record names one source only.');
    for (const guard of GUARDS) expect(page).toContain(guard.detail);
  });

  it('shows unknown numbers as a dash, never as NaN, undefined, null or Infinity', () => {
    const strange = makeClaim('Odd', 'when … then …', {
      parts: [
        makeVerdict('timing', 'too few events', {
          effect: { name: 'rate ratio', estimate: NaN, lower: null, upper: Infinity, level: 0.9, unit: '' },
          power: { smallestEffect: 0.1, power: null, detectable: null, curve: [] },
          guards: [{ name: 'base', passed: null, value: null, detail: '' }],
        }),
      ],
      figures: {
        timeline: { first: 'unknown', last: 'unknown', streams: [], bands: [], marks: [] },
        responseByLag: { lags: [], window: { from: 1, to: 14 }, unit: 'responses', placebos: 0 },
      },
    });
    for (const html of [page, renderReport(withClaims([strange]))]) {
      expect(html.replace(/made-up\S*/g, '')).not.toMatch(/NaN|undefined|Infinity|\bnull\b|\[object/);
    }
  });

  it('joins each claim and its line of the theatre both ways', () => {
    const calm = MADE_UP.claims[2];
    const line = page.slice(page.indexOf(`id="line-${calm?.line}"`));
    expect(line.slice(0, line.indexOf('</li>'))).toMatch(/claim Calm.*href="#claim-Calm".*supported/s);
    expect(page).toContain(`href="#line-${calm?.line}"`);
  });

  it('holds for an examination with nothing in it', () => {
    const empty: Examination = {
      ...MADE_UP,
      claims: [],
      records: [],
      sharedEvents: [],
      diagnostics: [],
      thresholds: {},
    };
    expect(textOf(renderReport(empty))).toContain('No claim of this theatre was judged');
  });
});

describe('the record', () => {
  it('tells its faults, its thinning and the names nobody declared', () => {
    const text = textOf(page);
    for (const fault of MADE_UP.records[0]?.faults ?? []) expect(text).toContain(fault);
    expect(text).toMatch(
      /Ministry of the Made-up\s+Blues attacks on Reds\s+2023-10-17\s+2024-02-04\s+170\s+61\s+36 %/,
    );
    expect(text).toContain('الخضر');
  });

  it('is linked from every verdict, with what is wrong with it', () => {
    for (const claim of MADE_UP.claims) {
      const after = page.slice(page.indexOf(`id="claim-${claim.name}"`));
      // A claim in a list shares the links of its group, which stand before it.
      const near = claim.parts.every(({ finding }) => finding === 'not testable')
        ? page
            .slice(0, page.indexOf(`id="claim-${claim.name}"`))
            .split('<h3>')
            .at(-1)
        : after.slice(0, after.indexOf('</section>'));
      for (const anchor of ['record-1', 'set-aside-1', 'duplicates-1', 'gaps-1']) {
        expect(near).toContain(`href="#${anchor}"`);
      }
    }
    expect(textOf(page)).toMatch(/Rests on\s+made-up-events\.csv.*33 rows set aside/);
  });

  it('shows gaps and duplicates as lines to paste, and reasons for setting rows aside', () => {
    expect(page).toContain('<code>missing 2021-07-09 to 2021-10-13</code>');
    expect(page).toContain('<code>duplicate &quot;A13&quot; of &quot;A12&quot;</code>');
    const text = textOf(page);
    expect(text).toContain('under the record other-events.csv');
    expect(text).toContain('Blues on Reds; Reds on Blues, rocket, Far Valley, 1.2 km apart');
    expect(text).toMatch(/The first 2 are listed;\s+tacit record --duplicates/);
    expect(text).toContain('They count apart: nothing is merged unasked');
    expect(text).toContain('2 pairs were decided one by one');
    expect(text).toMatch(/who acted on whom not told\s+402\s+34 %/);
    expect(text).toMatch(/21\s+date_start\s+… is not a day of the calendar\s+17/);
    expect(text).toMatch(/drone-shot-down\s+no class\s+71/);
  });

  it('says where the rest of a shortened list is', () => {
    expect(textOf(page)).toContain('The first 3 are listed; for the other 30 run tacit record --set-aside');
  });
});

describe('a table of counts', () => {
  it('is told by its columns, without pictures of events it does not have', () => {
    const [record] = MADE_UP.records;
    const spell = { first: '2020-01-01', last: '2020-02-29', days: 60 };
    const table = {
      ...record!,
      byMonth: [],
      columns: [
        {
          name: 'killed',
          total: 1200,
          empty: 3,
          zeroRuns: [{ ...spell, expected: 41.4 }],
          emptyRuns: [spell],
        },
        { name: 'wounded', total: 7, empty: 0, zeroRuns: [], emptyRuns: [] },
      ],
    };
    const html = renderReport({ ...MADE_UP, records: [table] as unknown as Examination['records'] });
    expect(html).not.toContain(': events by month</h4>');
    expect(html).not.toContain('how good its rows are');
    expect(textOf(html)).toMatch(
      /killed\s+1,200\s+3\s+2020-01-01 to 2020-02-29 \(60 days\)\s+.*at its own rate about 41\s+wounded\s+7\s+0\s+none\s+none/,
    );
    const empty = renderReport({ ...MADE_UP, records: [{ ...record!, byMonth: [] }] });
    expect(empty).not.toContain(': events by month</h4>');
    expect(empty).toContain('how good its rows are');
  });
});

describe('text from outside', () => {
  const evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>\u202Efdp.exe\u0007';
  const row = (address: string): EventRow => ({
    id: `E${evil}`,
    record: evil,
    line: 2,
    first: '2020-01-01',
    last: '2020-01-01',
    what: evil,
    where: evil,
    killed: evil,
    attribution: evil,
    address,
    note: evil,
  });
  const hostile: Examination = {
    ...MADE_UP,
    theatre: { ...MADE_UP.theatre, title: evil, text: `${evil}\n${evil}`, file: evil },
    records: MADE_UP.records.map((record) => ({
      ...record,
      file: evil,
      faults: [evil],
      byAttribution: { [evil]: 1, ['__proto__']: 2 },
      undeclaredActors: [{ name: evil, events: 1 }],
    })),
    claims: [
      makeClaim('Answered', evil, {
        quote: evil,
        passage: evil,
        sourceDisplay: evil,
        sourceAddress: 'javascript:alert(1)',
        text: evil,
        parts: [makeVerdict('timing', 'supported', { sentence: evil, reason: evil })],
        events: [
          row('javascript:alert(1)'),
          { ...row('JaVaScRiPt:alert(1)'), line: 3 },
          { ...row('data:text/html,<script>alert(1)</script>'), line: 4 },
          { ...row('https://good.example/a?b=1'), line: 5 },
          { ...row('https://user@evil.example/'), line: 6 },
          { ...row(' https://spaced.example/a b'), line: 7 },
        ],
      }),
    ],
  };
  const html = renderReport(hostile);

  it('stays text', () => {
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script');
  });

  it('becomes a link only over http and https', () => {
    const outside = [...html.matchAll(/href="([^"#][^"]*)"[^>]*/g)].map((found) => found[0]);
    expect(outside).toEqual(['href="https://good.example/a?b=1" rel="noopener noreferrer"']);
    expect(textOf(html)).toContain('source as written: javascript:alert(1)');
  });

  it('shows direction and control characters as marks', () => {
    expect(html).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0007]/);
    expect(html).toContain('[U+202E]fdp.exe[U+0007]');
  });
});

describe('size', () => {
  it('stays below one megabyte for twenty claims and two for fifty', () => {
    const many = (count: number) =>
      withClaims(
        Array.from({ length: count }, (_, index) => {
          const claim = MADE_UP.claims[index % 5];
          if (claim === undefined) throw new Error('fixture holds fewer than five claims');
          return { ...claim, name: `${claim.name}${index}` };
        }),
      );
    expect(Buffer.byteLength(renderReport(many(20)))).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(renderReport(many(50)))).toBeLessThan(2_000_000);
  });
});
