/** Writes something fitting for every `?` of a draft: what a person would do, without thought. Remarks and texts stay. */
export function fillDraft(text: string, record = '"chronology.csv"'): string {
  const place = /^(?:place|area) (\S+)/m.exec(text)?.[1] ?? 'Nowhere';
  return text
    .replace(/ holds \?/g, ` holds ${place}`)
    .replace(/^( *)\? holds/gm, '$1anyone holds')
    .split('\n')
    .map((line) => (line.trimStart().startsWith('//') ? line : fillLine(line, record)))
    .join('\n');
}

const RULES: readonly (readonly [RegExp, string])[] = [
  // Sides: whoever.
  [/\b(when|then|or|fewer|as|by|toward|between|and|expects(?: possible)?) \?(?! days)/g, '$1 anyone'],
  [/^( *)\? (?=[a-z])/g, '$1anyone '],
  [/\? (?=(?:attacks|strikes|clashes|shells|states|withdraws|advances|holds)\b)/g, 'anyone '],
  [
    /\b(attacks|strikes|clashes|shells)( on)? \?(?= (?:in|for|rise|fall|before|then|within|from|only)\b)/g,
    '$1$2 anyone',
  ],
  [/ in \?/g, ' in anywhere'],
  [/covers \? to \?/, 'covers 2017-05-01 to 2024-06-30'],
  [/\? days/, '14 days'],
  [/from \? to \?/, 'from 2020-01-01 to 2024-02-01'],
  [/ to \?/, ' to 2024-03-01'],
  [/before \?/, 'before 2025-05-14'],
  [/published \?/, 'published 2017-06-20'],
  [/at least \?/, 'at least 3'],
  [/\?/g, '2020-01-08'],
];

function fillLine(line: string, record: string): string {
  if (line.trim() === 'record ?') return `record ${record}`;
  return line
    .split(/("(?:[^"]|"")*")/)
    .map((part) =>
      part.startsWith('"') ? part : RULES.reduce((text, [open, filled]) => text.replace(open, filled), part),
    )
    .join('');
}
