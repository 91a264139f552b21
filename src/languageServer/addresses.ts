/**
 * The one spelling of a document's address: editors escape characters differently. What cannot be read as an escape
 * stays as it is.
 */
export function sameAddress(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The folder of a document, with its last `/`, and its name in it. */
export function splitAddress(uri: string): { readonly folder: string; readonly name: string } {
  const cut = uri.lastIndexOf('/') + 1;
  return { folder: uri.slice(0, cut), name: sameAddress(uri.slice(cut)) };
}

/** The address of a file below a folder. */
export function addressIn(folder: string, path: string): string {
  return folder + path.split('/').map(encodeURIComponent).join('/');
}
