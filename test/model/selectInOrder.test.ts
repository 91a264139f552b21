import { describe, expect, it } from 'vitest';
import type { PlannedStream } from '../../src/model/index.ts';
import { matchesSelection, type Event } from '../../src/record/index.ts';
import { theatreOf } from '../language/theatreText.ts';
import { makeEvent } from '../evidence/makeContext.ts';
import { planOf, SMALL_HEAD } from './smallTheatre.ts';

const RECORD = 'record "made.csv"\n  covers 2020-01-01 to 2021-12-31\n';
const claims = (...sentences: readonly string[]): string =>
  sentences.map((sentence, index) => `claim C${index} by Undated\n  ${sentence}\n`).join('');

/** The streams of some sentences, with these lines in the place of the record's. */
function streamsOf(records: string, ...sentences: readonly string[]): readonly PlannedStream[] {
  const head = SMALL_HEAD.replace(RECORD, records);
  expect(head).not.toBe(records === RECORD ? '' : SMALL_HEAD);
  return planOf(theatreOf(`${head}${claims(...sentences)}`)).streams;
}

const withPolicy = (policy: string) => `${RECORD}  direction ${policy}\n`;
const rate = (pattern: string) => `${pattern} fall from 2020-09`;
const takes = ({ selection }: PlannedStream, event: Event) =>
  selection.anyOf.some((one) => matchesSelection(event, one));
const untold = (initiator: string, target: string, record = 'made.csv') =>
  makeEvent('E', 18_500, { initiators: [initiator], targets: [target], directed: false, record });

describe('who acts on whom, record by record', () => {
  const two = `record "ours.csv"\n  direction recorded\nrecord "export/"\n  direction as told\n`;
  const [stream] = streamsOf(two, rate('North strikes on South'));

  it('is kept apart where records differ', () => {
    expect(takes(stream!, untold('South', 'North', 'ours.csv'))).toBe(false);
    expect(takes(stream!, untold('North', 'South', 'ours.csv'))).toBe(true);
    expect(takes(stream!, untold('South', 'North', 'export/2019.csv'))).toBe(true);
    expect(takes(stream!, untold('South', 'North', 'export.csv'))).toBe(false);
  });

  it('counts as undirected only what nothing tells', () => {
    const open = (event: Event) => stream!.undirected!.some((one) => matchesSelection(event, one));
    expect(open(untold('North', 'South', 'export/2019.csv'))).toBe(true);
    expect(open({ ...untold('North', 'South', 'export/2019.csv'), directed: true })).toBe(false);
    expect(open(untold('North', 'South', 'ours.csv'))).toBe(false);
  });

  it('asks for all records at once where they agree', () => {
    const [one] = streamsOf(
      'record "a.csv"\n  direction as told\nrecord "b.csv"\n',
      rate('North strikes on South'),
    );
    expect(one?.selection.anyOf.map(({ record }) => record)).toEqual([null, null]);
  });
});

describe('what no direction is asked of', () => {
  it('is nothing undirected', () => {
    expect(streamsOf(RECORD, rate('anyone strikes on anyone'))[0]).not.toHaveProperty('undirected');
    expect(streamsOf(RECORD, rate('anyone strikes'))[0]?.selection.anyOf).toHaveLength(1);
    expect(streamsOf(withPolicy('recorded'), rate('North strikes on South'))[0]).not.toHaveProperty(
      'undirected',
    );
  });

  it('is everything under `either way`', () => {
    const [stream] = streamsOf(withPolicy('either way'), rate('North strikes on South'));
    expect(stream?.undirected).toEqual(stream?.selection.anyOf);
  });
});

describe('one side alone has the means', () => {
  const policy = withPolicy('by means');

  it('holds where the other side acts by other means', () => {
    const streams = streamsOf(policy, rate('North strikes on South'), rate('South attacks on North'));
    expect(streams.map(({ reversedBy }) => reversedBy)).toEqual([undefined, undefined]);
    expect(streams.every(({ byMeans, undirected }) => byMeans?.length === 2 && !undirected)).toBe(true);
  });

  it.each([
    ['the same act', 'South strikes on North'],
    ['the same act in a place', 'South strikes on North in Fort'],
    ['an act of anyone', 'anyone strikes on North'],
    ['an alliance', 'South strikes on Pact'],
  ])('is taken back by %s the other way round', (_, other) => {
    const streams = streamsOf(policy, rate('North strikes on South'), rate(other));
    expect(streams.map(({ reversedBy }) => reversedBy)).toEqual([['s2'], ['s1']]);
  });

  it.each([
    ['the same act on others', 'South strikes on West'],
    ['the same act by others', 'West strikes on South'],
    ['the same direction', 'North strikes on South in Fort'],
    ['an alliance without the doer', 'South strikes on Pact except North'],
  ])('is not taken back by %s', (_, other) => {
    const streams = streamsOf(policy, rate('North strikes on South'), rate(other));
    expect(streams.map(({ reversedBy }) => reversedBy)).toEqual([undefined, undefined]);
  });

  it('says nothing of force in general, of which a truce speaks', () => {
    const streams = streamsOf(
      policy,
      'truce between North and South from 2020-09',
      rate('North strikes on South'),
    );
    expect(streams.map(({ reversedBy }) => reversedBy)).toEqual([undefined, undefined, undefined]);
    expect(streams.map(({ undirected }) => undirected?.length)).toEqual([2, 2, undefined]);
  });
});
