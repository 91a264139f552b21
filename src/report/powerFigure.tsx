/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Power, Verdict } from '../evidence/index.ts';
import { dotsPath, trianglesPath } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatNumber, formatPercent } from './formatNumber.ts';
import { FootAxis, LeftAxis } from './plotFrame.tsx';
import { seenAt } from './seenAt.ts';

const BOX = { left: 60, right: 440, top: 34, bottom: 220 };

/** How likely this record was to show effects of each size, and where the claim's test stands. */
export function PowerFigure(props: {
  readonly name: string;
  readonly verdict: Verdict;
  readonly power: Power;
  readonly source: string;
}) {
  const { name, verdict, power, source } = props;
  const unit = verdict.effect?.unit ?? 'effect';
  const seen = seenAt(power);
  const curve = [...power.curve].sort((a, b) => a.effect - b.effect);
  const ends = [
    ...curve.map((point) => point.effect),
    power.smallestEffect,
    ...(seen === null ? [] : [seen]),
  ];
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [BOX.left, BOX.right]);
  const y = scaleLinear([0, 1], [BOX.bottom, BOX.top]);
  const here = power.power === null ? null : { x: x(power.smallestEffect), y: y(power.power) };
  return (
    <Figure
      title={`${name}: what this record could have shown`}
      sentence={describePower(power, unit)}
      width={460}
      height={262}
      source={source}
      legend="Blue dot: you are here, the smallest effect of interest. Triangle: the smallest effect seen with power 80 %."
      tables={[
        {
          caption: 'Power by size of the effect',
          columns: [`Effect (${unit})`, 'Power'],
          rows: curve.map((point) => [point.effect, { share: point.power }]),
        },
      ]}
      marks={curve.map((point) => ({
        x: x(point.effect),
        y: y(point.power),
        text: `effect ${formatNumber(point.effect)}: power ${formatPercent(point.power)}`,
      }))}
    >
      <LeftAxis scale={y} box={BOX} ticks={5} label="power" asPercent />
      <path class="dashes" d={`M${BOX.left} ${y(0.8)}H${BOX.right}`} />
      <path
        class="curve"
        d={
          line<{ effect: number; power: number }>()
            .x((point) => x(point.effect))
            .y((point) => y(point.power))
            .digits(1)(curve) ?? ''
        }
      />
      {seen === null ? null : <path class="second open" d={trianglesPath([{ x: x(seen), y: y(0.8) }], 10)} />}
      {here === null ? null : (
        <>
          <path class="first dots" stroke-width="10" d={dotsPath([here])} />
          <text {...labelBeside(here)}>you are here</text>
        </>
      )}
      <FootAxis scale={x} box={BOX} ticks={6} label={unit} />
    </Figure>
  );
}

/** To the lower right of the dot; above it near the foot, to its left where the frame ends. */
function labelBeside(here: { x: number; y: number }) {
  const y = here.y > BOX.bottom - 30 ? here.y - 10 : here.y + 18;
  return here.x > BOX.right - 100
    ? ({ x: here.x - 8, y, 'text-anchor': 'end' } as const)
    : ({ x: here.x + 8, y } as const);
}

function describePower(power: Power, unit: string): string {
  const seen =
    power.power === null
      ? `How likely this record was to show an effect of ${formatNumber(power.smallestEffect)} (${unit}) is not known`
      : `An effect of ${formatNumber(power.smallestEffect)} (${unit}) would have been seen with probability ${formatPercent(power.power)}`;
  const least = seenAt(power);
  const detectable =
    least === null
      ? 'no effect of such a size reaches 80 %'
      : `the smallest effect seen with power 80 % is ${formatNumber(least)}`;
  return `${seen}; ${detectable}.`;
}
