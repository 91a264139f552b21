import { isStale } from '../verdicts/staleness.ts';
import { shown } from '../workbench.ts';

const DOCUMENTS = [
  ['report.html', 'HTML', 'one file without script, opens anywhere, prints well'],
  ['report.json', 'JSON', 'everything, for programs'],
  ['report.csv', 'CSV', 'one row for every part of every claim'],
] as const;

/** The report as it would be sent, and the files to send. */
export function ReportView() {
  const examined = shown.value;
  if (examined === null) {
    return (
      <>
        <h2>Report</h2>
        <p>There is no verdict yet, so there is nothing to report.</p>
      </>
    );
  }
  return (
    <>
      <h2>Report</h2>
      {isStale.value ? (
        <p class="notice">The text is newer than this report. It speaks about the text that was examined.</p>
      ) : null}
      <ul class="documents">
        {DOCUMENTS.map(([file, name, words]) => (
          <li>
            <a href={`/api/${file}`} download={file}>
              Download {name}
            </a>{' '}
            <span class="dim">{words}</span>
          </li>
        ))}
      </ul>
      <iframe
        class="document"
        title="Preview of the report"
        sandbox=""
        src={`/api/report.html?of=${encodeURIComponent(examined.hash)}`}
      />
    </>
  );
}
