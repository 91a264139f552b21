/** Golden posteriors: a peer's sampler on the same records and priors. */
import { expect } from 'vitest';
import type { Posterior, Prior, StreamDesign } from '../../src/model/index.ts';
import { designOf, estimateDelays, type Golden } from './goldenDesigns.ts';
import { readJson, readNumbers } from './readGolden.ts';

export interface GoldenStream {
  readonly folder: string;
  readonly stream: number;
  readonly design: StreamDesign;
  readonly priors: Record<string, Prior>;
}

export function goldenStreams(folder: string): GoldenStream[] {
  const golden = readJson<Golden>(folder, 'mle.json');
  const data = readNumbers(folder, 'data.csv');
  return golden.streams.map(({ stream, mle }) => {
    const design = estimateDelays(golden, data, { stream }, designOf(golden, data, stream, mle).design);
    const deterrence = design.modifiers.filter(({ name }) => name.startsWith('logdelta'));
    const lowering: Prior = { of: 'negative half normal', deviation: 0.5 };
    return {
      folder,
      stream,
      design,
      priors: Object.fromEntries(deterrence.map(({ name }) => [name, lowering])),
    };
  });
}

/** Means within 4 Monte Carlo errors of both samplers together; deviations within a tenth. */
export function expectPeer({ folder, stream }: GoldenStream, posterior: Posterior): void {
  const peer = readJson<{ posterior: Record<string, { mean: number; sd: number; se_mean: number }> }>(
    folder,
    'result.json',
  ).posterior;
  for (const name of posterior.names) {
    const { key, sign } = peerName(name, stream);
    const theirs = peer[key];
    if (!theirs) throw new Error(`the peer has no ${key}`);
    const ours = posterior.summary[name]!;
    const error = Math.hypot(theirs.se_mean, ours.meanError);
    expect(Math.abs(ours.mean - sign * theirs.mean) / error, `mean of ${name}`).toBeLessThan(4);
    expect(Math.abs(Math.log(ours.deviation / theirs.sd)), `deviation of ${name}`).toBeLessThan(0.13);
  }
}

function peerName(name: string, stream: number): { key: string; sign: number } {
  const [term = '', ...rest] = name.split(' ');
  const [kind, index] = term.split('.');
  const place = ['one', 'trend', 'sin7', 'cos7'].indexOf(index ?? '') + 1;
  if (kind === 'beta') return { key: `beta[${place},${stream}]`, sign: 1 };
  if (kind === 'psi') return { key: `psi[${stream}]`, sign: 1 };
  if (kind === 'logdelta') return { key: `delta[${index}]`, sign: -1 };
  if (kind === 'tau') return { key: `tau[${index}]`, sign: -1 };
  if (rest.length === 0) return { key: `rho[${index}]`, sign: 1 };
  const first = ['logit p', 'm', 'ln shape'].includes(rest.join(' '));
  return { key: `${first ? 'k1' : 'k2'}[${index}]`, sign: 1 };
}
