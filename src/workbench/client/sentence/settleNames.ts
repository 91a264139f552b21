import { didYouMean, quoted, type Candidate, type SentenceForm, type Slot } from '../../../language/index.ts';
import { nameOf } from './nameOf.ts';

export interface SettledNames {
  /** As it was filled in, with the declared name in place of a display name or alias. */
  readonly filled: Readonly<Record<string, string | undefined>>;
  /** Declarations that the claim needs besides. */
  readonly declare: readonly string[];
  /** Names that nothing has and that cannot be declared along, in sentences. */
  readonly problems: readonly string[];
}

const NAMED: ReadonlySet<Slot['kind']> = new Set(['actor', 'place', 'route', 'period', 'claim']);
const KINDS: Readonly<Record<string, Slot['kind']>> = {
  actor: 'actor',
  alliance: 'actor',
  place: 'place',
  area: 'place',
  route: 'route',
  period: 'period',
  claim: 'claim',
};

/**
 * What the names of a form mean in these texts. A name may be written as the record writes it: `Northern Front` becomes
 * `NorthernFront`. `recorded` are names of the records that nothing declares. An actor or a place that nothing declares is declared along, unless it is nearly one that is there.
 */
export function settleNames(
  form: SentenceForm,
  filled: SettledNames['filled'],
  texts: readonly string[],
  recorded: readonly string[] = [],
): SettledNames {
  const settled: Record<string, string | undefined> = { ...filled };
  const declare = new Map<string, string>();
  const problems = new Set<string>();
  // What a pack declares is not among the texts.
  const isWhole = !texts.some((text) => /^\s*use\s+pack\b/m.test(text));
  for (const { kind, name } of form.slots) {
    const written = (filled[name] ?? '').trim();
    if (written === '' || written === 'anyone' || !NAMED.has(kind)) continue;
    const declared = readDeclared(kind, texts);
    const words = written.toLowerCase();
    const known = declared.find(
      (one) => one.name === written || one.also.some((other) => other.toLowerCase() === words),
    );
    settled[name] = known?.name ?? (nameOf(written) || written);
    if (known || !isWhole) continue;
    const named = settled[name] ?? written;
    // Two sides of a record are often called nearly alike: what it writes is no slip.
    const isRecorded = recorded.some((one) => one.toLowerCase() === words);
    const meant = isRecorded ? null : didYouMean(named, declared);
    const mayDeclare = (kind === 'actor' || kind === 'place') && nameOf(written) !== '';
    if (meant !== null) {
      const other = mayDeclare ? ' If it is another, declare it in the text first.' : '';
      problems.add(`No ${kind} is called ${written}: did you mean ${meant.name}?${other}`);
    } else if (!mayDeclare) problems.add(`No ${kind} is called ${written}.`);
    else if (!declare.has(named)) declare.set(named, printDeclaration(kind, named, written));
  }
  return { filled: settled, declare: [...declare.values()], problems: [...problems] };
}

function printDeclaration(kind: Slot['kind'], name: string, written: string): string {
  return `${kind} ${name}${name === written ? '' : ` ${quoted(written)}`}`;
}

/** Read from the first column, so that half-written lines do no harm. */
function readDeclared(kind: Slot['kind'], texts: readonly string[]): readonly Candidate[] {
  return texts
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => {
      const [, word = '', name = '', rest = ''] =
        /^(actor|alliance|place|area|route|period|claim)\s+([\p{L}\p{N}_]+)(.*)/u.exec(line) ?? [];
      if (KINDS[word] !== kind) return [];
      // Texts further behind are no names.
      const names = /^(?:\s*(?:also|,)?\s*"(?:[^"]|"")*")+/.exec(rest)?.[0] ?? '';
      const also = [...names.matchAll(/"((?:[^"]|"")+)"/g)].map(([, inner = '']) =>
        inner.replaceAll('""', '"'),
      );
      return [{ name, also }];
    });
}
