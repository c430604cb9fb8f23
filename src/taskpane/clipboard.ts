/** Copies a text with its markup, so that Word pastes tables as tables; by the older command where the newer way is barred. */

export interface ClipboardForms {
  html: string;
  text: string;
}

/**
 * Puts both forms on the clipboard. Called within a press: some hosts give the clipboard away only then, so the forms may still be
 * on their way.
 * @returns false where this host lets nobody copy
 */
export async function copyForms(forms: Promise<ClipboardForms>): Promise<boolean> {
  if (typeof ClipboardItem !== "undefined") {
    try {
      const html = forms.then((ready) => new Blob([ready.html], { type: "text/html" }));
      const text = forms.then((ready) => new Blob([ready.text], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": text })]);
      return true;
    } catch {
      // Barred by the web view or its permissions; what is wrong with the forms themselves shows below.
    }
  }
  return copyByCommand(await forms);
}

function copyByCommand({ html, text }: ClipboardForms): boolean {
  const provide = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", provide);
  try {
    // Deprecated, and the only way in web views that bar the other.
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", provide);
  }
}
