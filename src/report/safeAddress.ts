/**
 * The address if a link may be made of it, else null: only http and https, without spaces, quotes, control
 * characters or a user name before the host. Everything else is shown as text.
 */
export function safeAddress(address: string | null | undefined): string | null {
  if (address === null || address === undefined) return null;
  const trimmed = address.trim();
  if (!/^https?:\/\/[^\s"'<>\\^`{|}]+$/i.test(trimmed)) return null;
  const host = trimmed.replace(/^https?:\/\//i, '').split(/[/?#]/, 1)[0] ?? '';
  return host === '' || host.includes('@') || host.includes('[U+') ? null : trimmed;
}
