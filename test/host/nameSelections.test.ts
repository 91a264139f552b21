/** What the store is asked has one name if and only if it says the same: else a count would be that of another question. */
import { describe, expect, it } from 'vitest';
import { nameSelections } from '../../src/host/nameSelections.ts';
import type { EventSelection } from '../../src/record/index.ts';

const side = (...names: string[]) => ({
  anyOf: names.map((name) => ({ name, from: null, to: null })),
  noneOf: [],
  orNobody: false,
});
const selection = (over: Partial<EventSelection> = {}): EventSelection => ({
  record: null,
  initiators: side('north'),
  targets: side('south'),
  actClasses: ['airstrike'],
  actCodes: [],
  places: null,
  days: null,
  size: null,
  attributions: null,
  coarsestDays: null,
  ...over,
});

/** Questions of which no two are the same. */
const QUESTIONS: readonly (readonly EventSelection[])[] = [
  [],
  [selection()],
  [selection(), selection()],
  [selection({ initiators: side('south'), targets: side('north') })],
  [selection({ initiators: side('north', 'south') })],
  [selection({ initiators: side('north south') })],
  [selection({ initiators: { ...side('north'), among: 'first' } })],
  [selection({ targets: null })],
  [selection({ record: 'a.csv' })],
  [selection({ record: 'null' })],
  [selection({ actClasses: [], actCodes: ['airstrike'] })],
  [selection({ actClasses: ['airstrike', 'shelling'] })],
  [selection({ actClasses: ['airstrike'], attributions: ['airstrike'] })],
  [selection({ attributions: [] })],
  [selection({ mirrored: true })],
  [selection({ mirrored: false })],
  [selection({ direction: 'told' })],
  [selection({ days: { first: 1, last: 2 } })],
  [selection({ days: { first: 12, last: 2 } })],
  [selection({ coarsestDays: 0 })],
  [selection({ size: { measure: 'killed', comparison: '>=', value: 1 } })],
  [selection(), selection({ targets: null })],
  [selection({ targets: null }), selection()],
];

describe('names of what the store is asked', () => {
  it('differ where the questions do', () => {
    const { ofAnyOf } = nameSelections();
    expect(new Set(QUESTIONS.map(ofAnyOf)).size).toBe(QUESTIONS.length);
  });

  it('are the same where only the objects are others', () => {
    const { ofAnyOf } = nameSelections();
    const names = QUESTIONS.map(ofAnyOf);
    expect(structuredClone(QUESTIONS).map(ofAnyOf)).toEqual(names);
    expect(QUESTIONS.map(ofAnyOf)).toEqual(names);
  });

  it('are never given again, not even when they were forgotten', () => {
    const { ofAnyOf, ofValue } = nameSelections();
    const names = new Set(QUESTIONS.map(ofAnyOf));
    for (let number = 0; number < 60_000; number++) names.add(ofValue([number]));
    expect(names.size).toBe(QUESTIONS.length + 60_000);
    for (const name of structuredClone(QUESTIONS).map(ofAnyOf)) expect(names.has(name)).toBe(false);
  });
});
