/** The card of the import: paste, questions about a document, and rows left out. What is read is a fake at the border of the reading. */
import { openPane, press, flush } from "./harness";
import type { ImportChoice, ImportPreview, ImportSource, RowPreview } from "../../src/taskpane/import-preview";

const mockSession = {
  shown: [] as ImportPreview[],
  sources: [] as ImportSource[],
  choices: [] as ImportChoice[],
};
jest.mock("../../src/taskpane/import-preview", () => ({
  ImportSession: {
    read: (sources: ImportSource[]) => {
      mockSession.sources = sources;
      return Promise.resolve({
        previews: () => Promise.resolve(mockSession.shown),
        choose: (choice: ImportChoice) => {
          mockSession.choices.push(choice);
          return choice.kind !== "row";
        },
        documents: () => [],
      });
    },
  },
}));

beforeEach(() => {
  mockSession.choices = [];
});

const MOVED_ROW: RowPreview = {
  ...({ index: 0, item: "X.1818", line: 12, kind: "status", from: "Under study" } as const),
  ...({ to: "Approved", conflicts: [{ column: "Title", yours: "Ours", document: "Theirs" }], left: false } as const),
};

const preview = (needsDate: ImportPreview["needsDate"]): ImportPreview => ({
  name: "Pasted text",
  summary: {
    title: "Executive summary",
    date: needsDate ? needsDate.date : "2024-03-01",
    isCorrection: false,
    takenAway: [],
    tables: [{ name: "Annex A a", asked: { as: null }, rows: [MOVED_ROW] }],
  },
  needsDate,
  problems: [],
});

it("takes a page from the clipboard with its tables, and asks for the date before it offers to write", async () => {
  await openPane();
  mockSession.shown = [preview({ date: null, meetings: [] })];
  await press("Work");
  const field = document.querySelector<HTMLTextAreaElement>("[data-action=paste]");
  const data = {
    files: [],
    getData: (type: string) => (type === "text/html" ? "<table><tr><td>Q</td></tr></table>" : "Q"),
  };
  field?.dispatchEvent(Object.assign(new Event("paste", { cancelable: true }), { clipboardData: data }));
  await flush();
  expect(mockSession.sources).toEqual([
    { kind: "html", name: "Pasted text", text: "<table><tr><td>Q</td></tr></table>" },
  ]);
  expect(document.querySelector("[data-action=write-import]")).toBeNull();
  expect(document.body.textContent).not.toContain("with another status");
  mockSession.shown = [preview({ date: "2024-03-01", meetings: [] })];
  const date = document.querySelector<HTMLInputElement>("[data-action=document-date]");
  if (date) date.value = "2024-03-01";
  date?.dispatchEvent(new Event("change"));
  await flush();
  expect(mockSession.choices).toEqual([{ document: 0, kind: "date", date: "2024-03-01" }]);
  expect(document.querySelector("[data-action=write-import]")).not.toBeNull();
});

it("shows what each row would change, and lets it be left out and the kind of a table be chosen", async () => {
  await openPane();
  mockSession.shown = [preview(null)];
  await press("Work");
  const field = document.querySelector<HTMLTextAreaElement>("[data-action=paste]");
  const data = { files: [], getData: (type: string) => (type === "text/plain" ? "text" : "") };
  field?.dispatchEvent(Object.assign(new Event("paste", { cancelable: true }), { clipboardData: data }));
  await flush();
  const kind = document.querySelector<HTMLSelectElement>("[data-action=table-kind]");
  if (kind) kind.value = "AAP consented";
  kind?.dispatchEvent(new Event("change"));
  await flush();
  const details = document
    .querySelector("[data-action=table-kind]")
    ?.closest(".note")
    ?.parentElement?.querySelector("details");
  if (details) details.open = true;
  details?.dispatchEvent(new Event("toggle"));
  const row = document.querySelector("[data-effect=status]");
  expect(row?.textContent).toContain("X.1818 Under study → Approved");
  expect(row?.textContent).toContain("Title: your “Ours” is kept; the document has “Theirs”");
  row?.querySelector<HTMLInputElement>("input")?.click();
  expect(mockSession.choices).toEqual([
    { document: 0, kind: "table", table: 0, as: "AAP consented" },
    { document: 0, kind: "row", row: 0, left: true },
  ]);
});
