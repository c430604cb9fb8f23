/** Which language people read: chosen from Office's display language, English where we have none. */
import type { Catalogues } from "./catalogues";

export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of what is written into the workbook, which people of any language share. */
export const WORKBOOK_LANGUAGE: Language = "en";

let current: Language = "en";
let formats = "en-GB";
let french: Catalogues | null = null;
let loading: Promise<void> = Promise.resolve();

/**
 * Chooses the language of texts by Office's display language ("fr-CH"), and the form of dates and numbers by its content language.
 * Resolves once the texts are there; where they cannot be loaded, English stays.
 */
export function setLanguage(displayLanguage: string, contentLanguage: string = displayLanguage): Promise<void> {
  try {
    formats = Intl.getCanonicalLocales(contentLanguage)[0] ?? "en-GB";
  } catch {
    formats = "en-GB";
  }
  loading = choose(displayLanguage.slice(0, 2).toLowerCase() === "fr" ? "fr" : "en");
  return loading;
}

async function choose(wanted: Language): Promise<void> {
  current = french ? wanted : "en";
  if (wanted === "en" || french) return;
  try {
    french = (await import(/* webpackChunkName: "french" */ "./fr")).french;
    current = wanted;
  } catch {
    // English can be read; a pane without texts cannot.
  }
}

/** Resolves once the texts of the language last chosen are there. */
export function languageReady(): Promise<void> {
  return loading;
}

/** The language in use. */
export function language(): Language {
  return current;
}

/** Makes the accessor of one area: calling it gives the texts in the language in use, or in the one named. */
export function catalogue<Area extends keyof Catalogues>(
  area: Area,
  english: Catalogues[Area],
): (wanted?: Language) => Catalogues[Area] {
  return (wanted = current) => (wanted === "fr" && french ? french[area] : english);
}

/** An ISO date as people in this locale write it, "8 Sep 2023"; the text itself where it is no ISO date. */
export function formatDate(iso: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(formats, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    time,
  );
}

/** A whole number as people in this locale write it. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(formats).format(value);
}
