/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { isolateNames } from './isolateNames.ts';
import { STYLE } from './style.ts';

/** No script and no request; `data:` pictures are those that the style draws. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One HTML file around a body: all that a page of Tacit says of itself before it begins. */
export function renderHtmlPage(props: {
  readonly title: string;
  /** The version of Tacit that made it. */
  readonly tacit: string;
  readonly children: ComponentChildren;
}): string {
  const { title, tacit, children } = props;
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content={`Tacit ${tacit}`} />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>{children}</body>
    </html>
  );
  return `<!doctype html>\n${isolateNames(render(page))}\n`;
}
