/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { dotsPath, round, type Spot } from './drawMarks.ts';
import { Figure } from './figure.tsx';

/** Something that happens in a share of the simulated futures. */
export interface Future {
  readonly label: string;
  readonly probability: number;
}

const FUTURES = 20;
const ROW = 52;
const GAP = 21;

/** Probabilities as so many of twenty futures: counted things are read more rightly than percentages. */
export function FuturesFigure(props: {
  readonly title: string;
  readonly futures: readonly Future[];
  readonly paths: string;
  readonly source: string;
}) {
  const { title, futures, paths, source } = props;
  return (
    <Figure
      title={title}
      sentence={futures.map((future) => `${future.label}: ${ofTwenty(future.probability)}`).join('. ') + '.'}
      width={460}
      height={futures.length * ROW + 8}
      source={source}
      legend={`Each dot stands for a twentieth of ${paths}. Filled: it happens there. Open: it does not.`}
      tables={[
        {
          caption: 'Share of the simulated futures',
          columns: ['What happens', 'Probability', 'Of twenty'],
          rows: futures.map(({ label, probability }) => [
            label,
            { share: probability },
            ofTwenty(probability),
          ]),
        },
      ]}
    >
      {futures.map(({ label, probability }, row) => {
        const spots = Array.from({ length: FUTURES }, (_, dot) => ({
          x: 14 + dot * GAP,
          y: row * ROW + 40,
        }));
        const filled = roundToTwenty(probability);
        return (
          <>
            <text x={4} y={row * ROW + 20}>
              {label}
            </text>
            <path class="first dots" stroke-width="13" d={dotsPath(spots.slice(0, filled))} />
            <path class="ring" d={ringsPath(spots.slice(filled), 5.5)} />
          </>
        );
      })}
    </Figure>
  );
}

/** `7 of 20 futures`; what is rare or nearly sure is not rounded to never or always. */
export function ofTwenty(probability: number): string {
  if (probability > 0 && probability < 1 / FUTURES) return 'fewer than 1 of 20 futures';
  if (probability < 1 && probability > 1 - 1 / FUTURES) return 'more than 19 of 20 futures';
  return `${roundToTwenty(probability)} of 20 futures`;
}

/** Dots to fill: none only for what never happened, all only for what always did. */
function roundToTwenty(probability: number): number {
  const dots = Math.round(probability * FUTURES);
  if (probability > 0 && dots === 0) return 1;
  return probability < 1 && dots === FUTURES ? FUTURES - 1 : dots;
}

function ringsPath(spots: readonly Spot[], radius: number): string {
  return spots
    .map(
      ({ x, y }) =>
        `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`,
    )
    .join('');
}
