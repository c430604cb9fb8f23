import { fakeExcel, keyOf, openPane, press, programme, flush, textOf, type, visible } from "./harness";
import { gapText, reportTexts } from "../../src/i18n/reports";
import { setLanguage, formatDate, formatNumber, language } from "../../src/i18n/language";
import { draftReport } from "../../src/commands/annexes";
import { printChanges, whatChanged } from "../../src/domain/annexes";

afterEach(() => setLanguage("en-US"));

it("is in French where Office is, with dates and numbers of its format locale", async () => {
  await setLanguage("fr-CH", "fr-FR");
  await openPane();
  expect(visible("[role=tab]").map(textOf)).toEqual(["Rechercher", "Travaux", "Messages", "Plus"]);
  await type("zzzzqqqq");
  expect(visible(".empty")[0]?.textContent).toContain("Aucun sujet d’étude ne correspond à «\u00a0zzzzqqqq\u00a0».");
  fakeExcel.select(keyOf("X.1817"));
  await flush();
  expect(visible("dd").map((each) => each.textContent)).toContain("8 sept. 2023");
  await press("Travaux");
  expect(visible("button").map(textOf)).toContain("Charger les documents");
  expect(formatNumber(1500)).toMatch(/^1.500$/);
});

it("keeps the stored words, with the French word of a status beside them", async () => {
  await setLanguage("fr-FR");
  await openPane();
  fakeExcel.select(keyOf("X.1221"));
  await flush();
  expect(visible(".status")[0]?.textContent).toBe("Determined (déterminé)");
});

it("lists in French what a report lacks and what changed, and leaves texts of documents and sheets as they are", async () => {
  await setLanguage("fr-FR");
  const { gaps } = draftReport(programme, { family: "executive-summary", meeting: "2024-03" }).report;
  const messages = gaps.map(({ lack }) => gapText(lack));
  expect(messages.length).toBeGreaterThan(5);
  expect(messages.filter((message) => /has no|is timed|planned for/.test(message))).toEqual([]);
  expect(messages.some((message) => /il manque|indiquez une nouvelle échéance|aucune décision/.test(message))).toBe(
    true,
  );
  const changes = printChanges(whatChanged(programme, "2017-03-30").slice(0, 1), "2017-03-30", reportTexts().changes);
  expect([changes.label, changes.title]).toEqual(["Évolutions", "Évolutions depuis le 30 mars 2017"]);
  expect(changes.sections[0]?.table.headers).toContain("Événement");
  expect(changes.sections[0]?.table.rows.flat().join()).toContain("2023-09 executive summary, Annexe");
});

it("falls back to English for other languages and for invalid tags", async () => {
  for (const wanted of ["de-DE", "", "x-klingon", "1033"]) {
    await setLanguage(wanted);
    expect(language()).toBe("en");
    expect(formatDate("2023-09-08")).toMatch(/2023/);
  }
  expect(formatDate("2024-Q1")).toBe("2024-Q1");
});
