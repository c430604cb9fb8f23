/** The address a build is made for. */

/**
 * The folder's address with a slash at its end.
 * @throws Error naming the address when Excel would not load an add-in from it.
 */
export function folderAddress(address: string): string {
  const refuse = (reason: string) =>
    new Error(
      `--env url=${address}: ${reason}. Give the folder's address, for example https://add-ins.example.org/sg17`,
    );
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw refuse("not an address");
  }
  if (url.protocol !== "https:") throw refuse("Excel loads add-ins over https only");
  if (url.search || url.hash) throw refuse("an address of a folder has no ? and no #");
  if (url.username || url.password) throw refuse("an address that everybody gets holds no password");
  if (/\.(?:html?|xml)$/i.test(url.pathname)) throw refuse("this is a file");
  return `${url.origin}${url.pathname.replace(/\/*$/, "/")}`;
}
