import { FINDING_WORDS, FindingShape } from '../../../report/index.ts';
import { go, route } from '../route.ts';
import type { Claim } from './filterClaims.ts';

/** How often each finding was reached; a press narrows the table to it. */
export function FindingCounts({
  claims,
  chosen,
}: {
  readonly claims: readonly Claim[];
  readonly chosen: string;
}) {
  const parts = claims.flatMap((claim) => claim.parts);
  return (
    <div class="finding-counts" role="group" aria-label="Parts by finding">
      {FINDING_WORDS.map(({ finding, label, meaning }) => {
        const count = parts.filter((part) => part.finding === finding).length;
        if (count === 0) return null;
        const isChosen = chosen === finding;
        return (
          <button
            type="button"
            class={finding.replaceAll(' ', '-')}
            aria-pressed={isChosen}
            title={meaning}
            onClick={() =>
              go({ filters: { ...route.value.filters, finding: isChosen ? '' : finding } }, true)
            }
          >
            <b>{count}</b> <FindingShape finding={finding} /> {label}
          </button>
        );
      })}
    </div>
  );
}
