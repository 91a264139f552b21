import { lookUpLine } from '../claim/lookUpClaim.ts';
import { go } from '../route.ts';
import { shown } from '../workbench.ts';

/**
 * Links inside the report's components point at places of the report's one page. Here those places lie on several
 * sheets: a claim on its own, a line in the editor, a record on the record's sheet.
 */
export function followAnchor(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest('a');
  const address = link?.getAttribute('href') ?? '';
  if (!address.startsWith('#') || address.startsWith('#/')) return;
  event.preventDefault();
  const id = address.slice(1);
  if (id === 'verdicts') go({ sheet: 'verdicts' });
  else if (/^line-\d+$/.test(id)) lookUpLine(Number(id.slice(5)));
  else if (/^claim-/.test(id)) goToClaim(id);
  else if (/^(record|set-aside|gaps|duplicates)-\d+$/.test(id)) {
    go({ sheet: 'record' });
    scrollLater(id);
  } else scrollLater(id);
}

function goToClaim(id: string): void {
  const claim = shown.value?.examination.claims.find(
    ({ name }) => `claim-${name.replace(/[^\p{L}\p{N}_]/gu, '-')}` === id,
  );
  if (claim) go({ sheet: 'claim', claim: claim.name });
}

const TRIES = 40;

/** The sheet may still have to be drawn, or its record fetched. */
function scrollLater(id: string, tries = TRIES): void {
  const place = document.getElementById(id);
  if (place === null) {
    if (tries > 0) setTimeout(() => scrollLater(id, tries - 1), 50);
    return;
  }
  place.closest('details')?.setAttribute('open', '');
  place.scrollIntoView({ block: 'start' });
  if (!place.hasAttribute('tabindex')) place.setAttribute('tabindex', '-1');
  place.focus({ preventScroll: true });
}
