import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  classifyWords,
  completeAt,
  defineAt,
  fixesFor,
  formatEdit,
  hoverAt,
  outline,
  parse,
  referencesAt,
  renameAt,
} from '../../src/language/index.ts';
import { damaged } from './damageText.ts';

const texts = ['test/language/everything.tacit', 'examples/eastern-syria/first.tacit'].map((path) =>
  readFileSync(path, 'utf8'),
);

describe('what an editor asks about a damaged file', () => {
  it.each(texts)('is answered at any place, and every answer lies inside the file', (whole) => {
    fc.assert(
      fc.property(damaged(whole), fc.double({ min: 0, max: 1, noNaN: true }), ({ text }, share) => {
        const offset = Math.floor(share * text.length);
        const analysis = analyse(text, 'a.tacit');
        const files = new Map([['a.tacit', analysis]]);
        const hover = hoverAt(files, 'a.tacit', offset);
        const places = [
          ...completeAt(files, 'a.tacit', offset),
          ...outline(analysis),
          ...classifyWords(analysis, files),
          ...referencesAt(files, 'a.tacit', offset),
          ...[hover, defineAt(files, 'a.tacit', offset), formatEdit(analysis)].filter((one) => one !== null),
        ];
        expect(places.filter(({ start, end }) => start < 0 || start > end || end > text.length)).toEqual([]);
        if (hover) expect(hover.start <= offset && offset <= hover.end).toBe(true);
        const renamed = renameAt(files, 'a.tacit', offset, 'Renamed');
        if (!renamed.ok) expect(renamed.message).not.toBe('');
        const [first] = analysis.parsed.diagnostics;
        const fixes = first ? fixesFor(text, first, { file: 'a.tacit', files: new Map() }) : [];
        for (const { edit } of fixes) {
          const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
          expect(parse(after).diagnostics.length).toBeLessThan(analysis.parsed.diagnostics.length);
        }
      }),
      { numRuns: 12, seed: 20190627 },
    );
  });

  it('is answered for texts of no sense at all', () => {
    for (const text of [
      '',
      '\n',
      '\uFEFF',
      '"',
      '`',
      '//',
      '\0',
      'claim',
      'claim A',
      'actor',
      'act',
      '\r\r\n',
      '𝒜',
    ]) {
      const files = new Map([['a.tacit', analyse(text)]]);
      for (let offset = 0; offset <= text.length + 1; offset += 1) {
        completeAt(files, 'a.tacit', offset);
        hoverAt(files, 'a.tacit', offset);
        renameAt(files, 'a.tacit', offset, 'X');
      }
      expect(outline(analyse(text)).every(({ name }) => name !== '')).toBe(true);
    }
  });
});
