import { describe, expect, it } from 'vitest';
import { safeAddress } from '../../src/report/safeAddress.ts';
import { showControls } from '../../src/report/showControls.ts';

describe('safeAddress', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG/x',
    ' https://example.org/ ',
  ])('links %s', (address) => expect(safeAddress(address)).toBe(address.trim()));

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    '//example.org',
    'https://',
    'https://user:pass@example.org/',
    'https://example.org/"onmouseover=x',
    'https://example.org/a b',
    'https://example.org\\@evil.example',
    'java\nscript:https://example.org',
    'https://[U+202E]example.org',
    '',
    null,
    undefined,
  ])('refuses %s', (address) => expect(safeAddress(address)).toBeNull());
});

describe('showControls', () => {
  it('reaches keys, arrays and nested values and leaves numbers, nulls and other scripts alone', () => {
    expect(showControls({ 'a\u202e': [1, null, 'b\u2066c', { d: 'الخضر\ttab\n' }] })).toEqual({
      'a[U+202E]': [1, null, 'b[U+2066]c', { d: 'الخضر\ttab\n' }],
    });
  });

  it('keeps a key named __proto__ an ordinary key', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": "yes"}}') as Record<string, unknown>;
    const shown = showControls(hostile);
    expect(Object.keys(shown)).toEqual(['__proto__']);
    expect((shown as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
