/** Copies a text with its markup, so that Word pastes tables as tables; by the older command where the clipboard API is not allowed. */

export interface ClipboardForms {
  html: string;
  text: string;
}

/**
 * Puts both forms on the clipboard. Called within a click, since some hosts allow copying only then; the forms may be ready later.
 * @returns false where this host does not allow copying
 */
export async function copyForms(forms: Promise<ClipboardForms>): Promise<boolean> {
  if (typeof ClipboardItem !== "undefined") {
    try {
      const html = forms.then((ready) => new Blob([ready.html], { type: "text/html" }));
      const text = forms.then((ready) => new Blob([ready.text], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": text })]);
      return true;
    } catch {
      // Not allowed by the web view or its permissions. An error of the forms themselves is thrown below.
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
    // Deprecated, and the only way in web views that do not allow the clipboard API.
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", provide);
  }
}
