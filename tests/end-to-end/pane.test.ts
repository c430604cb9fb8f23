/** The pane in a browser: the import of a Word document, and the user's name in History. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Frame } from "playwright-core";
import { composeSummary } from "../documents/compose";
import { wordSummary } from "../documents/word";
import { openWorkbench, runAxe, type Workbench } from "./support";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const TITLES: Readonly<Record<string, string>> = {
  actions: "Actions taken on Recommendations, and other texts at SG17 closing plenary on 4 September 2020",
  planned: "Recommendations planned for action in next SG17 meeting in 2021",
  "New work items": "New work items",
  Discontinued: "Work items discontinued",
};

let workbench: Workbench;
let pane: Frame;

beforeAll(async () => {
  workbench = await openWorkbench();
  pane = await workbench.pane();
});
afterAll(() => workbench?.close());

const tab = (name: string) => pane.getByRole("tab", { name }).click();
const sections = composeSummary(11).sections.map((section, index) => ({
  ...section,
  id: section.title === "" ? "" : section.id || String.fromCharCode(97 + index),
}));

async function chooseWordFile(name: string, bytes: Uint8Array): Promise<void> {
  await tab("Work");
  const chooser = workbench.page.waitForEvent("filechooser");
  await pane.getByRole("button", { name: "Choose files…" }).click();
  await (await chooser).setFiles({ name, mimeType: WORD, buffer: Buffer.from(bytes) });
}

it("shows the search with the cursor in it when Find is pressed, whatever the pane shows", async () => {
  await workbench.press("Help");
  await pane.locator("#help-search").waitFor();
  await workbench.press("Find");
  await pane.locator("#find-text:focus").waitFor();
  expect(workbench.errors).toEqual([]);
});

it("has no command with the name of a global function of the browser, which office.js would call instead", async () => {
  const manifest = readFileSync(path.resolve(__dirname, "../../manifest.xml"), "utf8");
  const names = [...manifest.matchAll(/<FunctionName>(\w+)</g)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(await pane.evaluate((each) => each.filter((name) => name in window), names)).toEqual([]);
});

describe("a Word document chosen in the pane", () => {
  it("is previewed with the number of rows of each table before anything is written", async () => {
    const titles = sections.map(({ annex, table }) => {
      const kind = table.startsWith("Planned") ? "planned" : table in TITLES ? table : "actions";
      return [annex, TITLES[kind] ?? ""];
    });
    const bytes = await wordSummary(sections, Object.fromEntries(titles) as Record<string, string>);
    await chooseWordFile("summary 2020.docx", bytes);
    const preview = pane.locator(".note").filter({ hasText: "summary 2020.docx" });
    await preview
      .getByText(/\(\d+ rows?\)$/)
      .first()
      .waitFor();
    const rows = (await preview.locator("summary").allInnerTexts()).flatMap(
      (line) => /\((\d+) rows?\)$/.exec(line)?.[1] ?? [],
    );
    expect(rows.map(Number)).toEqual(sections.map((section) => section.rows.length));
    expect(await workbench.sheetNames()).toEqual(["Sheet1"]);
    expect(await runAxe(pane)).toEqual([]);
    await workbench.picture("7-import");
  });

  it("is written when the user confirms, every row into its table", async () => {
    await pane.getByRole("button", { name: "Write into the workbook" }).click();
    await workbench.waitForSheet("Checks");
    await workbench.ready();
    const annexes = [...new Set(sections.map(({ annex }) => `2020-09 Annex ${annex}`))];
    expect(await workbench.sheetNames()).toEqual(expect.arrayContaining(annexes));
    for (const { printedName, title } of sections[0]?.rows ?? []) {
      const sheet = `2020-09 Annex ${sections[0]?.annex ?? ""}`;
      const cell = await workbench.addressOf(sheet, { Item: printedName ?? "" }, "Title");
      expect(await workbench.text(sheet, cell)).toBe(title);
    }
  });

  it("that is not a document is refused with the reason, and nothing is written", async () => {
    await chooseWordFile("letter.docx", new TextEncoder().encode("Dear all, see you on Monday."));
    await pane.getByText("letter.docx was not read").first().waitFor();
    expect(await pane.getByRole("button", { name: "Write into the workbook" }).isVisible()).toBe(false);
    await pane.getByRole("button", { name: "Discard" }).click();
  });
});

describe("the name entered in the settings", () => {
  it("is recorded in History with later edits, also after a restart", async () => {
    await tab("More");
    await pane.getByText("Settings", { exact: true }).click();
    const name = pane.getByLabel("Your name in History");
    await name.fill("Jane DOE");
    await name.press("Tab");
    await pane.locator("[role=status]").getByText("Saved.").waitFor({ state: "attached" });
    await pane.evaluate(() => location.reload());
    await workbench.ready();
    pane = await workbench.pane();
    await workbench.showSheet("Work programme");
    const status = await workbench.addressOf("Work programme", { Status: "Under study" }, "Status");
    const item = await workbench.addressOf("Work programme", { Status: "Under study" }, "Item");
    await workbench.type(status, "Discontinued");
    await workbench.ready();
    await tab("Find");
    await workbench.goTo(status);
    await pane.getByRole("heading", { name: await workbench.text("Work programme", item) }).waitFor();
    await pane.locator(".timeline").getByText("entered by Jane DOE").waitFor();
  });
});

it("reports no error", () => {
  expect(workbench.errors).toEqual([]);
});
