import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, parse, type CheckContext, type Document, type Theatre } from '../../src/language/index.ts';
import { isComplete } from '../../src/language/isComplete.ts';

const text = readFileSync('test/language/everything.tacit', 'utf8');
const files = new Map([['table.csv', 'first,last\n2018-03-01,2018-03-30\n2019-03-01,2019-03-30\n']]);
const { document, diagnostics } = parse(text, 'everything.tacit');

function checked(changed: Document, more: Partial<CheckContext> = {}): ReturnType<typeof check> {
  return check(changed, { file: 'everything.tacit', files, pedantic: true, ...more });
}

function theatreOf(changed: Document): Theatre {
  const { theatre, diagnostics } = checked(changed);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!theatre) throw new Error('no theatre');
  return theatre;
}

/** The Theatre with its lists in the order of their texts, and without places. */
function unordered(theatre: Theatre): unknown {
  const plain = JSON.parse(
    JSON.stringify(theatre, (key, value: unknown) => (key === 'at' ? undefined : value)),
  ) as Record<string, unknown>;
  const sorted = Object.entries(plain).map(([key, list]) => [
    key,
    Array.isArray(list) ? list.map((one) => JSON.stringify(one)).sort() : list,
  ]);
  return Object.fromEntries(sorted) as unknown;
}

describe('a file that says everything', () => {
  it('has nothing wrong and every kind of sentence', () => {
    expect(diagnostics).toEqual([]);
    expect(checked(document).diagnostics.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    const kinds = new Set(document.items.map((item) => (item.kind === 'claim' ? item.form.kind : item.kind)));
    expect(kinds.size).toBe(12 + 19); // every item but `use`, with the forms in the place of `claim`
    expect(theatreOf(document).claims).toHaveLength(
      document.items.filter(({ kind }) => kind === 'claim').length,
    );
  });

  it('is complete to the last node', () => {
    expect(document.items.filter((item) => !isComplete(item))).toEqual([]);
  });
});

describe('check', () => {
  it('gives the same Theatre whatever the order of the declarations', () => {
    const expected = unordered(theatreOf(document));
    fc.assert(
      fc.property(fc.shuffledSubarray([...document.items], { minLength: document.items.length }), (items) => {
        expect(unordered(theatreOf({ ...document, items }))).toEqual(expected);
      }),
      { seed: 11, numRuns: 15 },
    );
  });

  it('gives the same Theatre under other names', () => {
    const names = document.items.flatMap((item) =>
      item.kind === 'actor' || item.kind === 'place' ? [item.name] : [],
    );
    const renamed = (value: string): string =>
      names.reduce(
        (json, name) =>
          json.replaceAll(
            new RegExp(`(?<![\\w'’ ])${name}(?![\\w'’])|(?<=[a-z,] )${name}(?![\\w'’])`, 'g'),
            `Z${name}`,
          ),
        value,
      );
    const other = JSON.parse(renamed(JSON.stringify(document))) as Document;
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(document));
    expect(theatreOf(other)).toEqual(JSON.parse(renamed(JSON.stringify(theatreOf(document)))));
  });

  it('never throws on a Document that lost parts, and says that something is wrong', () => {
    const paths = pathsOf(document.items);
    fc.assert(
      fc.property(fc.subarray(paths, { minLength: 1, maxLength: 6 }), fc.boolean(), (lost, withText) => {
        const damaged = JSON.parse(JSON.stringify(document)) as Document;
        for (const path of lost) remove(damaged.items, path);
        const { theatre, diagnostics } = checked(damaged, withText ? { text } : {});
        const wrong = diagnostics.some(({ severity }) => severity === 'error');
        const written = damaged.items.filter(
          (item) => (item as unknown) !== null && item?.kind === 'claim',
        ).length;
        // Whatever is left out of the Theatre is told.
        if (!wrong) expect(theatre?.claims).toHaveLength(written);
      }),
      { seed: 12, numRuns: 150 },
    );
  });

  it.each([undefined, null, {}, { items: 3 }, { items: [null, 3, 'x', {}, { kind: 'claim' }] }])(
    'never throws on %j',
    (broken) => {
      expect(() => checked(broken as unknown as Document)).not.toThrow();
    },
  );

  it('leaves out claims with mistakes, and nothing else', () => {
    const claim = document.items.find(({ kind }) => kind === 'claim');
    if (claim?.kind !== 'claim') throw new Error('no claim');
    const wrong = { ...claim, name: 'Wrong', citing: ['Nobody'] };
    const { theatre, diagnostics } = checked({ ...document, items: [...document.items, wrong] });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'unknown-name',
    ]);
    expect(theatre && unordered(theatre)).toEqual(unordered(theatreOf(document)));
  });

  it('walks groups that share members once', () => {
    const levels = Array.from({ length: 60 }, (_, level) => level);
    const groups = (kind: string, leaf: string): string =>
      levels
        .map(
          (level) =>
            `${kind} ${kind.toUpperCase()}${level} of ${level === 0 ? leaf : `${kind.toUpperCase()}${level - 1}, ${kind.toUpperCase()}${level - 1}`}`,
        )
        .join('\n');
    const nested = `${text}\n${groups('alliance', 'US, IS')}\n${groups('area', 'AlQaim')}
claim Deep by Cradle
  ALLIANCE59 attacks Israel in AREA59 on 2020-01-03
`;
    const form = theatreOf(parse(nested).document).claims.at(-1)?.form;
    const pattern = form?.kind === 'event' ? form.pattern : undefined;
    expect(pattern?.actor.members.map(({ actor }) => actor)).toEqual(['US', 'IS']);
    expect(pattern?.where?.places).toEqual(['AlQaim']);
  });

  it('shows no control characters of a name', () => {
    const items = document.items.map((item) =>
      item.kind === 'period'
        ? {
            ...item,
            spans: [{ kind: 'spanTable' as const, at: item.at, file: 'a\u202Eb\u001B.csv', saidBy: null }],
          }
        : item,
    );
    const messages = checked({ ...document, items }).diagnostics.map(({ message }) => message);
    expect(messages.join('\n')).toContain('a\uFFFDb\uFFFD.csv');
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length === 0 ? [] : [path]),
    ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key])),
  ];
}

function remove(root: unknown, path: Path): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root);
  if (typeof parent === 'object' && parent !== null)
    delete (parent as Record<string, unknown>)[String(path.at(-1))];
}
