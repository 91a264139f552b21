/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ClaimExamination, Examination, Power, TriedOtherwise, Verdict } from '../evidence/index.ts';
import { ChangesFigure } from './changesFigure.tsx';
import { CumulativeFigure } from './cumulativeFigure.tsx';
import { EpisodesFigure } from './episodesFigure.tsx';
import { labelParts } from './labelParts.ts';
import { LagFigure } from './lagFigure.tsx';
import { PowerFigure } from './powerFigure.tsx';
import { RobustnessFigure } from './robustnessFigure.tsx';
import { TimelineFigure } from './timelineFigure.tsx';

/** Every picture of one claim, in the order in which a reader asks: when, how, against what, what if otherwise. */
export function ClaimPictures(props: {
  readonly claim: ClaimExamination;
  readonly examination: Examination;
  readonly source: string;
}) {
  const { claim, examination, source } = props;
  const { timeline = null, responseByLag = null, cumulative = [], episodes = null } = claim.figures ?? {};
  const labels = labelParts(claim.parts);
  const changes = (examination.pictures?.changes ?? []).filter(({ claims }) => claims.includes(claim.name));
  return (
    <div class="figures">
      {timeline === null ? null : <TimelineFigure claim={claim} timeline={timeline} source={source} />}
      {timeline === null
        ? null
        : changes.map((picture) => (
            <ChangesFigure
              name={nameOf(claim, changes, picture)}
              picture={picture}
              timeline={timeline}
              source={source}
            />
          ))}
      {responseByLag === null ? null : (
        <LagFigure name={claim.name} response={responseByLag} source={source} />
      )}
      {cumulative.map((picture) => (
        <CumulativeFigure name={nameOf(claim, cumulative, picture)} picture={picture} source={source} />
      ))}
      {episodes === null ? null : <EpisodesFigure name={claim.name} picture={episodes} source={source} />}
      {distinctCurves(claim.parts, labels).map(({ verdict, power, label }) => (
        <PowerFigure name={`${claim.name}, ${label}`} verdict={verdict} power={power} source={source} />
      ))}
      {distinctTried(claim.parts, labels).map(({ verdict, tried, label }) => (
        <RobustnessFigure name={`${claim.name}, ${label}`} verdict={verdict} tried={tried} source={source} />
      ))}
    </div>
  );
}

/** Two pictures of one kind are told apart by what they count. */
function nameOf(
  { name }: ClaimExamination,
  all: readonly unknown[],
  { label }: { readonly label: string },
): string {
  return all.length < 2 ? name : `${name}, ${label}`;
}

/** Parts tested by the same test have the same curve: it is drawn once. */
function distinctCurves(
  parts: readonly Verdict[],
  labels: readonly string[],
): readonly { verdict: Verdict; power: Power; label: string }[] {
  const seen = new Set<string>();
  return parts.flatMap((verdict, index) => {
    const { power } = verdict;
    if (power === null || power.curve.length < 2) return [];
    const key = JSON.stringify(power);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ verdict, power, label: labels[index] ?? verdict.part }];
  });
}

/** The same for what was tried otherwise. */
function distinctTried(
  parts: readonly Verdict[],
  labels: readonly string[],
): readonly { verdict: Verdict; tried: readonly TriedOtherwise[]; label: string }[] {
  const seen = new Set<string>();
  return parts.flatMap((verdict, index) => {
    const tried = verdict.guards.flatMap((guard) => guard.tried ?? []);
    const key = JSON.stringify(tried);
    if (tried.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [{ verdict, tried, label: labels[index] ?? verdict.part }];
  });
}
