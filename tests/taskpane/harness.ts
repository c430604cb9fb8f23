/** The pane on the real programme of both documents. Excel is a fake at the border of src/excel; all else is the shipped code. */
import type * as fakeExcelModule from "./fake-excel";
import { fakeExcel } from "./fake-excel";
import { findTableProblems, jobs } from "../../src/commands/actions";
import { reviewStore, type ShownDifference } from "../../src/commands/review-store";
import type { GuardMessage } from "../../src/domain/edit-review/message";
import { buildIndex } from "../../src/domain/item-index";
import { joinDocuments } from "../../src/domain/merge";
import type { Programme } from "../../src/domain/model";
import type { CellDifference } from "../../src/excel/load";
import { setProgramme } from "../../src/excel/programme-store";
import { readSeeds } from "../../src/import/seeds";
import { Pane } from "../../src/taskpane/pane";

type FakeModule = typeof fakeExcelModule;
jest.mock("../../src/excel/settings", () => jest.requireActual<FakeModule>("./fake-excel").fakeExcel.settingsModule);
jest.mock(
  "../../src/excel/write-settings",
  () => jest.requireActual<FakeModule>("./fake-excel").fakeExcel.writeSettingsModule,
);
jest.mock(
  "../../src/excel/navigation",
  () => jest.requireActual<FakeModule>("./fake-excel").fakeExcel.navigationModule,
);
jest.mock("../../src/excel/edit-guard", () => jest.requireActual<FakeModule>("./fake-excel").fakeExcel.guardModule);
jest.mock("../../src/excel/load", () => jest.requireActual<FakeModule>("./fake-excel").fakeExcel.loadModule);
jest.mock("../../src/excel/report-sheets", () => jest.requireActual<FakeModule>("./fake-excel").fakeExcel.reportModule);
jest.mock(
  "../../src/excel/refresh-formulas",
  () => jest.requireActual<FakeModule>("./fake-excel").fakeExcel.formulasModule,
);
jest.mock("../../src/excel/insert-formula", () => ({
  ...jest.requireActual<object>("../../src/excel/insert-formula"),
  ...jest.requireActual<FakeModule>("./fake-excel").fakeExcel.insertModule,
}));
jest.mock("../../src/excel/start", () => ({ ensureStarted: () => Promise.resolve() }));
jest.mock("../../src/excel/self-test", () => ({
  tryFormula: (formula: string) =>
    Promise.resolve({ formula, shown: jest.requireActual<FakeModule>("./fake-excel").fakeExcel.testShows }),
}));
jest.mock("../../src/excel/programme-store", () => ({
  ...jest.requireActual<object>("../../src/excel/programme-store"),
  refreshStore: () => Promise.resolve(),
}));

export { fakeExcel, findTableProblems, jobs, reviewStore };

export const programme: Programme = joinDocuments(readSeeds());
export const index = buildIndex(programme);

export const message = (changes: Partial<GuardMessage> = {}): GuardMessage => ({
  id: "m1",
  when: "2026-11-21T10:00:00.000Z",
  item: "X.590",
  key: "x.jss",
  keys: ["x.jss"],
  cell: { sheet: "Work programme", address: "G90" },
  count: 1,
  tried: "Status: Consented to Agreed",
  title: "Change reverted",
  twin: null,
  text: "A determined or consented text is approved and not agreed.",
  clause: "Rec. A.1, 1.8.2",
  possible: [{ status: "Approved", step: null, label: "Approve" }],
  canOverride: true,
  canRestore: false,
  outcome: "reverted",
  ...changes,
});

/** A difference in a column of an item's row, as the commands show it. */
export const difference = (item: string, column: string, changes: Partial<ShownDifference> = {}): ShownDifference => ({
  difference: rawDifference(item, column),
  group: item,
  item,
  sheet: "Work programme",
  column,
  here: "Ours",
  documents: "Theirs",
  ...changes,
});

