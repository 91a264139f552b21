/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import type { NamedEvents, RecordQuality } from '../evidence/index.ts';
import { round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { shortHash } from './pageHeader.tsx';
import { shorten } from './shorten.ts';

const LEFT = 262;
const RIGHT = 400;
const ROW = 19;
const HEAD = 30;
const SOURCES_SHOWN = 8;
const SET_ASIDE = 'set aside, not read';

interface Group {
  readonly title: string;
  readonly rows: readonly NamedEvents[];
}

/** How good the rows of a record are: whose they are, how exact, who says who did it, and what they lack. */
export function RowsFigure({ record }: { readonly record: RecordQuality }) {
  const all = record.rows;
  if (all === 0) return null;
  const groups = groupRows(record);
  const tops = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { rows }) => sum + HEAD + rows.length * ROW, 0),
  );
  const height = groups.reduce((sum, { rows }) => sum + HEAD + rows.length * ROW, 8);
  const x = scaleLinear([0, all], [LEFT, RIGHT]);
  return (
    <Figure
      title={`${record.file}: how good its rows are`}
      sentence={describeRows(record)}
      width={460}
      height={height}
      source={`Source: record ${record.file} (${shortHash(record.hash)}); n = ${formatNumber(all)} rows.`}
      legend={`Bars: rows, the whole width being all ${formatNumber(all)} of them. A row may have several sources, and several lacks.`}
      tables={groups.map(({ title, rows }) => ({
        caption: title,
        columns: ['What', 'Rows', 'Share'],
        rows: rows.map(({ name, events }) => [name, events, { share: shareOf(record, name, events) }]),
      }))}
      marks={groups.flatMap(({ rows }, index) =>
        rows.map(({ name, events }, at) => ({
          x: x(Math.min(all, events)),
          y: (tops[index] ?? 0) + HEAD + (at + 0.5) * ROW,
          text: `${name}: ${formatCount(events, 'row')}`,
        })),
      )}
    >
      {groups.map(({ title, rows }, index) => {
        const top = tops[index] ?? 0;
        return (
          <>
            <text class="dim" x={2} y={top + 20}>
              {title}
            </text>
            {rows.map(({ name, events }, at) => {
              const y = top + HEAD + at * ROW;
              return (
                <>
                  <text x={LEFT - 8} y={y + 13} text-anchor="end">
                    {shorten(name, 28)}
                  </text>
                  <rect
                    class="first solid"
                    x={LEFT}
                    y={y + 3}
                    width={events === 0 ? 0 : round(Math.max(1, x(Math.min(all, events)) - LEFT))}
                    height={ROW - 6}
                  />
                  <text class="dim" x={round(x(Math.min(all, events)) + 5)} y={y + 13}>
                    {formatNumber(events)}
                  </text>
                </>
              );
            })}
          </>
        );
      })}
    </Figure>
  );
}

/** Rows set aside are a share of all rows, everything else of those that could be read. */
function shareOf({ rows, right }: RecordQuality, name: string, events: number): number | null {
  const whole = name === SET_ASIDE ? rows : right;
  return whole === 0 ? null : events / whole;
}

function groupRows(record: RecordQuality): readonly Group[] {
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, events]) => ({ name, events }))
      .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
  const { right } = record;
  return [
    { title: 'Commonest sources', rows: record.sources.slice(0, SOURCES_SHOWN) },
    { title: 'How exactly days are known', rows: counted(record.byPrecision) },
    { title: 'Who says who did it', rows: counted(record.byAttribution) },
    {
      title: 'What is wrong or missing',
      rows: [
        { name: SET_ASIDE, events: record.setAside },
        { name: 'perhaps coded twice', events: record.duplicates.count },
        { name: 'nobody named as doer', events: record.withoutInitiator },
        { name: 'several possible doers', events: record.contested },
        { name: 'who acted on whom not told', events: record.undirected },
        { name: 'number of killed not stated', events: right - record.withDeaths },
        { name: 'no position', events: right - record.withPosition },
      ],
    },
  ].filter(({ rows }) => rows.length > 0);
}

function describeRows(record: RecordQuality): string {
  const { rows, setAside, gaps, missing, duplicates, right } = record;
  const exact = right === 0 ? null : (record.byPrecision['day'] ?? 0) / right;
  const [first] = record.sources;
  return (
    `Of ${formatCount(rows, 'row')} ${formatNumber(setAside)} ${setAside === 1 ? 'is' : 'are'} set aside; ${formatPercent(exact)} of the others are dated to the day. ` +
    `${first ? `Most name ${first.name} as a source (${formatNumber(first.events)}). ` : ''}` +
    `${formatCount(missing.length, 'gap')} declared, ${formatNumber(gaps.length)} more proposed, ${formatCount(duplicates.count, 'possible duplicate')}.`
  );
}
