/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Examination } from '../evidence/index.ts';
import { recordAnchor, setAsideAnchor } from './anchors.ts';
import { formatCount, formatNumber } from './formatNumber.ts';

/** What was examined, on what, by which version, and the command that does it again. */
export function PageHeader({ examination }: { readonly examination: Examination }) {
  const { theatre, records, seed, tacit } = examination;
  return (
    <header>
      <p class="kind">Claims against the record</p>
      <h1>{theatre.title}</h1>
      <p>
        Claims that sources made about a conflict, each held against a record of events that others collected.
        A verdict says whether this record bears the claim out, how far, and what else would explain it. It is
        no verdict on the source or on the world. What the words mean, and from which numbers on they are
        used, stands under <a href="#words">Words</a>; how sure it is as a whole, under{' '}
        <a href="#in-short">In short</a>.
      </p>
      <dl class="facts">
        <div>
          <dt>Theatre</dt>
          <dd>
            <a href="#theatre">{theatre.file}</a> <Hash hash={theatre.hash} />
          </dd>
        </div>
        {records.map((record, index) => (
          <div>
            <dt>Record</dt>
            <dd>
              <a href={`#${recordAnchor(index)}`}>{record.file}</a> <Hash hash={record.hash} />
              <br />
              {formatCount(record.rows, 'row')}: {formatNumber(record.right)} right,{' '}
              <a href={`#${setAsideAnchor(index)}`}>{formatNumber(record.setAside)} set aside</a>
              {record.covers === null ? null : (
                <>
                  <br />
                  covers {record.covers.first} to {record.covers.last}
                </>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>Made with</dt>
          <dd>
            Tacit {tacit}, seed {String(seed)}
          </dd>
        </div>
        <div>
          <dt>To make it again</dt>
          <dd>
            <code>{`tacit examine ${theatre.file} --seed ${seed} --report report.html`}</code>
          </dd>
        </div>
      </dl>
    </header>
  );
}

/** The first letters of a hash; the whole of it is in the title and, for paper, in the words at the end. */
function Hash({ hash }: { readonly hash: string }) {
  return (
    <code class="hash" title={hash}>
      {shortHash(hash)}
    </code>
  );
}

/** Ten letters are enough to tell two files apart by eye. */
export function shortHash(hash: string): string {
  return hash.replace(/^sha256[:-]/, '').slice(0, 10);
}