const rawDifference = (item: string, column: string): CellDifference => ({
  id: `${item} ${column}`,
  table: "WorkProgramme",
  row: item.toLowerCase(),
  key: item.toLowerCase(),
  item,
  field: column,
  identity: "Key",
  format: "text",
  sources: ["2023-09 executive summary"],
  theirs: "Ours",
  documents: "Theirs",
});

/** Office as the pane finds it in Excel. */
const fakeOffice = () => ({
  StartupBehavior: { load: "Load", none: "None" },
  PlatformType: { OfficeOnline: "OfficeOnline" },
  addin: { setStartupBehavior: () => Promise.resolve() },
  context: {
    platform: "PC",
    displayLanguage: "en-US",
    contentLanguage: "en-US",
    diagnostics: { version: "16.0" },
    requirements: { isSetSupported: (set: string, version: string) => set === "ExcelApi" && Number(version) <= 1.17 },
    document: { settings: { set: () => undefined, saveAsync: (done: () => void) => done() } },
  },
});

/** Ends whatever an earlier test left running, and forgets what it found. */
async function reset(): Promise<void> {
  jobs.cancel();
  await jobs.idle();
  jobs.clear();
  fakeExcel.reset();
  reviewStore.found({ differences: null, tableProblems: [] });
  window.localStorage.clear();
  Object.assign(globalThis, { Office: fakeOffice() });
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: (text: string) => Promise.resolve(void fakeExcel.calls.copied.push(text)) },
    configurable: true,
  });
}

const turn = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs the promises and timers that a click started, for so many turns of the event loop. */
export async function flush(turns = 25): Promise<void> {
  for (let done = 0; done < turns; done += 1) await turn();
}

/** Waits for a condition, with a limit of a minute; the expectation that follows then fails. */
export async function waitFor(isMet: () => boolean): Promise<void> {
  for (let turns = 0; turns < 6000 && !isMet(); turns += 1) await turn(10);
}

/**
 * Opens the pane in a new page.
 * @param loaded whether the workbook holds the programme of both documents
 */
export async function openPane({ loaded = true } = {}): Promise<Pane> {
  await reset();
  document.body.replaceChildren();
  const root = document.createElement("div");
  root.id = "pane";
  document.body.append(root);
  setProgramme(loaded ? programme : null);
  const pane = new Pane();
  root.append(pane.element);
  await pane.begin();
  await flush();
  return pane;
}

/** The key of an item. */
export function keyOf(name: string): string {
  return index.itemsNamed(name)[0]?.key ?? "";
}

/** What a person sees: texts of elements that are not hidden. */
export function visible(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => !element.closest("[hidden]"));
}

/** The text of an element on one line, as a browser shows it. */
export function textOf(element: Element | undefined): string {
  return (element?.textContent ?? "").replace(/[ \t\n]+/g, " ").trim();
}

/** The visible button with this text. */
export function button(label: string): HTMLButtonElement {
  const found = visible("button").find((each) => textOf(each).startsWith(label));
  if (!found) throw new Error(`No button “${label}” among: ${visible("button").map(textOf).join(" | ")}`);
  return found as HTMLButtonElement;
}

export const press = async (label: string) => {
  button(label).click();
  await flush();
};

/** The visible control with this label. */
export function labelled(label: string): HTMLInputElement & HTMLSelectElement {
  const found = visible("label").find((each) => textOf(each) === label) as HTMLLabelElement | undefined;
  if (!found) throw new Error(`No field “${label}”`);
  return document.getElementById(found.htmlFor) as HTMLInputElement & HTMLSelectElement;
}

/** Chooses or enters a value, as a user who then leaves the control. */
export const choose = async (label: string, value: string) => {
  const control = labelled(label);
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
  await flush();
};

export async function type(text: string): Promise<void> {
  const input = visible("input[type=search]")[0] as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  // Longer than the pause after which a search begins.
  await turn(180);
  await flush();
}

/** What the status region announces. */
export const announced = async (): Promise<string> => {
  // Longer than the delay of an announcement.
  await flush();
  await turn(80);
  return document.querySelector("[role=status]")?.textContent ?? "";
};
