/** The language of texts: Office's display language where there is a catalogue for it, else English. */
import type { Catalogues } from "./catalogues";

export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of texts written into the workbook, which users of all languages share. */
export const WORKBOOK_LANGUAGE: Language = "en";

let current: Language = "en";
let formats = "en-GB";
let french: Catalogues | null = null;
let loading: Promise<void> = Promise.resolve();

/**
 * Selects the language of texts by Office's display language ("fr-CH"). Dates and numbers in texts are in the same language, in the form of
 * the content language or of the display language where one of them is a region of it. Resolves when the texts are loaded; if they cannot
 * be loaded, English is used.
 */
export function setLanguage(displayLanguage: string, contentLanguage: string = displayLanguage): Promise<void> {
  const wanted = languageOf(displayLanguage) === "fr" ? "fr" : "en";
  const region = [contentLanguage, displayLanguage].find((locale) => languageOf(locale) === wanted);
  formats = (region && canonical(region)) ?? REGIONS[wanted];
  loading = choose(wanted);
  return loading;
}

const REGIONS: Record<Language, string> = { en: "en-GB", fr: "fr-FR" };

const languageOf = (locale: string): string => locale.slice(0, 2).toLowerCase();

/** A locale as Intl accepts it; null where it is not one. */
function canonical(locale: string): string | null {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? null;
  } catch {
    return null;
  }
}

async function choose(wanted: Language): Promise<void> {
  current = french ? wanted : "en";
  if (wanted === "en" || french) return;
  try {
    french = (await import(/* webpackChunkName: "french" */ "./fr")).french;
    current = wanted;
  } catch {
    // Without the French chunk, for example offline, the texts are in English.
  }
}

/** Resolves when the texts of the selected language are loaded. */
export function languageReady(): Promise<void> {
  return loading;
}

/** Returns the language in use. */
export function language(): Language {
  return current;
}

/** Returns a function that returns the texts of an area, in the language in use or in the given one. */
export function catalogue<Area extends keyof Catalogues>(
  area: Area,
  english: Catalogues[Area],
): (wanted?: Language) => Catalogues[Area] {
  return (wanted = current) => (wanted === "fr" && french ? french[area] : english);
}

/** Formats an ISO date for the locale, "8 Sep 2023" or "8 September 2023", in French "1er mars 2024"; returns other texts unchanged. */
export function formatDate(iso: string, month: "short" | "long" = "short"): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return iso;
  const options = { day: "numeric", month, year: "numeric", timeZone: "UTC" } as const;
  const text = new Intl.DateTimeFormat(formats, options).format(time);
  return current === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** Formats a whole number for the locale. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(formats).format(value);
}
