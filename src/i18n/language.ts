/** Which language people read: chosen once from Office's display language, English where we have none. */

export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

let current: Language = "en";
let formats = "en-GB";

/** Takes Office's display language ("fr-CH") for the texts and its content language for dates and numbers. */
export function setLanguage(displayLanguage: string, contentLanguage: string = displayLanguage): void {
  const wanted = displayLanguage.slice(0, 2).toLowerCase();
  current = LANGUAGES.find((language) => language === wanted) ?? "en";
  try {
    formats = Intl.getCanonicalLocales(contentLanguage)[0] ?? "en-GB";
  } catch {
    formats = "en-GB";
  }
}

/** The language in use. */
export function language(): Language {
  return current;
}

/** Makes a catalogue: one set of texts per language, of one shape; calling it gives the set in use. */
export function catalogue<T>(texts: Record<Language, T>): () => T {
  return () => texts[current];
}

/** An ISO date as people in this locale write it, "8 Sep 2023"; the text itself where it is no ISO date. */
export function formatDate(iso: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(formats, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    time,
  );
}

/** An ISO date in full in the language in use, "8 September 2023"; the text itself where it is no ISO date. */
export function formatLongDate(iso: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return iso;
  const locale = { en: "en-GB", fr: "fr-FR" }[current];
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    time,
  );
}

/** A whole number as people in this locale write it. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(formats).format(value);
}
