import { drawToPng } from './drawToPng.ts';
import { offerFile } from './offerFile.ts';
import { printSvg } from './printSvg.ts';
import { tableToCsv } from './tableToCsv.ts';

/** Puts under every figure of a sheet what takes it elsewhere: its picture as SVG and PNG, its numbers as CSV. */
export function addDownloads(sheet: HTMLElement, subject: string): void {
  for (const figure of sheet.querySelectorAll('figure')) {
    if (figure.querySelector('.downloads') !== null) continue;
    const picture = figure.querySelector<SVGSVGElement>('svg[role=img]');
    const table = figure.querySelector('table');
    const title = figure.querySelector('h4')?.textContent ?? 'figure';
    const name = `${subject} ${title}`
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80);
    const row = document.createElement('p');
    row.className = 'downloads';
    row.append('Download ');
    if (picture) {
      addButton(row, 'SVG', title, () =>
        offerFile(`${name}.svg`, new Blob([printSvg(picture)], { type: 'image/svg+xml' })),
      );
      addButton(
        row,
        'PNG',
        title,
        () => void drawToPng(picture).then((png) => offerFile(`${name}.png`, png)),
      );
    }
    if (table) {
      addButton(row, 'CSV', title, () =>
        offerFile(`${name}.csv`, new Blob([tableToCsv(table)], { type: 'text/csv' })),
      );
    }
    figure.append(row);
  }
}

function addButton(row: HTMLElement, kind: string, title: string, act: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = kind;
  const hidden = document.createElement('span');
  hidden.className = 'hidden';
  hidden.textContent = ` of ${title}`;
  button.append(hidden);
  button.addEventListener('click', act);
  row.append(button, ' ');
}
