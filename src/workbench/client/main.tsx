import { render } from 'preact';
import { adoptReportStyle } from './frame/adoptReportStyle.ts';
import { isolateNames } from './frame/isolateNames.ts';
import { Page } from './frame/page.tsx';
import { startWorkbench } from './workbench.ts';

const place = document.getElementById('workbench');
if (place === null) throw new Error('the page has no element with the id workbench');
adoptReportStyle();
isolateNames();
render(<Page />, place);
void startWorkbench();
