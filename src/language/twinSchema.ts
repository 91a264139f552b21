import { z } from 'zod';
import { amount, form, truceHead } from './twinForms.ts';
import {
  date,
  monthDay,
  name,
  nameOrWord,
  node,
  number,
  quantity,
  span,
  text,
  unit,
  word,
} from './twinNodes.ts';

const names = { name, display: text.nullable(), also: z.array(text) };

const assumption = z.discriminatedUnion('kind', [
  node('assumeDelay', { delay: word }),
  node('assumeSmallestAnswer', { value: number }),
  node('assumeSmallestChange', { percent: number }),
  node('assumeCalm', { count: number, unit }),
]);

const restriction = z
  .discriminatedUnion('kind', [
    node('since', { date }),
    node('until', { date }),
    node('during', { period: name }),
    node('outside', { period: name }),
    node('while', { quantity, amount, count: number, unit }),
    node('gradedBy', { measure: word }),
    node('asserts', { parts: z.array(word).min(1) }),
    node('assuming', { assumption }),
  ])
  .meta({ id: 'restriction' });

const recordPart = z
  .discriminatedUnion('kind', [
    node('covers', { from: date, to: date }),
    node('missing', { from: date, to: date }),
    node('dateOrder', { order: z.enum(['dmy', 'mdy', 'ymd']) }),
    node('map', { file: text }),
    node('direction', { policy: z.enum(['as told', 'recorded', 'by means', 'either way']) }),
    node('duplicates', { policy: z.enum(['apart', 'once']) }),
    node('duplicate', { id: text, other: text, file: text.nullable() }),
    node('distinct', { id: text, other: text, file: text.nullable() }),
    node('totals', { file: text, of: amount.nullable().optional() }),
    node('fault', { text, answers: z.boolean() }),
    node('column', { column: text, amount }),
    node('measure', { name: word, column: text }),
  ])
  .meta({ id: 'recordPart' });

const member = node('member', {
  actor: name,
  from: date.nullable(),
  to: date.nullable(),
  saidBy: name.nullable(),
});

const periodSpan = z.discriminatedUnion('kind', [
  node('spanFromTo', { from: date, to: date.nullable(), saidBy: name.nullable() }),
  node('spanUntil', { until: date, saidBy: name.nullable() }),
  node('spanEach', { from: monthDay, to: monthDay.nullable(), saidBy: name.nullable() }),
  node('spanTable', { file: text, saidBy: name.nullable() }),
]);

const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  decimals: z.int().min(0).max(15),
});

const actClass = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('class'), name: z.string().regex(/^\p{Ll}[\p{L}\p{M}\p{N}_ ]*$/u) }),
  z.strictObject({ of: z.literal('code'), code: text }),
]);

const item = z
  .discriminatedUnion('kind', [
    node('record', { file: text, countsPer: unit.nullable(), parts: z.array(recordPart) }),
    node('use', { file: text.nullable(), pack: nameOrWord.nullable() }),
    node('actor', names),
    node('alliance', { ...names, members: z.array(member).min(1) }),
    node('place', { ...names, position: position.nullable(), withinKilometres: number.nullable() }),
    node('area', { ...names, members: z.array(name).min(1) }),
    node('route', { ...names, through: z.array(name).min(1) }),
    node('act', { name: word, classes: z.array(actClass).min(1) }),
    node('source', {
      name,
      display: text.nullable(),
      publishedAbout: z.boolean(),
      published: date.nullable(),
      reliability: nameOrWord.nullable(),
      address: text.nullable(),
    }),
    node('period', { name, display: text.nullable(), spans: z.array(periodSpan).min(1) }),
    node('claim', {
      name,
      source: name,
      citing: z.array(name),
      passage: text.nullable(),
      quote: text.nullable(),
      form,
      restrictions: z.array(restriction),
    }),
    node('rivals', { claims: z.array(name).min(2) }),
    node('whatif', {
      title: text,
      from: date,
      count: number,
      unit,
      changes: z
        .array(
          z.discriminatedUnion('kind', [
            node('without', { claim: name }),
            node('holdTruce', { head: truceHead, percent: number.nullable() }),
            node('open', { period: name }),
            node('scaled', { percent: number, amount }),
          ]),
        )
        .min(1),
    }),
    node('assume', { assumption }),
  ])
  .meta({ id: 'item' });

/** What a JSON twin of a theatre file holds. Unknown keys are refused everywhere. */
export const TWIN_SCHEMA = z
  .strictObject({
    format: z.literal('tacit-theatre/1'),
    version: z.literal(1).nullable(),
    title: text,
    at: z.strictObject({ version: span.nullable(), title: span.nullable() }),
    items: z.array(item),
    comments: z.array(
      z.strictObject({ text: z.string().regex(/^\/\/[^\n\r]*$/), at: span, ownLine: z.boolean() }),
    ),
    blankLines: z.array(z.int().min(1)),
  })
  .meta({
    title: 'Tacit theatre, version 1',
    description:
      'A .tacit file as JSON: every node with its kind, its position and whether Tacit filled it in (default).',
  });
