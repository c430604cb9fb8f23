/** Light or dark, as Office is; the system's choice where Office does not tell. Contrast themes are the system's own affair. */

/** Whether a colour such as "#1f1f1f" is dark; null where it is no such colour. */
export function isDark(colour: string | undefined): boolean | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? "");
  if (!match) return null;
  const [red, green, blue] = [match[1], match[2], match[3]].map((part) => Number.parseInt(part ?? "0", 16));
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) < 128;
}

/**
 * Puts the page into Office's theme and keeps it there. Excel tells no page that its theme has changed; but where it had the system's look
 * at the start it is taken to follow the system, as it does unless told otherwise, and the page follows with it.
 * @returns how to stop
 */
export function applyTheme(root: HTMLElement, officeTheme: Office.OfficeTheme | undefined): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const office = isDark(officeTheme?.bodyBackgroundColor);
  const followsSystem = office === null || office === system.matches;
  const apply = () => {
    const theme = (followsSystem ? system.matches : office) ? "dark" : "light";
    // Set again, even the same would have the whole page styled again.
    if (root.dataset["theme"] !== theme) root.dataset["theme"] = theme;
  };
  apply();
  system.addEventListener("change", apply);
  return () => system.removeEventListener("change", apply);
}
