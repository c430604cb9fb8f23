/** Light or dark, as in Office; as in the system where Office does not report its theme. Contrast themes are left to the system. */

/** Whether a colour such as "#1f1f1f" is dark; null where it is not a colour of this form. */
export function isDark(colour: string | undefined): boolean | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? "");
  if (!match) return null;
  const [red, green, blue] = [match[1], match[2], match[3]].map((part) => Number.parseInt(part ?? "0", 16));
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) < 128;
}

/**
 * Sets the page's theme to that of Office. Excel does not report a change of its theme to pages: where it has the system's theme at the
 * start, the page follows the system from then on.
 * @returns how to stop
 */
export function applyTheme(root: HTMLElement, officeTheme: Office.OfficeTheme | undefined): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const office = isDark(officeTheme?.bodyBackgroundColor);
  const followsSystem = office === null || office === system.matches;
  const apply = () => {
    const theme = (followsSystem ? system.matches : office) ? "dark" : "light";
    // Setting the same value again would restyle the whole page.
    if (root.dataset["theme"] !== theme) root.dataset["theme"] = theme;
  };
  apply();
  system.addEventListener("change", apply);
  return () => system.removeEventListener("change", apply);
}
