const EVERYWHERE: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
};

/** Which kind of answer: the page (its style sheets bear a nonce), a document of the reports, or anything else. */
export type AnswerKind = { readonly page: string } | 'document' | 'data';

/**
 * The headers of every answer. The page loads nothing from elsewhere and runs no script that does not come as a file;
 * documents run none at all and may be shown in a frame of the page alone.
 */
export function securityHeaders(kind: AnswerKind): Readonly<Record<string, string>> {
  return { ...EVERYWHERE, 'Content-Security-Policy': policyOf(kind), 'X-Frame-Options': frameOf(kind) };
}

function policyOf(kind: AnswerKind): string {
  if (kind === 'data') return "default-src 'none'; frame-ancestors 'none'";
  if (kind === 'document')
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  return [
    "default-src 'self'",
    `style-src 'self' 'nonce-${kind.page}'`,
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function frameOf(kind: AnswerKind): string {
  return kind === 'document' ? 'SAMEORIGIN' : 'DENY';
}
