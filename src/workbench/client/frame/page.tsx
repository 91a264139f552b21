import { useEffect } from 'preact/hooks';
import { Hatching } from '../../../report/index.ts';
import { EditorPane } from '../editor/editorPane.tsx';
import { connection, said, workspace, files } from '../workbench.ts';
import { takeDrops } from '../record/takeDrops.ts';
import { Start } from '../start/start.tsx';
import { HeaderBar } from './headerBar.tsx';
import { Help } from './help.tsx';
import { keepHeaderInReach } from './keepHeaderInReach.ts';
import { keepPlace } from './keepPlace.ts';
import { Notices } from './notices.tsx';
import { Panel } from './panel.tsx';
import { Splitter } from './splitter.tsx';

/** The whole page: text left, what the record says about it right. */
export function Page() {
  const isEmpty = workspace.value !== null && files.value.length === 0;
  useEffect(keepHeaderInReach, []);
  useEffect(takeDrops, []);
  useEffect(keepPlace, []);
  return (
    <>
      {workspace.value === null || isEmpty ? null : (
        <a class="skip" href="#panel" onClick={focusPanel}>
          Skip to verdicts and record
        </a>
      )}
      <Hatching />
      <HeaderBar />
      <Notices />
      {workspace.value === null ? <Waiting /> : null}
      {isEmpty ? <Start /> : null}
      {workspace.value === null || isEmpty ? null : (
        <main class="split" id="split">
          <EditorPane />
          <Splitter />
          <Panel />
        </main>
      )}
      <Help />
      <p class="hidden" role="status" aria-live="polite">
        {said.value}
      </p>
    </>
  );
}

function focusPanel(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#panel [role=tab][aria-selected=true]')?.focus();
}

function Waiting() {
  const words = {
    starting: 'Opening the theatre …',
    open: 'Opening the theatre …',
    lost: 'The server does not answer. This page tries again by itself; start it with tacit serve.',
    'locked out':
      'The server does not know this page. Open the address that tacit serve printed: it carries the key of this start.',
  }[connection.value];
  return (
    <main class="waiting">
      <h1>Tacit</h1>
      <p>{words}</p>
    </main>
  );
}
