/** Offers a file for download. Web views may block downloads without an error: callers describe what to do then. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers fetch the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
