/** Why something could not be fetched, in words for the person who asked for it. */
export interface FetchFault {
  readonly kind: 'fault';
  readonly message: string;
  readonly hint: string | null;
  /** Whether the same request may succeed a little later. */
  readonly passing: boolean;
  /** Whether only this file is at fault, so that others of the same server may still be had. */
  readonly ofFile: boolean;
  /** How long the server asked to wait; null where it did not. */
  readonly waitSeconds: number | null;
  /** The server's answer; null where it gave none. */
  readonly status: number | null;
}

/** A fault that waiting does not mend, unless said otherwise. */
export function fetchFault(
  message: string,
  hint: string | null,
  more: Partial<Pick<FetchFault, 'passing' | 'ofFile' | 'waitSeconds' | 'status'>> = {},
): FetchFault {
  return {
    kind: 'fault',
    message,
    hint,
    passing: false,
    ofFile: false,
    waitSeconds: null,
    status: null,
    ...more,
  };
}
