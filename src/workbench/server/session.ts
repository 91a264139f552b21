import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The secret of one start. It stands in the address that is printed, is turned into a cookie on the first visit, and dies
 * with the process.
 */
export interface Session {
  /** 32 random bytes, as they stand in the address. */
  readonly token: string;
  /** Bears the port: cookies know no ports, and two workbenches would overwrite each other's. */
  readonly cookieName: string;
  readonly cookie: string;
}

export function openSession(port: number): Session {
  return {
    token: randomBytes(32).toString('base64url'),
    cookieName: `tacit-${port}`,
    // Not the token itself: an address kept in a history opens nothing after the next start, nor does this cookie.
    cookie: randomBytes(32).toString('base64url'),
  };
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function sameSecret(given: string, held: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(held));
}

/** `Set-Cookie` of a session: out of reach of scripts, and never sent along with a request that another site makes. */
export function printCookie({ cookieName, cookie }: Session): string {
  return `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
}

export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
