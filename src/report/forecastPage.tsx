/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Examination, RecordQuality } from '../evidence/index.ts';
import { formatCount } from './formatNumber.ts';
import { shortHash } from './pageHeader.tsx';
import { renderHtmlPage } from './htmlPage.tsx';

/** What a page about the future is made from. */
export interface PageOrigin {
  readonly tacit: string;
  readonly theatre: Pick<Examination['theatre'], 'title' | 'file' | 'hash'>;
  readonly records: readonly Pick<RecordQuality, 'file' | 'hash'>[];
  readonly seed: number;
}

interface ForecastPageProps {
  readonly kind: string;
  readonly origin: PageOrigin;
  /** The command that makes the page again. */
  readonly command: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly children: ComponentChildren;
}

/** One HTML file about the future of a theatre: no script, no request, the same bytes for the same input. */
export function renderForecastPage(props: ForecastPageProps): string {
  const { kind, origin, command, facts, children } = props;
  const { tacit, theatre, records, seed } = origin;
  return renderHtmlPage({
    title: `${theatre.title}: ${kind}`,
    tacit,
    children: (
      <>
        <header>
          <p class="kind">{kind}</p>
          <h1>{theatre.title}</h1>
          <dl class="facts">
            <Fact name="Theatre">
              {theatre.file} <code class="hash">{shortHash(theatre.hash)}</code>
            </Fact>
            {records.map((record) => (
              <Fact name="Record">
                {record.file} <code class="hash">{shortHash(record.hash)}</code>
              </Fact>
            ))}
            {facts.map(([name, value]) => (
              <Fact name={name}>{value}</Fact>
            ))}
            <Fact name="Made with">
              Tacit {tacit}, seed {String(seed)}
            </Fact>
            <Fact name="To make it again">
              <code>{command}</code>
            </Fact>
          </dl>
        </header>
        <main>{children}</main>
      </>
    ),
  });
}

/** One line of the facts at the head of a page. */
export function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The line under every picture: where its numbers come from. */
export function describeOrigin({ records, seed }: PageOrigin, paths: number, known: string | null): string {
  const named = records.map(({ file, hash }) => `${file} (${shortHash(hash)})`).join(', ');
  return `Source: record ${named}${known === null ? '' : ` up to ${known}`}; ${formatCount(paths, 'simulated future')}, seed ${seed}.`;
}
