import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, fixesFor, parse, type Diagnostic } from '../../src/language/index.ts';
import { applyEdits } from '../../src/language/textEdit.ts';

const page = readFileSync('docs/language.md', 'utf8');
const head = /^```tacit\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
const context = { file: null, files: new Map<string, string>() };

function messagesOf(text: string): readonly Diagnostic[] {
  const { document, diagnostics } = parse(text);
  return [...diagnostics, ...check(document, { ...context, pedantic: false, text }).diagnostics];
}

/** The sentence after the first fix of its first message; null where none is offered. */
function fixed(sentence: string): string | null {
  const before = `${head}claim Example by Cradle\n  `;
  const text = `${before}${sentence}\n`;
  const [message] = messagesOf(text);
  if (!message) throw new Error(`nothing is wrong with: ${sentence}`);
  const [fix] = fixesFor(text, message, context);
  if (!fix) return null;
  const after = applyEdits(text, [fix.edit]);
  expect(messagesOf(after).filter(({ code }) => code === message.code)).toEqual([]);
  return after.slice(before.length, -1);
}

describe('fixes', () => {
  it('puts the version on a line of its own', () => {
    const text = head.replace('tacit 1\n', '');
    const [message] = messagesOf(text);
    const [fix] = message ? fixesFor(text, message, context) : [];
    expect(fix && applyEdits(text, [fix.edit])).toBe(head);
  });

  it.each([
    ['US atacks IS on 2019-12-29', 'US attack IS on 2019-12-29'],
    ['US struck IS on 2019-12-29', 'US strikes IS on 2019-12-29'],
    ['US strikes IS on 29/12/2019', 'US strikes IS on 2019-12-29'],
    ['US strikes IS on 2023-02-30', 'US strikes IS on 2023-02-28'],
    [
      'when US strikes IS then IS attacks US within 1 month',
      'when US strikes IS then IS attacks US within 30 days',
    ],
    [
      'when US strikes IslamicState then IS attacks US within 14 days',
      'when US strikes IS then IS attacks US within 14 days',
    ],
    ['US strikes on IS fall since 2024', 'US strikes on IS fall from 2024'],
    [
      'when US strikes IS than IS attacks US within 14 days',
      'when US strikes IS then IS attacks US within 14 days',
    ],
    ['US strikes on IS rise in 2022', 'US strikes on IS rise from 2022 to 2022'],
    ['more then 3 US strikes from 2020 to 2021', 'more than 3 US strikes from 2020 to 2021'],
    [
      'when US strikes IS then no IS attacks on US within 14 days',
      'when US strikes IS then no extra IS attacks on US within 14 days',
    ],
    [
      'when US strikes IS or Axis then IS attacks US within 14 days',
      'when US strikes IS or US strikes Axis then IS attacks US within 14 days',
    ],
    [
      'truce between US and IS from 2024-05-14 to 2024-02-04',
      'truce between US and IS from 2024-02-04 to 2024-05-14',
    ],
    ['more than 1,000 US strikes from 2020 to 2021', 'more than 1000 US strikes from 2020 to 2021'],
  ])('%s', (wrong, right) => {
    expect(fixed(wrong)).toBe(right);
  });

  it.each([
    ['Example by Nobody\n  US strikes IS on 2019-12-29', 'Declare source Nobody', 'source Nobody'],
    ['Example by Cradle\n  US strikes Xyzzy on 2019-12-29', 'Declare actor Xyzzy', 'actor Xyzzy'],
    ['Example by Cradle\n  US strikes IS in Xyzzy on 2019-12-29', 'Declare place Xyzzy', 'place Xyzzy'],
  ])('declares an unknown name where its kind stands: %s', (claim, title, line) => {
    const text = `${head}claim ${claim}\n`;
    const [message] = messagesOf(text);
    const fixes = message ? fixesFor(text, message, context) : [];
    expect(fixes.map((fix) => fix.title)).toEqual([title]);
    const after = applyEdits(
      text,
      fixes.map(({ edit }) => edit),
    );
    expect(messagesOf(after)).toEqual([]);
    const lines = after.split('\n');
    expect(lines[lines.indexOf(line) - 1]).toContain(line.split(' ')[0]);
  });

  it('declares nothing where more than a name is missing', () => {
    const text = `${head}claim Example by Cradle\n  US strikes IS during Xyzzy\n`;
    const [message] = messagesOf(text);
    expect(message?.code).toBe('unknown-name');
    expect(message && fixesFor(text, message, context)).toEqual([]);
  });

  it('offers none where the hint names no words, or only an example', () => {
    expect(fixed('US strikes on IS fall')).toBeNull();
    expect(fixed('when US strikes IS then IS attacks US')).toBeNull();
  });

  it('offers none that would leave the mistake or make another', () => {
    const text = `${head}claim Example by Cradle\n  US atacks Iss on 2019-12-29\n`;
    const [message] = messagesOf(text);
    if (!message) throw new Error('nothing is wrong');
    expect(fixesFor(text, message, context)).toHaveLength(1);
    const bad = { ...message, hint: 'Did you mean `banana split`?' };
    expect(fixesFor(text, bad, context)).toEqual([]);
    // It would take two mistakes away and bring one of its own.
    const other = { ...message, end: message.end + ' Iss'.length, hint: 'Did you mean `attack Nobody`?' };
    expect(fixesFor(text, other, context)).toEqual([]);
    const right = { ...other, hint: 'Did you mean `attack IS`?' };
    expect(fixesFor(text, right, context)).toHaveLength(1);
  });
});
