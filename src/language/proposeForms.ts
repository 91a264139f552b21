import type { Asked, Proposal } from './completion.ts';
import { SENTENCE_FORMS } from './sentenceForms.ts';
import type { SentenceForm } from './sentenceForm.ts';

/** Whole sentences with fields to fill in, where a claim needs its sentence. */
export function proposeForms({ stations, typed }: Asked): readonly Proposal[] {
  // Only the place where every kind of sentence may begin knows `when`.
  if (!stations.some(({ token, role }) => token === 'when' && role.rule === 'When')) return [];
  const wanted = typed.toLowerCase();
  return SENTENCE_FORMS.flatMap((form) => {
    const byWord = form.example.toLowerCase().startsWith(wanted) && wanted !== '';
    const byName = form.name
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted));
    if (!byWord && !byName && wanted !== '') return [];
    return [
      {
        kind: 'form',
        label: form.name,
        detail: form.example,
        meaning: `${form.meaning}\n\n\`\`\`tacit\n${form.example}\n\`\`\``,
        foundBy: wanted === '' ? null : typed,
        template: templateOf(form),
      },
    ];
  });
}

const SAMPLES: Readonly<Record<string, string>> = {
  act: 'strikes',
  date: '2024-01-01',
  count: '10',
  percent: '50',
  window: 'within 14 days',
  length: '90 days',
  text: '"…"',
};

/** `when ${1:who acts first} …`: optional parts are left out. */
function templateOf({ template, slots }: SentenceForm): string {
  let number = 0;
  const bare = template.replace(/ ?\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]/g, '');
  return bare
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      number += 1;
      const slot = slots.find((one) => one.name === name);
      const sample = slot?.choices[0]?.word ?? SAMPLES[slot?.kind ?? ''] ?? placeholder(slot?.kind ?? '');
      return `\${${String(number)}:${sample}}`;
    })
    .replace(/ {2,}/g, ' ');
}

function placeholder(kind: string): string {
  return kind.replace(/^./, (letter) => letter.toUpperCase());
}
