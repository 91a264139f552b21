/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { DataTable } from './dataTable.tsx';
import { describeOrigin, type PageOrigin } from './forecastPage.tsx';
import { FanFigure } from './fanFigure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { FuturesFigure } from './futuresFigure.tsx';
import { describePairs, describeRule, MARK } from './renderWhatIfs.ts';
import { splitReached } from './splitReached.ts';
import type { ShownEffect, ShownWhatIf } from './shownWhatIf.ts';

/** One what-if: what it rests on, what would differ, and the pictures of the difference. */
export function WhatIfSection(props: {
  readonly whatIf: ShownWhatIf;
  readonly origin: PageOrigin;
  readonly paths: number;
}) {
  const { whatIf, origin, paths } = props;
  const { title, first, last, rules, refused, marked, effects, notes, ranAway } = whatIf;
  const source = describeOrigin(origin, paths, whatIf.origin);
  const split = splitReached(effects);
  const told = effects.filter(({ effect }) => effect !== null && effect.pairs > 0);
  return (
    <section class="claim">
      <h2>What if {title}?</h2>
      <p>
        From {first} to {last}.
        {rules.map((rule) => (
          <>
            <br />
            {describeRule(rule)}
          </>
        ))}
      </p>
      {refused === null ? null : (
        <p>
          <b>Not answered.</b> {refused}
        </p>
      )}
      {marked ? <p class="after mark">{MARK}</p> : null}
      {effects.length === 0 ? null : (
        <>
          <ul>
            {split.told.map(({ sentence }) => (
              <li>{sentence}</li>
            ))}
            {split.sentence === null ? null : <li>{split.sentence}</li>}
          </ul>
          <EffectTable effects={split.told} />
        </>
      )}
      {told.length === 0 ? null : <h3>Pictures</h3>}
      <div class="figures">
        {told
          .filter(({ effect }) => effect!.fewer + effect!.more > 0)
          .map((effect) => (
            <EffectPictures effect={effect} title={title} source={source} marked={marked} />
          ))}
      </div>
      {notes.length + ranAway === 0 ? null : (
        <ul class="dim">
          {notes.map((note) => (
            <li>{note}</li>
          ))}
          {ranAway === 0 ? null : <li>{formatCount(ranAway, 'pair')} ran away and are left out.</li>}
        </ul>
      )}
    </section>
  );
}

function EffectPictures(props: {
  readonly effect: ShownEffect;
  readonly title: string;
  readonly source: string;
  readonly marked: boolean;
}) {
  const { effect: shown, title, source, marked } = props;
  const { stream, effect, course } = shown;
  if (effect === null) return null;
  const mark = marked ? ' (rests on a rule without support)' : '';
  const points = course.flatMap(({ first, last, intervals }) => [{ first, last, intervals }]);
  const length = points[0] ? points[0].last - points[0].first + 1 : 0;
  return (
    <>
      {points.length < 2 ? null : (
        <FanFigure
          title={`${stream}: what “${title}” would change${mark}`}
          sentence={`Differences of paired futures as they add up. By the last day: ${describePairs(shown)}.`}
          unit="difference so far, events"
          source={source}
          recorded={[]}
          fan={points}
          stretch={`by the end of each ${formatCount(length, 'day')}`}
          zero
        />
      )}
      <FuturesFigure
        title={`${stream}: in how many futures “${title}” would change the total${mark}`}
        futures={[
          { label: 'fewer events', probability: effect.fewer },
          { label: 'as many', probability: Math.max(0, 1 - effect.fewer - effect.more) },
          { label: 'more events', probability: effect.more },
        ]}
        paths={`${formatCount(effect.pairs, 'pair')} of futures`}
        source={source}
      />
    </>
  );
}

function EffectTable({ effects }: { readonly effects: readonly ShownEffect[] }) {
  return (
    <DataTable
      caption="Expected events on the days of the what-if"
      columns={['Events', 'As things are', 'What if', 'Difference', '95 % interval', 'Error of simulation']}
      numeric={[1, 2, 3, 4, 5]}
      rows={effects.map(({ stream, effect }) =>
        effect === null
          ? [stream, 'not told', '', '', '', '']
          : [
              stream,
              formatNumber(effect.without),
              formatNumber(effect.with),
              formatNumber(effect.difference),
              effect.interval95 === null ? '–' : effect.interval95.map(formatNumber).join(' to '),
              formatNumber(effect.error),
            ],
      )}
    />
  );
}
