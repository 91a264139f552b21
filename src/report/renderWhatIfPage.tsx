/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { renderForecastPage } from './forecastPage.tsx';
import { formatNumber } from './formatNumber.ts';
import { showControls } from './showControls.ts';
import type { ShownWhatIfs } from './shownWhatIf.ts';
import { WhatIfSection } from './whatIfSection.tsx';

/** The answers to a theatre's what-ifs as one HTML file without script. */
export function renderWhatIfPage(answers: ShownWhatIfs): string {
  const shown = showControls(answers);
  const { theatre, whatIfs, paths, seed, anyway } = shown;
  return renderForecastPage({
    kind: 'What if',
    origin: shown,
    command: `tacit whatif ${theatre.file} --paths ${paths} --seed ${seed}${anyway ? ' --anyway' : ''} --report whatif.html`,
    facts: [['Pairs of futures', formatNumber(paths)]],
    children: (
      <>
        <p>
          Each what-if runs the theatre forward twice with the same chance, as it is and changed. The
          difference is the effect in the model. In the world it is one only where the rules it rests on are
          causal and nothing else changes.
        </p>
        {whatIfs.map((whatIf) => (
          <WhatIfSection whatIf={whatIf} origin={shown} paths={paths} />
        ))}
      </>
    ),
  });
}
