import type { Connection } from 'vscode-languageserver';
import { sameAddress } from './addresses.ts';
import { diagnose, shownDiagnostic, type PlacedDiagnostic } from './diagnose.ts';
import { isTheatre, type TheatreFiles, type Workspace } from './makeWorkspace.ts';

interface Known {
  readonly inputs: readonly (string | null)[];
  readonly found: readonly PlacedDiagnostic[];
}

/** The messages of all open theatres, kept up to date. */
export interface Diagnoses {
  /** Checks what has changed and tells the editor. */
  refresh(): Promise<void>;
  /** What was last told about a document. */
  of(uri: string): readonly PlacedDiagnostic[];
}

/** A used file is judged as a part of the theatres that use it; one that no open file uses is a theatre by itself. */
export function publishDiagnostics(
  connection: Connection,
  workspace: Workspace,
  isPedantic: () => boolean,
): Diagnoses {
  const known = new Map<string, Known>();
  const told = new Map<string, string>();
  let byAddress = new Map<string, PlacedDiagnostic[]>();

  const examine = (files: TheatreFiles): Known => {
    const key = sameAddress(files.uri);
    const inputs = [
      String(isPedantic()),
      workspace.analysisOf(files.uri)?.text ?? null,
      ...[...files.addresses.keys()].flatMap((path) => [path, files.texts.get(path) ?? null]),
    ];
    const before = known.get(key);
    const same =
      before?.inputs.length === inputs.length && before.inputs.every((one, at) => one === inputs[at]);
    if (before && same) return before;
    return { inputs, found: diagnose(workspace, files, isPedantic()) };
  };

  const refresh = async (): Promise<void> => {
    const open = [...workspace.open.values()].filter(({ uri }) => isTheatre(uri));
    const all = await Promise.all(open.map(({ uri }) => workspace.filesOf(uri)));
    const used = new Set(all.flatMap(({ uri, addresses }) => usedBy(uri, addresses)));
    const theatres = all.filter(({ uri }) => !used.has(sameAddress(uri)));
    // Files that use each other in a circle are all used: the circle is told in each.
    const judged = theatres.length > 0 ? theatres : all;
    const now = new Map(judged.map((files) => [sameAddress(files.uri), examine(files)]));
    known.clear();
    now.forEach((value, key) => known.set(key, value));
    byAddress = group([...now.values()].flatMap(({ found }) => found));
    tell();
  };

  const tell = (): void => {
    for (const address of new Set([...told.keys(), ...byAddress.keys(), ...workspace.open.keys()])) {
      const document = workspace.open.get(address);
      const placed = byAddress.get(address) ?? [];
      const shown = placed.map((one) => shownDiagnostic(workspace, one));
      const key = JSON.stringify([document?.version ?? null, shown]);
      if (told.get(address) === key) continue;
      if (!document && shown.length === 0) told.delete(address);
      else told.set(address, key);
      void connection.sendDiagnostics({
        uri: workspace.spellingOf(address),
        ...(document ? { version: document.version } : {}),
        diagnostics: shown,
      });
    }
  };

  return { refresh, of: (uri) => byAddress.get(sameAddress(uri)) ?? [] };
}

function usedBy(uri: string, addresses: ReadonlyMap<string, string>): readonly string[] {
  return [...addresses.values()].map(sameAddress).filter((address) => address !== sameAddress(uri));
}

/** By document, each message once though several theatres use the file. */
function group(found: readonly PlacedDiagnostic[]): Map<string, PlacedDiagnostic[]> {
  const grouped = new Map<string, Map<string, PlacedDiagnostic>>();
  for (const one of found) {
    const { code, start, end, message } = one.diagnostic;
    const there = grouped.get(one.address) ?? new Map<string, PlacedDiagnostic>();
    grouped.set(one.address, there.set(JSON.stringify([code, start, end, message]), one));
  }
  return new Map([...grouped].map(([address, messages]) => [address, [...messages.values()]]));
}
