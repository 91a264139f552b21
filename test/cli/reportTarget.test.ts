import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkReportTarget } from '../../src/cli/reportTarget.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-target-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

describe('where a report may be written', () => {
  writeFileSync(at('theatre.tacit'), 'tacit 1\n');
  writeFileSync(at('page.html'), '<!doctype html><title>mine</title>');
  writeFileSync(
    at('old.html'),
    '<!doctype html>\n<html><head><meta name="generator" content="Tacit 0.1.0"/>',
  );

  writeFileSync(at('mine.json'), '{\n  "tacit": 1\n}\n');
  writeFileSync(at('mine.csv'), 'claim,source\r\n');
  writeFileSync(at('old.json'), '{\n  "tacit": "0.1.0",\n  "seed": 1,\n  "theatre": {}\n}\n');
  writeFileSync(
    at('old.csv'),
    'claim,source,published,passage,quote,text,judged from,judged to,part,finding,reason\r\n',
  );

  it.each(['new.html', 'old.html', 'old.json', 'old.csv'])('%s', (name) => {
    expect(checkReportTarget(at(name)).ok).toBe(true);
  });

  it.each([
    ['theatre.tacit', 'is no report of Tacit'],
    ['page.html', 'is no report of Tacit'],
    ['mine.json', 'is no report of Tacit'],
    ['mine.csv', 'is no report of Tacit'],
    ['.', 'is not a file'],
    ['none/new.html', 'There is no folder'],
  ])('not %s', (name, words) => {
    const outcome = checkReportTarget(at(name));
    expect(outcome.ok ? '' : outcome.message).toContain(words);
    expect(readFileSync(at('theatre.tacit'), 'utf8')).toBe('tacit 1\n');
  });
});
