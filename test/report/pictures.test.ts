import { describe, expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import {
  figureTableCsv,
  loadMapGround,
  renderReport,
  writeVerdictsCsv,
  type MapGround,
} from '../../src/report/index.ts';
import { makeClaim, makeVerdict } from './examinationFixture.ts';
import { PICTURED, THEATRE_PICTURES, twentyRules } from './picturesFixture.ts';

const ground = await loadMapGround(PICTURED);
const page = renderReport(PICTURED, ground);
const figures = [...page.matchAll(/<figure.*?<\/figure>/gs)].map(([text]) => text);
const figureOf = (title: string): string => {
  const found = figures.find((figure) => figure.includes(title));
  if (found === undefined) throw new Error(`no figure ${title}`);
  return found;
};

describe('every picture', () => {
  it('of the fourteen is there', () => {
    for (const title of [
      'what happened when',
      'when the rate changed',
      'responses by days before and after',
      'recorded against the models with and without the rule',
      'exchanges, split by 7 days of calm',
      'what this record could have shown',
      'what would change this verdict',
      'Who answers whom, within 14 days',
      'Answers as arrows',
      'Where: acts of force by declared place',
      'events by month',
      'how good its rows are',
    ]) {
      expect(figureOf(title)).toContain('<svg');
    }
    expect(page).toContain('id="diagnostics"');
  });

  it('has a title, a sentence with a number read out instead of it, its source with hash and n, and its numbers', () => {
    expect(figures.length).toBeGreaterThan(14);
    for (const figure of figures) {
      const label = /role="img" aria-label="([^"]+)"/.exec(figure)?.[1] ?? '';
      expect(label).toMatch(/\d/);
      expect(figure).toMatch(/<h4>[^<]+<\/h4><p class="says">[^<]+<\/p>/);
      expect(figure).toMatch(/<p class="source">Source: record [^<]*\([0-9a-f]{10}\)[^<]*n = [\d,]+/);
      expect(figure).toMatch(/<summary>Numbers behind this picture.*<table/s);
    }
  });

  it('uses classes and attributes only: the page forbids inline styles', () => {
    expect(page).not.toMatch(/<[^>]+\sstyle=/);
  });

  it('shows no NaN and no undefined', () => {
    expect(page.replace(/made-up\S*/g, '')).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});

describe('who answers whom', () => {
  it('leaves cells of few acts blank, and says how many there are', () => {
    const matrix = figureOf('Who answers whom');
    expect(matrix.match(/class="cell few"/g)).toHaveLength(2);
    expect(matrix).toContain('In 2 pairs the acts are too few for a number');
    expect(matrix).toContain('before 0.31');
    expect(matrix).toContain('3 further actors');
  });

  it('draws an arrow with a head only where there is a number, at most twelve actors', () => {
    expect(figureOf('Answers as arrows').match(/class="arrow-head"/g)).toHaveLength(2);
    const crowd = Array.from({ length: 15 }, (_, index) => `Actor${index}`);
    const matrix = { ...THEATRE_PICTURES.matrix!, actors: crowd, cells: [] };
    const html = renderReport({ ...PICTURED, pictures: { ...THEATRE_PICTURES, matrix } }, ground);
    const graph = html.slice(html.indexOf('Answers as arrows'), html.indexOf('Where: acts'));
    expect(graph).toContain('Actor11');
    expect(graph).not.toContain('Actor12');
  });
});

describe('the map', () => {
  it('draws symbols whose area tells the number, lists places without a position, names the provider', () => {
    const map = figureOf('Where: acts');
    const radii = [...map.matchAll(/class="place"[^>]* r="([\d.]+)"/g)].map(([, r]) => Number(r));
    expect(radii).toHaveLength(3);
    expect(radii[0]! / radii[1]!).toBeCloseTo(Math.sqrt(50 / 24), 1);
    expect(map).toContain('Elsewhere (7)');
    expect(map).toContain('Natural Earth');
    expect(map).toContain('class="route unknown-route"');
  });

  it('draws a route as what was found of it', () => {
    const withFinding = (text: string, finding: string): string => {
      const [route] = THEATRE_PICTURES.map!.routes;
      const routes = [{ ...route!, states: [{ claim: 'Open', text, finding }] }];
      const map = { ...THEATRE_PICTURES.map!, routes };
      const html = renderReport({ ...PICTURED, pictures: { ...THEATRE_PICTURES, map } }, ground);
      return /class="route ([a-z-]+)"/.exec(html)?.[1] ?? '';
    };
    expect(withFinding('Road open from 2017-11-01', 'supported')).toBe('open-route');
    expect(withFinding('Road open from 2017-11-01', 'contradicted')).toBe('not-so');
    expect(withFinding('Road closed from 2017-11-01', 'supported')).toBe('not-so');
    expect(withFinding('Road open from 2017-11-01', 'too few events')).toBe('unknown-route');
  });

  it('carries the countries in view only, as short paths', () => {
    expect(ground?.countries.map(({ name }) => name)).toContain('Iraq');
    expect(ground?.countries.map(({ name }) => name)).not.toContain('France');
    expect((ground?.land.length ?? 0) + (ground?.borders.length ?? 0)).toBeLessThan(20_000);
  });

  it('holds for one place, for none, and around the globe', async () => {
    const at = async (
      places: NonNullable<typeof THEATRE_PICTURES.map>['places'],
    ): Promise<MapGround | null> =>
      loadMapGround({
        ...PICTURED,
        pictures: { ...THEATRE_PICTURES, map: { ...THEATRE_PICTURES.map!, places } },
      });
    expect(await at([])).toBeNull();
    const one = await at([{ name: 'One', latitude: 34, longitude: 40, events: 1 }]);
    expect(one?.places['One']?.x).toBeCloseTo(500, 0);
    expect(Math.abs((one?.places['One']?.y ?? 0) - 280)).toBeLessThan(5);
    const wide = await at([
      { name: 'West', latitude: 60, longitude: -170, events: 1 },
      { name: 'East', latitude: -40, longitude: 170, events: 1 },
    ]);
    for (const { x, y } of Object.values(wide?.places ?? {})) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1000);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(560);
    }
    expect(Object.keys(wide?.places ?? {})).toHaveLength(2);
  });

  it('is left out where nobody drew its ground', () => {
    expect(renderReport(PICTURED)).not.toContain('Where: acts of force');
  });
});

