import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/evidence/index.ts';
import { renderTable } from '../../src/report/index.ts';
import { displayWidth, shortenText, wrapText } from '../../src/report/terminalText.ts';
import { MADE_UP, makeClaim, makeVerdict } from './examinationFixture.ts';

describe('renderTable', () => {
  it.each([60, 80, 100, 120])('never writes beyond %i columns', (width) => {
    for (const line of renderTable(MADE_UP, { width, colour: false }).split('\n')) {
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('holds each claim with finding, effect, events and sentence', () => {
    const table = renderTable(MADE_UP, { width: 100, colour: false });
    expect(table).toMatch(/timing +✔ supported +0\.58 answers per trigger, 90 % interval \[0\.29, 0\.91\]/);
    for (const claim of MADE_UP.claims) expect(table).toContain(claim.name);
    const flat = table.replace(/\s+/g, ' ');
    expect(flat).toContain('24 triggers 148 responses');
    expect(flat).toContain(
      'The record holds the strike of 2019-12-29 with 25 killed; the claim says at least 50.',
    );
    expect(flat).toContain('Not testable on this record (4)');
  });

  it('says of a supported part its power and the checks it passed, once for parts with the same checks', () => {
    const guard = (name: string, passed: boolean | null) => ({ name, passed, value: 1, detail: 'made' });
    const guards = [
      guard('base test', true),
      guard('shared wave (T1)', true),
      guard('late wave (T3)', true),
      guard('before against after', null),
      guard('readings', true),
    ];
    const power = { smallestEffect: 0.1, power: 0.93, detectable: 0.08, curve: [] };
    const told = (finding: Finding, reason: string | null = null) => {
      const parts = (['timing', 'cause'] as const).map((part) =>
        makeVerdict(part, finding, { guards, power, reason }),
      );
      const claims = [makeClaim('Answered', 'form', { parts })];
      return renderTable({ ...MADE_UP, claims }, { width: 100, colour: false }).replace(/\s+/g, ' ');
    };
    const line =
      'Power 93 % to see the smallest effect of interest, 0.10; passed: base test, 2 kinds of shared waves, readings.';
    expect(told('supported').split(line)).toHaveLength(2);
    // What a denial passes speaks against it.
    expect(told('supported', 'equivalence')).toContain(
      'Power 93 % to see the smallest effect of interest, 0.10. ',
    );
    for (const text of [told('supported', 'equivalence'), told('not separable')])
      expect(text).not.toContain('passed:');
  });

  it('ends with the counts of each finding', () => {
    const end = renderTable(MADE_UP, { width: 120, colour: false }).trimEnd().split('\n').slice(-4).join(' ');
    expect(end).toContain(
      'Parts of 12 claims: 3 supported · 2 contradicted · 1 not separable · 2 too few events · 2 disputed · 4 not testable',
    );
    expect(end).toContain('holds the chance of any false “supported”');
  });

  it('writes colour codes only when asked, and nothing but codes differs', () => {
    const plain = renderTable(MADE_UP, { width: 90, colour: false });
    const coloured = renderTable(MADE_UP, { width: 90, colour: true });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(plain);
  });

  it('shows escape and direction characters of names as marks', () => {
    const claim = makeClaim('Answered', 'form', {
      sourceDisplay: 'A\u001b[31mB\u202E',
      text: 'first line\nsecond\u0007 line',
      parts: [makeVerdict('timing', 'supported', { sentence: 'a\rb' })],
    });
    const table = renderTable({ ...MADE_UP, claims: [claim] }, { width: 100, colour: false });
    expect(table).toContain('A[U+001B][31mB[U+202E]');
    expect(table.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
  });
});

describe('terminal text', () => {
  it('wraps without losing a word, and cuts words that are wider than a line', () => {
    expect(wrapText('a bb ccc', 4)).toEqual(['a bb', 'ccc']);
    expect(wrapText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrapText('', 10)).toEqual([]);
  });

  it('counts wide and combining characters as a terminal does', () => {
    expect(displayWidth('漢字')).toBe(4);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(shortenText('漢字漢字', 5)).toBe('漢字…');
    expect(shortenText('short', 5)).toBe('short');
  });
});
