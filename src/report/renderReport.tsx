/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { render } from 'preact-render-to-string';
import type { Examination } from '../evidence/index.ts';
import type { MapGround } from './mapGround.ts';
import { compactPage } from './compactPage.ts';
import { Report } from './report.tsx';
import { showControls } from './showControls.ts';
import { STYLE } from './style.ts';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The whole examination as one HTML file: no script, no request, the same bytes for the same examination.
 * Text from records and theatres appears as text only; links are http or https. The map is drawn where its `ground` is
 * given (`loadMapGround`).
 */
export function renderReport(examination: Examination, ground: MapGround | null = null): string {
  const shown = showControls(examination);
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content={`Tacit ${shown.tacit}`} />
        <title>{`${shown.theatre.title}: claims against the record`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <Report examination={shown} ground={ground} />
      </body>
    </html>
  );
  return `<!doctype html>\n${compactPage(render(page))}\n`;
}
