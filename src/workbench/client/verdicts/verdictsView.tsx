import { FINDING_WORDS } from '../../../report/index.ts';
import { go, route } from '../route.ts';
import { NextSteps } from '../start/nextSteps.tsx';
import { examinationState, mainFile, shown } from '../workbench.ts';
import { Diagnostics } from './diagnostics.tsx';
import { filterClaims, type Claim, type ClaimFilters } from './filterClaims.ts';
import { orderClaims } from './orderClaims.ts';
import { FindingCounts } from './findingCounts.tsx';
import { OpenClaimsList } from './openClaimsList.tsx';
import { VerdictRows } from './verdictRows.tsx';
import { WholeTheatre } from './wholeTheatre.tsx';

/** All verdicts, narrowed by what is asked for. */
export function VerdictsView() {
  const state = examinationState.value;
  const examination = shown.value?.examination ?? null;
  const filters = readFilters(route.value.filters);
  if (state.kind === 'refused' && examination === null)
    return (
      <>
        <h2>Verdicts</h2>
        <Diagnostics diagnostics={state.diagnostics} />
      </>
    );
  if (examination === null) return <Nothing />;
  const claims = orderClaims(filterClaims(examination.claims, filters));
  return (
    <>
      <h2>Verdicts</h2>
      <NextSteps />
      {state.kind === 'refused' ? <Diagnostics diagnostics={state.diagnostics} /> : null}
      <Failure />
      {examination.claims.length === 0 ? (
        <>
          {examination.open === undefined ? <p>{describeNoClaim()}</p> : null}
          <OpenClaimsList examination={examination} />
        </>
      ) : (
        <>
          <FindingCounts claims={examination.claims} chosen={filters.finding} />
          <Filters claims={examination.claims} filters={filters} shown={claims.length} />
          {claims.length === 0 ? (
            <p>No claim matches all of this.</p>
          ) : (
            <VerdictRows claims={claims} examination={examination} />
          )}
          <OpenClaimsList examination={examination} />
          {shown.value === null ? null : <WholeTheatre examined={shown.value} />}
        </>
      )}
    </>
  );
}

/** The examination knows no claim: that may be so because the text that holds one was not examined yet. */
function describeNoClaim(): string {
  const file = mainFile.value;
  const text = file && file.edits.value >= 0 ? file.view.state.doc.toString() : '';
  if (!/^claim\s/m.test(text))
    return 'This theatre makes no claim yet. “New claim” above the text writes one with you.';
  const { kind } = examinationState.value;
  if (kind === 'running') return 'The claim of the text is being judged. Its verdict appears here.';
  if (kind === 'refused') return 'The text holds a claim. It is judged as soon as the errors are mended.';
  return 'The text holds a claim that was not examined yet. “Examine” above judges it.';
}

function Failure() {
  const state = examinationState.value;
  return state.kind !== 'failed' ? null : (
    <p class="notice" role="alert">
      The last examination failed: {state.message}
    </p>
  );
}

function Nothing() {
  const { kind } = examinationState.value;
  return (
    <>
      <h2>Verdicts</h2>
      <Failure />
      <NextSteps />
      <p>
        {kind === 'running'
          ? 'The claims are being judged. Verdicts appear here when they are ready.'
          : 'No verdict yet. “Examine” above judges every claim of the text on its record.'}
      </p>
    </>
  );
}

function Filters(props: { claims: readonly Claim[]; filters: ClaimFilters; shown: number }) {
  const { claims, filters } = props;
  const sources = [...new Map(claims.map(({ source, sourceDisplay }) => [source, sourceDisplay]))];
  const parts = [...new Set(claims.flatMap((claim) => claim.parts.map(({ part }) => part)))];
  const findings = FINDING_WORDS.filter(({ finding }) =>
    claims.some((claim) => claim.parts.some((part) => part.finding === finding)),
  );
  return (
    <form class="filters" aria-label="Narrow the verdicts" onSubmit={(event) => event.preventDefault()}>
      <Choice label="Source" name="source" filters={filters} options={sources} />
      <Choice
        label="Finding"
        name="finding"
        filters={filters}
        options={findings.map(({ finding, label }) => [finding, label])}
      />
      <Choice label="Part" name="part" filters={filters} options={parts.map((part) => [part, part])} />
      <label class="search">
        Search
        <input
          type="search"
          value={filters.words}
          onInput={({ currentTarget }) => narrow({ ...filters, words: currentTarget.value })}
        />
      </label>
      <p class="dim" role="status">
        {props.shown === claims.length ? '' : `${props.shown} of `}
        {claims.length === 1 ? '1 claim' : `${claims.length} claims`}
      </p>
    </form>
  );
}

function Choice(props: {
  readonly label: string;
  readonly name: 'source' | 'finding' | 'part';
  readonly filters: ClaimFilters;
  readonly options: readonly (readonly [string, string])[];
}) {
  const { label, name, filters, options } = props;
  return (
    <label>
      {label}
      <select
        value={filters[name]}
        onChange={({ currentTarget }) => narrow({ ...filters, [name]: currentTarget.value })}
      >
        <option value="">all</option>
        {options.map(([value, words]) => (
          <option value={value}>{words}</option>
        ))}
      </select>
    </label>
  );
}

function narrow(filters: ClaimFilters): void {
  const kept = Object.entries(filters).filter(([, value]) => value !== '');
  go({ sheet: 'verdicts', filters: Object.fromEntries(kept) }, true);
}

function readFilters(filters: Readonly<Record<string, string>>): ClaimFilters {
  const { source = '', finding = '', part = '', words = '' } = filters as Record<string, string | undefined>;
  return { source, finding, part, words };
}
