import type { Language } from "../i18n/language";

/** The path of a page of the guide, from the folder in which the pane's page is. */
export function guideAddress(language: Language, page: string): string {
  return `guide/${language}/${page}.html`;
}
