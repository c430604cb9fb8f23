import { formatDate, setLanguage } from "../../src/i18n/language";
import { wordMessage } from "../../src/i18n/guard";
import { WorkbookModel } from "../domain/edit-review/workbook-model";

afterEach(() => setLanguage("en-GB"));

/** What an edit against the rules writes into the workbook where the guard only advises, and what it says. */
async function advisedEdit(language: string) {
  await setLanguage(language);
  const workbook = new WorkbookModel();
  workbook.mode = "advise";
  const { events, writes, messages } = workbook.type("WorkProgramme", 1, "Status", "Agreed");
  return { written: { events, writes }, said: messages.map((draft) => wordMessage(draft)) };
}

test("the same edit writes the same History in all languages, with messages in the selected one", async () => {
  const english = await advisedEdit("en-GB");
  const french = await advisedEdit("fr-FR");
  expect(english.written.events).not.toEqual([]);
  expect(french.written).toEqual(english.written);
  expect(english.said[0]?.text).toContain("The edit was kept and highlighted (advise mode).");
  expect(french.said[0]?.text).toContain("La modification est conservée et signalée (mode conseil).");
});

test.each([
  ["en-US", "en-US", "March 1, 2024"],
  ["en-US", "en-GB", "1 March 2024"],
  ["en-GB", "fr-CH", "1 March 2024"],
  ["fr-FR", "en-US", "1er mars 2024"],
  ["fr-FR", "fr-CH", "1er mars 2024"],
  ["de-DE", "de-CH", "1 March 2024"],
  ["no locale", "none", "1 March 2024"],
])("dates are in the language of the texts: %s in the region %s", async (display, content, expected) => {
  await setLanguage(display, content);
  expect(formatDate("2024-03-01", "long")).toBe(expected);
});
