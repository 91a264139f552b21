import { useEffect, useState } from 'preact/hooks';
import { ClaimSheet } from '../../../report/index.ts';
import { askServer } from '../connection/askServer.ts';
import { go, route } from '../route.ts';
import { StaleMark } from '../verdicts/staleMark.tsx';
import { shown } from '../workbench.ts';
import { lookUpClaim } from './lookUpClaim.ts';

/** One claim with all its figures, its text, its chain of reasons, and the way to its neighbours. */
export function ClaimView() {
  const examination = shown.value?.examination ?? null;
  const name = route.value.claim;
  useEffect(() => {
    if (name !== null) lookUpClaim(name, false);
  }, [name]);
  if (examination === null) return <p>No verdict yet.</p>;
  const at = examination.claims.findIndex((claim) => claim.name === name);
  const claim = examination.claims[at];
  if (claim === undefined) return <NotJudged name={name} />;
  const previous = examination.claims[at - 1];
  const next = examination.claims[at + 1];
  return (
    <>
      <div class="buttons">
        <button type="button" onClick={() => go({ sheet: 'verdicts' })}>
          All verdicts
        </button>
        <button type="button" onClick={() => lookUpClaim(claim.name)}>
          Show in the text
        </button>
        <button
          type="button"
          disabled={previous === undefined}
          onClick={() => previous && go({ claim: previous.name })}
        >
          Previous<span class="hidden"> claim</span>
        </button>
        <button type="button" disabled={next === undefined} onClick={() => next && go({ claim: next.name })}>
          Next<span class="hidden"> claim</span>
        </button>
        <StaleMark claim={claim.name} />
      </div>
      <div class="claim-sheet" key={claim.name}>
        <h2 class="hidden">Claim {claim.name}</h2>
        <ClaimSheet claim={claim} examination={examination} />
      </div>
      <Why key={`why ${claim.name} ${shown.value?.hash ?? ''}`} claim={claim.name} />
    </>
  );
}

function NotJudged({ name }: { readonly name: string | null }) {
  const claims = shown.value?.examination.claims ?? [];
  return (
    <>
      <h2>Claim</h2>
      <p>
        {name === null
          ? 'Choose a claim: from the verdicts, from the list here, or with Alt-V from the text.'
          : `There is no verdict for ${name} yet.`}
      </p>
      <ul>
        {claims.map((claim) => (
          <li>
            <button type="button" class="link" onClick={() => go({ sheet: 'claim', claim: claim.name })}>
              {claim.name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The chain from events to finding, asked for when somebody wants it. */
function Why({ claim }: { readonly claim: string }) {
  const [text, setText] = useState<string | null>(null);
  return (
    <section aria-labelledby="why" class="why">
      <h2 id="why">Why</h2>
      <p>From the record’s rows to the finding, step by step, with the numbers of every step.</p>
      {text === null ? (
        <button type="button" onClick={() => void loadWhy(claim, setText)}>
          Show the chain
        </button>
      ) : (
        <pre tabIndex={0} aria-label={`The chain of ${claim}`}>
          {text}
        </pre>
      )}
    </section>
  );
}

async function loadWhy(claim: string, show: (text: string) => void): Promise<void> {
  show('Working …');
  const answer = await askServer<unknown>(`/why?claim=${encodeURIComponent(claim)}`);
  if (answer.kind === 'gone') show('The server does not answer.');
  else if (answer.kind === 'refused') show(answer.refusal.message);
  else show(printWhy(answer.value));
}

function printWhy(why: unknown): string {
  if (typeof why === 'string') return why;
  if (typeof why === 'object' && why !== null && 'text' in why && typeof why.text === 'string')
    return why.text;
  return JSON.stringify(why, null, 2);
}
