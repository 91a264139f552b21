/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { LedgerSource } from '../evidence/index.ts';
import { DataTable } from './dataTable.tsx';
import { Fact, type PageOrigin } from './forecastPage.tsx';
import { formatCount } from './formatNumber.ts';
import { renderHtmlPage } from './htmlPage.tsx';
import { shortHash } from './pageHeader.tsx';
import { describeCounts, LEDGER_NOTE } from './renderLedger.ts';
import { showControls } from './showControls.ts';

interface LedgerPage {
  readonly tacit: string;
  readonly seed: number;
  readonly sources: readonly LedgerSource[];
  /** Every theatre whose forecasts were looked for, with its records. */
  readonly theatres: readonly Pick<PageOrigin, 'theatre' | 'records'>[];
}

/** What became of the forecasts of each source, as one HTML file without script. */
export function renderLedgerPage(ledger: LedgerPage): string {
  const { tacit, seed, sources, theatres } = showControls(ledger);
  const files = theatres.map(({ theatre }) => theatre.file);
  return renderHtmlPage({
    title: 'What became of forecasts',
    tacit,
    children: (
      <>
        <header>
          <p class="kind">Ledger</p>
          <h1>What became of forecasts</h1>
          <dl class="facts">
            {theatres.map((one) => (
              <TheatreFacts {...one} />
            ))}
            <Fact name="Made with">
              Tacit {tacit}, seed {String(seed)}
            </Fact>
            <Fact name="To make it again">
              <code>{`tacit ledger ${files.join(' ')} --seed ${seed} --report ledger.html`}</code>
            </Fact>
          </dl>
        </header>
        <main>
          {sources.length === 0 ? <p>No claim of these files says what is expected.</p> : null}
          {sources.map((source) => (
            <SourceSection source={source} />
          ))}
          <p>{LEDGER_NOTE}</p>
        </main>
      </>
    ),
  });
}

function TheatreFacts({ theatre, records }: LedgerPage['theatres'][number]) {
  return (
    <>
      <Fact name="Theatre">
        {theatre.title}: {theatre.file} <code class="hash">{shortHash(theatre.hash)}</code>
      </Fact>
      {records.map(({ file, hash }) => (
        <Fact name="Record">
          {file} <code class="hash">{shortHash(hash)}</code>
        </Fact>
      ))}
    </>
  );
}

function SourceSection({
  source: { source, counts, settledShare, entries },
}: {
  readonly source: LedgerSource;
}) {
  return (
    <section>
      <h2>
        <bdi>{source}</bdi>
      </h2>
      <p>
        {formatCount(entries.length, 'forecast')}: {describeCounts(counts, settledShare)}.
      </p>
      <DataTable
        caption={`Forecasts by ${source}, in the order of their files`}
        columns={['Outcome', 'Claim', 'File', 'What was expected', 'What the record says']}
        rows={entries.map(({ outcome, claim, file, text, sentence }) => [
          outcome,
          <bdi>{claim}</bdi>,
          <bdi>{file}</bdi>,
          <code>
            <bdi>{text}</bdi>
          </code>,
          sentence,
        ])}
      />
    </section>
  );
}
