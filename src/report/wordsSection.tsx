/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Examination } from '../evidence/index.ts';
import { Badge } from './badge.tsx';
import { DataTable } from './dataTable.tsx';
import { FINDING_WORDS, PART_WORDS } from './findingWords.ts';
import { formatNumber } from './formatNumber.ts';

const CANNOT_SHOW = [
  'What anybody wanted, feared or meant: intent is never judged.',
  'Causes by themselves: a cause that no record holds and that reaches one side first looks like an answer.',
  'What nobody recorded. An unrecorded day is not a calm day, and a thinned record makes answers look rarer and rarer acts look absent.',
  'The order of events within one day.',
  'Who gave an order, or consent given in private.',
  'Whether the record’s own attributions are right: they are carried along with their source, not checked.',
];

/** What findings and parts mean, the thresholds in force, and what no record of events can show. */
export function WordsSection({ examination }: { readonly examination: Examination }) {
  const thresholds = Object.entries(examination.thresholds);
  return (
    <section aria-labelledby="words">
      <h2 id="words">Words and thresholds</h2>
      <h3>What a finding means</h3>
      <dl class="words">
        {FINDING_WORDS.map(({ finding, meaning }) => (
          <div>
            <dt>
              <Badge finding={finding} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>What a part asks</h3>
      <dl class="words">
        {Object.entries(PART_WORDS).map(([part, words]) => (
          <div>
            <dt class="part">{part}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <h3>Thresholds</h3>
      {thresholds.length === 0 ? (
        <p>No threshold was used.</p>
      ) : (
        <>
          <p>Written down before the record was read, the same for every claim, never tuned on it.</p>
          <DataTable
            caption="Thresholds in force"
            columns={['Threshold', 'Value']}
            numeric={[1]}
            rows={thresholds.map(([name, value]) => [spellOut(name), formatNumber(value)])}
          />
        </>
      )}
      <h3>What the record cannot show</h3>
      <ul>
        {CANNOT_SHOW.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** `smallestRateRatio` → `smallest rate ratio`; words with spaces stay as they are. */
function spellOut(name: string): string {
  if (name.includes(' ')) return name;
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase();
}
