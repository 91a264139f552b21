import { describe, expect, it } from 'vitest';
import { startProgress } from '../../src/host/startProgress.ts';
import type { Shell } from '../../src/host/shell.ts';

function record(interactive: boolean) {
  let said = '';
  let time = 0;
  const shell: Shell = {
    write: () => expect.fail('progress belongs on standard error'),
    writeError: (text) => (said += text),
    colour: false,
    colourError: false,
    interactive,
    width: 100,
  };
  const progress = startProgress('big.csv', shell, () => time);
  return {
    at: (milliseconds: number, rows: number, share: number | null) => {
      time = milliseconds;
      progress.update({ rows, share });
    },
    finish: progress.finish,
    said: () => said,
  };
}

describe('progress', () => {
  it('is one line that rewrites itself on a terminal', () => {
    const { at, finish, said } = record(true);
    at(50, 10, 0.01);
    at(1000, 2000, 0.25);
    at(2000, 4000, 0.5);
    finish('big.csv: 8,000 rows');
    expect(said()).toBe(
      'big.csv: 2,000 rows, 25 %, 3 s left\r\u001b[2Kbig.csv: 4,000 rows, 50 %, 2 s left\r\u001b[2Kbig.csv: 8,000 rows\n',
    );
  });

  it('is plain lines, and few of them, elsewhere', () => {
    const { at, finish, said } = record(false);
    for (let step = 1; step <= 120; step++) at(step * 100, step * 10, step / 240);
    finish(null);
    expect(said()).toBe('big.csv: 500 rows, 20 %, 19 s left\nbig.csv: 1,000 rows, 41 %, 14 s left\n');
  });

  it('says nothing about what is done at once, and no share where the whole is unknown', () => {
    const quick = record(false);
    quick.at(10, 5, 0.5);
    quick.finish(null);
    expect(quick.said()).toBe('');
    const endless = record(false);
    endless.at(6000, 5, null);
    expect(endless.said()).toBe('big.csv: 5 rows\n');
  });
});
