import { nextDiagnostic } from '@codemirror/lint';
import { formatDocument } from '@codemirror/lsp-client';
import { openSearchPanel } from '@codemirror/search';
import { closeHoverTooltips, hasHoverTooltips } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { claimAt } from '../claim/lookUpClaim.ts';
import type { OpenFile } from '../files/openFile.ts';
import { go } from '../route.ts';
import { SentenceBuilder } from '../sentence/sentenceBuilder.tsx';
import { isBuilding } from '../sentence/isBuilding.ts';
import { Tabs } from '../frame/tabs.tsx';
import { activeFile, activePath, files, said } from '../workbench.ts';
import { FileBanner } from './fileBanner.tsx';

/** The left-hand side: the files of the theatre, one editor each. */
export function EditorPane() {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.code === 'KeyN') isBuilding.value = !isBuilding.value;
      else if (event.code === 'KeyV') showVerdict();
      else return;
      event.preventDefault();
    };
    // Before any other key handler: the pointer may rest on a word while the focus lies anywhere.
    addEventListener('keydown', closeHover, { capture: true });
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', closeHover, { capture: true });
      removeEventListener('keydown', listen);
    };
  }, []);
  const file = activeFile.value;
  return (
    <section class="text-pane" aria-label="Text of the theatre">
      <div class="strip">
        <Tabs
          label="Files"
          chosen={activePath.value}
          controls="editors"
          tabs={files.value.map((open) => ({ key: open.path, title: open.path, mark: <Mark file={open} /> }))}
          choose={(path) => (activePath.value = path)}
        />
        {file === null ? null : <Standing file={file} />}
      </div>
      <div class="tools" role="group" aria-label="Tools for the text">
        <button
          type="button"
          aria-expanded={isBuilding.value}
          onClick={() => (isBuilding.value = !isBuilding.value)}
        >
          New claim
        </button>
        <button type="button" onClick={() => file && formatDocument(file.view)}>
          Format
        </button>
        <button type="button" onClick={() => file && openSearchPanel(file.view)}>
          Find
        </button>
        <button type="button" onClick={showVerdict}>
          Verdict of this claim
        </button>
        {file === null ? null : <Counts file={file} />}
      </div>
      {isBuilding.value ? <SentenceBuilder /> : null}
      {file === null ? null : <FileBanner file={file} />}
      <div
        class="editors"
        id="editors"
        role="tabpanel"
        aria-labelledby={`editors-tab-${files.value.findIndex(({ path }) => path === activePath.value)}`}
      >
        {files.value.map((open) => (
          <Host key={open.path} file={open} isShown={open === file} />
        ))}
      </div>
    </section>
  );
}

/** Escape takes a note away that stands over the text, wherever the pointer is. */
function closeHover(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const view = activeFile.value?.view;
  const hasNote = view !== undefined && hasHoverTooltips(view.state);
  // The messages beside a line know no command that closes them: they go when the pointer does.
  const beside = document.querySelector('.cm-tooltip-lint') !== null;
  if (hasNote) {
    if (document.activeElement?.closest('.cm-tooltip')) view.focus();
    view.dispatch({ effects: closeHoverTooltips });
  } else if (beside) dispatchEvent(new MouseEvent('mousemove', { clientX: -1000, clientY: -1000 }));
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function Host({ file, isShown }: { readonly file: OpenFile; readonly isShown: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.append(file.view.dom);
  }, [file]);
  useEffect(() => {
    if (isShown) file.view.requestMeasure();
  }, [isShown, file]);
  return <div class="host" hidden={!isShown} ref={place} />;
}

/** A dot on the tab of a file with unsaved text. */
function Mark({ file }: { readonly file: OpenFile }) {
  const { kind } = file.standing.value;
  if (kind === 'saved' || kind === 'taken') return null;
  return (
    <span class="dot">
      <span class="hidden">, not saved</span>
    </span>
  );
}

function Standing({ file }: { readonly file: OpenFile }) {
  const standing = file.standing.value;
  const words = {
    saved: 'saved',
    taken: 'changed elsewhere, shown here',
    unsaved: 'saving …',
    away: 'not saved',
    refused: 'not saved',
    conflict: 'changed elsewhere',
  }[standing.kind];
  return <p class={`standing ${standing.kind}`}>{words}</p>;
}

function Counts({ file }: { readonly file: OpenFile }) {
  const { errors, warnings } = file.counts.value;
  if (errors + warnings === 0) return <p class="counts-of-messages">no messages</p>;
  const parts = [
    errors === 0 ? null : `${errors} error${errors === 1 ? '' : 's'}`,
    warnings === 0 ? null : `${warnings} warning${warnings === 1 ? '' : 's'}`,
  ].filter((part) => part !== null);
  return (
    <button
      type="button"
      class={`counts-of-messages${errors > 0 ? ' bad' : ''}`}
      onClick={() => {
        nextDiagnostic(file.view);
        file.view.focus();
      }}
    >
      {parts.join(', ')}
      <span class="hidden">: go to the next</span>
    </button>
  );
}

function showVerdict(): void {
  const file = activeFile.value;
  if (!file) return;
  const claim = claimAt(file.view.state.doc.toString(), file.view.state.selection.main.head);
  if (claim === null) said.value = 'The cursor is not in a claim.';
  else {
    go({ sheet: 'claim', claim });
    setTimeout(() => document.getElementById('sheet')?.focus(), 0);
  }
}