describe('what would change a verdict', () => {
  it('says how many ways were tried and names those that turn it', () => {
    const strip = figureOf('what would change this verdict');
    expect(strip).toContain('Tried in 28 other ways: 2 of them turn what was found');
    expect(strip).toContain('only events whose doer is stated or claimed');
    expect(strip).toContain('without any one of 24 months');
  });
});

describe('the size of a report', () => {
  /** Twenty rules on ten full years of a busy record: every picture of a rule, months left out, long names and notes. */
  const busy = twentyRules();
  const html = renderReport(busy, ground);

  it('stays under 1 MB for twenty rules on a busy record of ten years, with every picture and its table', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
    const drawn = [...html.matchAll(/<figure.*?<\/figure>/gs)].map(([figure]) => figure);
    for (const title of [
      'what happened when',
      'responses by days before and after',
      'recorded against the models with and without the rule',
      'what this record could have shown',
      'what would change this verdict',
    ]) {
      const of = drawn.filter((figure) => figure.includes(`${title}</h4>`));
      expect(of).toHaveLength(20);
      for (const figure of of) {
        expect(figure).toMatch(/role="img" aria-label="[^"]*\d/);
        expect(figure).toMatch(/<path[^>]* d="m[^"]{20,}"/);
        expect(figure).toMatch(/<p class="source">Source: record [^<]*\([0-9a-f]{10}\)[^<]*n = [\d,]+/);
        expect(figure.match(/<tr>/g)?.length).toBeGreaterThan(4);
      }
    }
  });

  it('lists as many events as there is room for, as many of one claim as of another, and counts the others', () => {
    const listed = [...html.matchAll(/The first (\d+) of the ([\d,]+) events/g)];
    expect(listed).toHaveLength(20);
    expect(new Set(listed.map(([, shown]) => shown)).size).toBe(1);
    const shown = Number(listed[0]?.[1]);
    expect(shown).toBeGreaterThan(10);
    expect(listed[0]?.[2]).toBe('730');
    expect(html).toContain(`${730 - shown} further events of this claim are not listed here`);
    expect(Buffer.byteLength(html)).toBeGreaterThan(930_000);
  });

  it('lists every event where there is room', () => {
    const few = renderReport({ ...busy, claims: busy.claims.slice(0, 1) }, ground);
    expect(few).toContain('The first 400 of the 730 events');
    expect(few.match(/<tr id="e\d+">/g)).toHaveLength(400);
  });

  it('gives the days of a busy stream by the month: what lies outside or was not recorded is unknown, not 0', () => {
    const [timeline = ''] = /Rule0: what happened when<\/h4>.*?<\/figure>/s.exec(html) ?? [];
    const [table = ''] =
      /Blues attack Reds[^<]*: events by month<\/caption>.*?<\/table>/s.exec(timeline) ?? [];
    expect(table).toContain('<tr><td>2014<td>–<td>–<td>–<td>10<td>');
    expect(table).toMatch(/<tr><td>2018(?:<td>\d+){6}(?:<td>–){6}<tr><td>2019(?:<td>–){5}<td>\d/);
  });
});

describe('tables to take away', () => {
  it('writes raw numbers, empty where unknown, and keeps formulas from being computed', () => {
    const table = {
      caption: 'any',
      columns: ['=cmd', 'n'],
      rows: [
        ['@SUM(A1)', 1234.5],
        ['"x", y', null],
        ['share', { share: 0.25 }],
        ['odd', Number.NaN],
      ],
    };
    expect(figureTableCsv([table])).toBe(
      `'=cmd,n\r\n'@SUM(A1),1234.5\r\n"""x"", y",\r\nshare,0.25\r\nodd,\r\n`,
    );
  });

  it('writes one row for every part of every claim', () => {
    const hostile = makeClaim('=HYPERLINK("x")', 'answer', {
      quote: 'two\nlines, "quoted"',
      parts: [makeVerdict('timing', 'supported'), makeVerdict('cause', 'disputed', { reason: 'readings' })],
    });
    const text = writeVerdictsCsv({ ...PICTURED, claims: [hostile] } satisfies Examination);
    expect(text).toContain(`"'=HYPERLINK(""x"")",`);
    expect(text).toContain('"two\nlines, ""quoted"""');
    expect(text.split('\r\n').filter((line) => line.includes(PICTURED.theatre.hash))).toHaveLength(2);
    expect(text).not.toMatch(/null|undefined/);
  });
});
