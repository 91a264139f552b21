import { readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goodTheatre } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

interface Told {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly hint: string | null;
  }[];
}

describe('files that cannot be read', () => {
  const at = makeFolder({
    'empty.tacit': '',
    'blank.tacit': '\n \n',
    'binary.tacit': new Uint8Array([0xff, 0xfe, 0x00, 0x61]),
    'folder/inside': '',
  });

  it.each(['check', 'format', 'match', 'examine'])('%s says so and ends with 2', async (command) => {
    for (const [name, words] of [
      ['missing.tacit', 'There is no file'],
      ['empty.tacit', 'is empty'],
      ['blank.tacit', 'is empty'],
      ['binary.tacit', 'UTF-16'],
      ['folder', 'is a folder'],
    ] as const) {
      const { code, out, error } = await runTacit(command, at(name));
      expect([name, code, out]).toEqual([name, 2, '']);
      expect(error).toContain(words);
      expect(error).toContain(at(name));
    }
  });

  it('show and report say so too', async () => {
    expect((await runTacit('show', '--stage', 'theatre', at('empty.tacit'))).code).toBe(2);
    expect((await runTacit('report', at('empty.tacit'), '--out', at('report.html'))).code).toBe(2);
  });
});

describe('theatres with mistakes', () => {
  const damaged = (from: string, to: string) => {
    expect(goodTheatre).toContain(from);
    return goodTheatre.replace(from, to);
  };
  const at = makeFolder({
    'good.tacit': goodTheatre,
    'impossible date.tacit': damaged('on 2020-03-01', 'on 2020-02-30'),
    'duplicate name.tacit': damaged('actor South', 'actor South\nactor North'),
    'unknown actor.tacit': damaged('when North strikes', 'when Nort strikes'),
    'broken sentence.tacit': damaged(' within 10 days', ''),
    'leads out.tacit': damaged('actor North\n', 'use "../other.tacit"\nactor North\n'),
    'no file.tacit': damaged('actor North\n', 'use "other.tacit"\nactor North\n'),
  });

  it('finds nothing wrong with a good one', async () => {
    const { code, error, out } = await runTacit('check', at('good.tacit'));
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('no mistakes found, 2 claims');
  });

  it.each([
    ['impossible date', 15, /2020-02-30|February/],
    ['duplicate name', 9, /North/],
    ['unknown actor', 13, /Nort\b/],
    ['broken sentence', 13, /How soon/],
    ['leads out', 7, /out of the folder/],
    ['no file', 7, /not found/],
  ])('%s', async (name, line, words) => {
    const file = at(`${name}.tacit`);
    const { code, out, error } = await runTacit('check', file);
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain(`${file}:${line}:`);
    expect(error).toMatch(words);
    expect(error).toMatch(/\n\s*\| +\^/);

    const json = await runTacit('check', file, '--json');
    expect([json.code, json.error]).toEqual([1, '']);
    const told = (JSON.parse(json.out) as Told).diagnostics.find(({ severity }) => severity === 'error');
    expect(told?.line).toBe(line);
    expect(`${told?.message} ${told?.hint}`).toMatch(words);
  });

  it('proposes the name that was meant', async () => {
    expect((await runTacit('check', at('unknown actor.tacit'))).error).toContain('Did you mean `North`?');
  });

  it('examines nothing of a theatre with errors, and says so', async () => {
    const { code, out, error } = await runTacit('examine', at('unknown actor.tacit'), '--json');
    expect(code).toBe(1);
    expect(Object.keys(JSON.parse(out) as object)).toEqual(['diagnostics']);
    expect(error).toContain('has errors');
  });

  it('never rewrites a file that it could not read to its end', async () => {
    const file = at('broken sentence.tacit');
    const before = readFileSync(file, 'utf8');
    const { code, error } = await runTacit('format', '--write', file);
    expect(code).toBe(1);
    expect(error).toContain('was not formatted');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('follows no link out of its folder', async () => {
    const outside = makeFolder({ 'secret.tacit': 'actor Secret\n' });
    const inside = makeFolder({ 'a.tacit': damaged('actor North\n', 'use "link.tacit"\nactor North\n') });
    symlinkSync(outside('secret.tacit'), inside('link.tacit'));
    const { code, error } = await runTacit('check', inside('a.tacit'));
    expect(code).toBe(2);
    expect(error).toContain("leads out of the theatre's folder");
    expect(error).not.toContain('Secret');
  });
});

describe('format', () => {
  const at = makeFolder({ 'a.tacit': goodTheatre.replace('actor North\n', 'actor    North // the first\n') });

  it('checks, prints and writes the one standard form', async () => {
    expect((await runTacit('format', '--check', at('a.tacit'))).code).toBe(1);
    const printed = await runTacit('format', at('a.tacit'));
    expect([printed.code, printed.error]).toEqual([0, '']);
    expect(printed.out).toContain('actor North');
    expect(printed.out).toContain('// the first');
    expect((await runTacit('format', '--write', at('a.tacit'))).code).toBe(0);
    expect(readFileSync(at('a.tacit'), 'utf8')).toBe(printed.out);
    expect((await runTacit('format', '--check', at('a.tacit'))).code).toBe(0);
  });
});
