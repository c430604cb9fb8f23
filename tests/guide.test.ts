/** The guide: complete in both languages, and true of the product where a statement can be checked. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { DECISION_FIELDS } from "../src/domain/decisions";
import type { Catalogues } from "../src/i18n/catalogues";
import { french } from "../src/i18n/fr";
import { typeset } from "../src/i18n/fr/typography";
import { LANGUAGES, type Language } from "../src/i18n/language";
import { ensureBuilt } from "../tools/build";
import { english } from "./i18n/english";

const ROOT = path.resolve(__dirname, "..");
const SOURCES = path.join(ROOT, "docs/guide");
const dist = ensureBuilt();

const guidePages = (language: Language): string[] => readdirSync(path.join(SOURCES, language)).sort();
const guideSource = (language: Language, name: string): string =>
  readFileSync(path.join(SOURCES, language, name), "utf8");

const sources = LANGUAGES.flatMap((language) =>
  guidePages(language).map((name) => ({ language, name, text: guideSource(language, name) })),
);
const built = readdirSync(path.join(dist, "guide"), { recursive: true }).map((name) => `guide/${String(name)}`);
const pages = built
  .filter((name) => name.endsWith(".html"))
  .map((name) => [name, readFileSync(path.join(dist, name), "utf8")]);

/** Names of sheets and columns: the same in each language. */
const IN_WORKBOOK = [
  ...["Work programme", "Meetings", "History of items", "Documents", "Checks"],
  ...DECISION_FIELDS.map(({ header }) => header),
];

/** Labels of the ribbon in a language. */
function ribbon(language: Language): string[] {
  const manifest = readFileSync(path.join(ROOT, "manifest.xml"), "utf8");
  const labels = [
    ...manifest.matchAll(/<bt:String id="[\w.]+Label" DefaultValue="([^"]+)"(?:\/>|>([\s\S]*?)<\/bt:String>)/g),
  ];
  return labels.map(([, label = "", overrides = ""]) =>
    language === "fr" ? (/Locale="fr-FR" Value="([^"]+)"/.exec(overrides)?.[1] ?? label) : label,
  );
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

const SHOWN: Record<Language, Catalogues> = { en: english, fr: french };
/** Names as they are shown: the texts of the product have the non-breaking spaces of their language. */
const SPACED: Record<Language, (name: string) => string> = { en: (name) => name, fr: typeset };
const shape = (text: string) => ({
  headings: (text.match(/^#+ /gm) ?? []).map((heading) => heading.length),
  rows: (text.match(/^\|/gm) ?? []).length,
  pictures: (text.match(/!\[/g) ?? []).length,
});

describe("the guide", () => {
  it("has the same pages, headings, tables and pictures in each language", () => {
    expect(guidePages("fr")).toEqual(guidePages("en"));
    expect(pages.length).toBe(2 * (guidePages("en").length + 1));
    for (const name of guidePages("en")) {
      expect({ name, ...shape(guideSource("fr", name)) }).toEqual({ name, ...shape(guideSource("en", name)) });
    }
  });

  it.each(pages)("%s links only to files that a build contains", (name = "", content = "") => {
    const addresses = [...content.matchAll(/(?:href|src)="?([^"#\s>]+)/g)].map(([, address = ""]) => address);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(built).toContain(path.posix.join(path.posix.dirname(name), address));
  });

  it.each(pages)("%s neither runs nor loads anything from elsewhere", (_name, content = "") => {
    expect(content).toContain("default-src 'none'");
    expect(content).not.toMatch(/<script|https?:|\son\w+=/i);
  });

  it.each(sources)("names buttons and sheets as they are shown: $language/$name", ({ language, text }) => {
    const shown = new Set([...texts(SHOWN[language]), ...ribbon(language), ...IN_WORKBOOK]);
    const roles = /^- \*\*[^*]+\*\* ?:/gm;
    const named = [...text.replace(roles, "").matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = ""]) =>
      SPACED[language](name.replace(/\s+/g, " ")),
    );
    expect(named.filter((name) => !shown.has(name))).toEqual([]);
  });
});
