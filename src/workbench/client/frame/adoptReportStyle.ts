import { STYLE } from '../../../report/index.ts';

/**
 * The report's style sheet for the report's components in this page. There they fill a screen, here a panel: what the
 * report asks of the screen's width is asked of the panel's.
 */
export function adoptReportStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE.replaceAll('@media screen and (max-width:', '@container panel (max-width:'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
