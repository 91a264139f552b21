/** Coverage of profile intervals and size of tests over 1,000 made records each: within two standard errors and a bit. */
import { describe, expect, it } from 'vitest';
import { fitStream, likelihoodRatioTest, profileInterval } from '../../src/model/index.ts';
import { clopperPearsonInterval } from '../../src/stats/index.ts';
import { makeDesign, usual } from './madeRecords.ts';

const RECORDS = 1000;

function expectShare(hits: number, nominal: number) {
  const { lower, upper } = clopperPearsonInterval(hits, RECORDS, 0.998);
  expect(lower, `${hits} of ${RECORDS}`).toBeLessThanOrEqual(nominal);
  expect(upper, `${hits} of ${RECORDS}`).toBeGreaterThanOrEqual(nominal);
}

describe('intervals', () => {
  it.each([0.5, 0.8, 0.9, 0.95])('of level %f hold rho and gamma as often as they say', (level) => {
    let rho = 0;
    let gamma = 0;
    for (let replicate = 0; replicate < RECORDS; replicate++) {
      const record = makeDesign({ ...usual, steps: 1000 }, 51, replicate);
      const fit = fitStream(record);
      if (fit.kind === 'failed') throw new Error(fit.detail);
      const answers = profileInterval(record, fit, 'answers', level)!;
      const truce = profileInterval(record, fit, 'truce', level)!;
      if (answers.lower <= usual.rho && usual.rho <= answers.upper) rho++;
      if (truce.lower <= usual.gamma && usual.gamma <= truce.upper) gamma++;
    }
    expectShare(rho, level);
    expectShare(gamma, level);
  });
});

describe('tests', () => {
  it.each([0.01, 0.05])('of level %f reject true nulls as often as they say', (level) => {
    let rho = 0;
    let gamma = 0;
    for (let replicate = 0; replicate < RECORDS; replicate++) {
      const none = makeDesign({ ...usual, steps: 1000, rho: 0, gamma: 0 }, 52, replicate);
      const answers = likelihoodRatioTest(none, 'answers');
      const truce = likelihoodRatioTest(none, 'truce');
      if (answers.kind === 'failed' || truce.kind === 'failed') throw new Error('not fitted');
      if (answers.pValue <= level) rho++;
      if (truce.pValue <= level) gamma++;
    }
    expectShare(rho, level);
    expectShare(gamma, level);
  });
});
