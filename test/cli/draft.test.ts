import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../src/reader/index.ts';
import { fillDraft } from '../reader/fillDraft.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const ARTICLE = [
  'Strikes and answers in eastern Syria',
  '',
  'By Jane Doe, The Example, May 14, 2024',
  '',
  'US raids near Albu Kamal are now answered by Kataib Hezbollah with rocket attacks on US bases within three days. Analysts say that the raids have become fewer since February.',
  '',
  'A truce between US forces and Kataib Hezbollah held from 4 February 2024. The aim of the raids was to cut the road between Iraq and Syria, and officials in Baghdad expect that more will follow.',
].join('\n');

const at = makeFolder({
  'article.txt': ARTICLE,
  'undated.txt': ARTICLE.replace(/\n\nBy .*\n/, '\n'),
  'empty.txt': '',
  'theatre.tacit':
    'tacit 1\ntheatre "Mine"\nrecord "r.csv"\n  covers 2017 to 2024\nactor America "United States"\n',
});

describe('tacit draft', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });

  it('prints a theatre, and asks on standard error', async () => {
    const { code, out, error } = await runTacit('draft', at('article.txt'));
    expect(code).toBe(0);
    expect(out).toMatch(/^tacit 1\ntheatre "Draft: Strikes and answers in eastern Syria"\n/);
    expect(out).toContain('published 2024-05-14');
    expect(out).toContain('// How far each layer can be trusted:');
    expect(out).toMatch(/quote "US raids near Albu Kamal are now answered/);
    expect(error).toMatch(/claims drafted, \d+ with a \? to fill\.\nWhich record/);
  });

  it('prints JSON with offsets', async () => {
    const { code, out } = await runTacit('draft', at('article.txt'), '--json');
    const draft = JSON.parse(out) as Draft;
    expect(code).toBe(0);
    expect(draft.format).toBe('tacit-draft/1');
    for (const { article, start, end, quotation } of draft.suggestions) {
      expect(draft.articles[article]?.raw.slice(start, end)).toBe(quotation);
    }
  });

  it('asks for the day of publication, and takes it', async () => {
    expect((await runTacit('draft', at('undated.txt'))).error).toContain('When was undated.txt published?');
    const dated = await runTacit('draft', at('undated.txt'), '--published', '2024-05-14');
    expect(dated.error).not.toContain('When was');
    expect(dated.out).toContain('published 2024-05-14');
    expect(await runTacit('draft', at('undated.txt'), '--published', '14.5.2024')).toMatchObject({
      code: 2,
      out: '',
    });
  });

  it('adds to a theatre, whose text stays as it is', async () => {
    const { out } = await runTacit('draft', at('article.txt'), '--merge', at('theatre.tacit'));
    expect(
      out.startsWith(
        'tacit 1\ntheatre "Mine"\nrecord "r.csv"\n  covers 2017 to 2024\nactor America "United States"\n',
      ),
    ).toBe(true);
    expect(out).toContain('truce between America and KataibHezbollah');
  });

  it('gives a draft that check accepts once it is filled', async () => {
    const { out } = await runTacit('draft', at('article.txt'));
    const filled = makeFilled(fillDraft(out));
    expect(await runTacit('check', filled)).toMatchObject({ code: 0 });
  });

  it.each([
    ['a file that is not there', ['nowhere.txt'], /There is no file/],
    ['an empty file', ['empty.txt'], /is empty/],
    ['a pack that does not ship', ['article.txt', '--pack', 'atlantis'], /There is no pack atlantis/],
  ])('refuses %s', async (_, [file = '', ...options], message) => {
    const { code, out, error } = await runTacit('draft', at(file), ...options);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(message);
  });

  it('sends nothing anywhere without --model, even where an endpoint is named', async () => {
    const calls: unknown[] = [];
    vi.stubGlobal('fetch', (...call: unknown[]) => {
      calls.push(call);
      throw new Error('no network here');
    });
    vi.stubEnv('TACIT_MODEL_URL', 'http://127.0.0.1:9/v1');
    vi.stubEnv('TACIT_MODEL_NAME', 'stub');
    expect((await runTacit('draft', at('article.txt'))).code).toBe(0);
    expect(calls).toEqual([]);
    // The flag is what asks: the same stub is reached with it, and the rules' draft comes all the same.
    vi.stubEnv('XDG_CACHE_HOME', at('cache'));
    const asked = await runTacit('draft', at('article.txt'), '--model');
    expect(calls.length).toBeGreaterThan(0);
    expect(asked.code).toBe(0);
    expect(asked.out).toContain('The model stub was asked and gave nothing');
  });

  it('sends nothing with --model where no endpoint is named', async () => {
    const calls: unknown[] = [];
    vi.stubGlobal('fetch', (...call: unknown[]) => void calls.push(call));
    vi.stubEnv('TACIT_MODEL_URL', '');
    const { code, error } = await runTacit('draft', at('article.txt'), '--model');
    expect(code).toBe(2);
    expect(error).toContain('No text was sent');
    expect(calls).toEqual([]);
  });
});

function makeFilled(text: string): string {
  return makeFolder({ 'filled.tacit': text })('filled.tacit');
}
