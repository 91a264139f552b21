import { OpenClaims } from '../../../report/index.ts';
import type { ShownExamination } from '../../protocol/index.ts';
import { lookUpClaim, lookUpLine } from '../claim/lookUpClaim.ts';

/** Claims that wait for a person; each name leads to its text. */
export function OpenClaimsList({ examination }: Pick<ShownExamination, 'examination'>) {
  return (
    <OpenClaims examination={examination}>
      {({ name, line }) => (
        <button
          type="button"
          class="link name"
          onClick={() => {
            if (!lookUpClaim(name)) lookUpLine(line);
          }}
        >
          <bdi>{name}</bdi>, line {line}
        </button>
      )}
    </OpenClaims>
  );
}
