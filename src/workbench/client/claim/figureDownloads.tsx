import { useRef } from 'preact/hooks';
import { figureTableCsv, type FigureToolsProps } from '../../../report/index.ts';
import { said } from '../workbench.ts';
import { drawToPng } from './drawToPng.ts';
import { offerFile } from './offerFile.ts';
import { printSvg } from './printSvg.ts';

/** Under the title of every picture: the picture as SVG and PNG, its numbers as CSV. */
export function FigureDownloads({ title, tables }: FigureToolsProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const name = title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  const withPicture = (act: (picture: SVGSVGElement) => void) => () => {
    const picture = place.current?.closest('figure')?.querySelector<SVGSVGElement>('svg[role=img]');
    if (picture) act(picture);
  };
  const saveSvg = withPicture((picture) =>
    offerFile(`${name}.svg`, new Blob([printSvg(picture)], { type: 'image/svg+xml' })),
  );
  const savePng = withPicture((picture) => {
    drawToPng(picture).then(
      (png) => offerFile(`${name}.png`, png),
      () => (said.value = 'This browser could not draw the picture as PNG; SVG works.'),
    );
  });
  const saveCsv = () => offerFile(`${name}.csv`, new Blob([figureTableCsv(tables)], { type: 'text/csv' }));
  return (
    <p class="downloads" ref={place}>
      <One kind="SVG" title={title} run={saveSvg} />
      <One kind="PNG" title={title} run={savePng} />
      {tables.length === 0 ? null : <One kind="CSV" title={title} run={saveCsv} />}
    </p>
  );
}

function One({
  kind,
  title,
  run,
}: {
  readonly kind: string;
  readonly title: string;
  readonly run: () => void;
}) {
  return (
    <button type="button" class="link" onClick={run}>
      {kind}
      <span class="hidden"> of {title}</span>
    </button>
  );
}
