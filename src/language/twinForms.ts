import { z } from 'zod';
import { bound, date, name, node, number, quantity, text, unit, word } from './twinNodes.ts';

export const actor = node('actorReference', {
  anyone: z.boolean(),
  sameActor: z.boolean(),
  each: z.boolean(),
  name: name.nullable(),
  except: z.array(name),
}).meta({ id: 'actorReference' });

export const place = node('placeReference', {
  anywhere: z.boolean(),
  samePlace: z.boolean(),
  each: z.boolean(),
  name: name.nullable(),
  except: z.array(name),
}).meta({ id: 'placeReference' });

const where = z.discriminatedUnion('kind', [
  node('in', { place }),
  node('elsewhere', {}),
  node('near', { place: name.nullable(), samePlace: z.boolean(), kilometres: number }),
]);

const size = node('size', {
  of: z.enum(['killing', 'wounding', 'with']),
  quantity,
  measure: word.nullable(),
});

export const pattern = node('pattern', {
  actor,
  act: word,
  actWord: word,
  on: z.boolean(),
  target: actor.nullable(),
  where: where.nullable(),
  date: date.nullable(),
  size: size.nullable(),
}).meta({ id: 'pattern' });

export const amount = node('amount', {
  unit: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('events') }),
    z.strictObject({ of: z.literal('days') }),
    z.strictObject({ of: z.literal('deaths') }),
    z.strictObject({ of: z.literal('measure'), measure: word }),
  ]),
  patterns: z.array(pattern).min(1),
}).meta({ id: 'amount' });

const window = z.discriminatedUnion('kind', [
  node('within', { count: number, unit }),
  node('after', { from: number, to: number, unit }),
  node('that day', {}),
]);

const dateSpan = z.discriminatedUnion('kind', [
  node('fromTo', { from: date, to: date.nullable() }),
  node('duringPeriod', { period: name }),
]);

const by = node('by', { bound: bound.nullable(), percent: number, half: z.boolean() });

const comparedWith = z.discriminatedUnion('kind', [
  node('dates', { from: date, to: date }),
  node('amountBase', { amount }),
  node('periodBase', { period: name }),
]);

const trend = z.enum(['falls', 'rises', 'unchanged']);
const trendWord = z.enum(['falls', 'rises', 'unchanged', 'fall', 'rise']);

export const truceHead = z
  .strictObject({
    between: z.boolean(),
    first: actor,
    second: actor.nullable(),
    place: place.nullable(),
  })
  .meta({ id: 'truceHead' });

export const form = z
  .discriminatedUnion('kind', [
    node('answer', { trigger: amount, response: amount, window, share: quantity.nullable() }),
    node('shift', {
      trigger: amount,
      response: amount,
      how: z.enum(['fewer', 'more']),
      negated: z.boolean(),
      count: number,
      unit,
    }),
    node('noExtra', { trigger: amount, response: amount, window }),
    node('mutual', { first: pattern, second: pattern, window }),
    node('change', {
      amount,
      trend,
      trendWord,
      steadily: z.boolean(),
      span: dateSpan,
      by: by.nullable(),
      comparedWith: comparedWith.nullable(),
    }),
    node('truce', {
      head: truceHead,
      span: dateSpan,
      expectedFrom: date.nullable(),
      holding: z.strictObject({ quantity, unit }).nullable(),
    }),
    node('onlyDuring', { amount, period: name }),
    node('onlyAfter', { amount, count: number, unit, after: amount }),
    node('coMovement', {
      amount,
      trend,
      trendWord,
      other: amount,
      otherTrend: trend,
      otherTrendWord: trendWord,
      count: number,
      unit,
    }),
    node('strength', {
      claim: name,
      how: z.enum(['stronger', 'weaker', 'different']),
      during: name.nullable(),
      than: name.nullable(),
    }),
    node('routeState', { route: name, state: z.enum(['open', 'closed']), from: date, to: date.nullable() }),
    node('holds', { actor, place, from: date, to: date.nullable() }),
    node('share', {
      amount,
      percent: quantity.nullable(),
      whole: amount,
      from: date.nullable(),
      to: date.nullable(),
    }),
    node('extreme', { amount, how: z.enum(['highest', 'lowest']), date, since: date }),
    node('starts', { actor, other: actor, place: place.nullable() }),
    node('event', { pattern, first: z.boolean() }),
    node('total', { quantity, amount, per: unit.nullable(), from: date, to: date }),
    node('expects', {
      possible: z.boolean(),
      amount,
      trend: trend.nullable(),
      trendWord: trendWord.nullable(),
      by: by.nullable(),
      before: date,
    }),
    node('untestable', { of: z.enum(['intent', 'cause', 'capability']), text }),
  ])
  .meta({ id: 'form' });
