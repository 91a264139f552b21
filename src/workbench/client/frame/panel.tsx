import { useEffect, useRef } from 'preact/hooks';
import { FigureExtrasContext, MarkCursor } from '../../../report/index.ts';
import { FigureDownloads } from '../claim/figureDownloads.tsx';
import { ClaimView } from '../claim/claimView.tsx';
import { lookUpClaim } from '../claim/lookUpClaim.ts';
import { DraftView } from '../draft/draftView.tsx';
import { ForwardView } from '../forward/forwardView.tsx';
import { RecordView } from '../record/recordView.tsx';
import { ReportView } from '../report/reportView.tsx';
import { go, route, SHEETS, type Sheet } from '../route.ts';
import { VerdictsView } from '../verdicts/verdictsView.tsx';
import { activeFile } from '../workbench.ts';
import { followAnchor } from './followAnchor.ts';
import { Tabs } from './tabs.tsx';

/** As of style.css: text and sheets stand one above the other. */
const NARROW = '(max-width: 56rem)';

const TITLES: Readonly<Record<Sheet, string>> = {
  verdicts: 'Verdicts',
  claim: 'Claim',
  record: 'Record',
  forward: 'Forward',
  draft: 'Draft',
  report: 'Report',
};

/** What a page with a script adds to the report's pictures. */
const EXTRAS = { Tools: FigureDownloads, Cursor: MarkCursor };

/** The right-hand side: one sheet at a time. */
export function Panel() {
  const { sheet, claim } = route.value;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, [sheet, claim]);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const chosen = SHEETS[Number(event.code.replace('Digit', '')) - 1];
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.code === 'KeyT' && route.value.claim !== null) lookUpClaim(route.value.claim);
      else if (event.code === 'Digit0') activeFile.value?.view.focus();
      else if (chosen !== undefined && /^Digit\d$/.test(event.code)) chooseSheet(chosen);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <section class="panel" id="panel" aria-label="Verdicts, record and report">
      <Tabs
        label="Sheets"
        chosen={sheet}
        controls="sheet"
        tabs={SHEETS.map((key) => ({ key, title: TITLES[key] }))}
        choose={(key) => chooseSheet(key as Sheet)}
      />
      <div
        class="sheet"
        id="sheet"
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`sheet-tab-${SHEETS.indexOf(sheet)}`}
        ref={body}
        onClick={followAnchor}
      >
        <FigureExtrasContext.Provider value={EXTRAS}>
          <Body sheet={sheet} />
        </FigureExtrasContext.Provider>
      </div>
    </section>
  );
}

function chooseSheet(sheet: Sheet): void {
  go({ sheet });
  // Where the text stands above the sheets, what was asked for would begin below the screen.
  if (matchMedia(NARROW).matches) document.getElementById('panel')?.scrollIntoView({ block: 'start' });
  document.querySelector<HTMLElement>(`#sheet-tab-${SHEETS.indexOf(sheet)}`)?.focus();
}

function Body({ sheet }: { readonly sheet: Sheet }) {
  switch (sheet) {
    case 'verdicts':
      return <VerdictsView />;
    case 'claim':
      return <ClaimView />;
    case 'record':
      return <RecordView />;
    case 'forward':
      return <ForwardView />;
    case 'draft':
      return <DraftView />;
    case 'report':
      return <ReportView />;
  }
}
