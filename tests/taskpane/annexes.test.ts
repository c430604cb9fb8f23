/** The annexes card: what a report would hold and lack, the ways out of it, the users' own words, and what changed. */
import type * as annexesModule from "../../src/domain/annexes";
import { generateReport } from "../../src/domain/annexes";
import {
  announced,
  button,
  choose,
  fakeExcel,
  keyOf,
  labelled,
  openPane,
  press,
  flush,
  textOf,
  visible,
} from "./harness";

// What is in the file is tested beside its code, which needs more of Node than jsdom has.
jest.mock("../../src/export/word", () => ({
  wordDocument: () => Promise.resolve(new Uint8Array()),
  TemplateError: class extends Error {},
}));

jest.mock("../../src/domain/annexes", () => {
  const actual = jest.requireActual<typeof annexesModule>("../../src/domain/annexes");
  return { ...actual, generateReport: jest.fn(actual.generateReport) };
});

beforeEach(() => {
  jest.mocked(generateReport).mockClear();
});

const open = async () => {
  await openPane();
  await press("Work");
  await flush();
};

// First, since the views of earlier panes would generate reports of their own.
it("generates a report once for the list of what is missing and for the sheets, and asks before it writes one without decisions", async () => {
  await open();
  await press("Generate sheets");
  expect(fakeExcel.calls.reports).toHaveLength(0);
  expect(document.body.textContent).toContain("Is this the meeting that you want the report of?");
  await press("Generate sheets");
  expect(fakeExcel.calls.reports).toHaveLength(1);
  expect(jest.mocked(generateReport)).toHaveBeenCalledTimes(1);
});

it("offers the next meeting's executive summary and lists what is missing, each with a link to its row", async () => {
  await open();
  expect([labelled("Report").value, labelled("Meeting").value]).toEqual(["executive-summary", "2024-03"]);
  const summary = visible("summary").find((each) => /^\d+ values? (is|are) missing$/.test(textOf(each)));
  expect(summary).toBeDefined();
  expect(document.body.textContent).toContain(
    "X.1127 has been Determined since 2017-03-30 without a recorded decision",
  );
  summary?.click();
  await press("Show X.1127");
  expect(fakeExcel.calls.shown).toEqual([keyOf("X.1127")]);
});

it("reports that nothing is missing in a published report", async () => {
  await open();
  await choose("Meeting", "2023-09");
  expect(document.body.textContent).toContain("85 rows in 11 tables");
  expect(document.body.textContent).toContain("Nothing is missing");
});

it("writes the report that is chosen", async () => {
  await open();
  await choose("Report", "lead-study-group-report");
  await choose("Meeting", "2017-03");
  await press("Generate sheets");
  expect(fakeExcel.calls.reports).toEqual([{ family: "lead-study-group-report", meeting: "2017-03" }]);
  expect(await announced()).toContain("2017-03");
});

it("offers a Word file, and describes what to do where downloads are blocked", async () => {
  const downloads: string[] = [];
  Object.assign(URL, { createObjectURL: () => "blob:report", revokeObjectURL: () => undefined });
  const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push(this.download);
  });
  await open();
  await press("Word document");
  await flush();
  expect(downloads).toEqual(["SG17 2024-03 executive summary.docx"]);
  expect(await announced()).toMatch(/2024-03.*\.docx.*Copy for Word/);
  click.mockRestore();
});

it("copies, and shows the text where copying is blocked", async () => {
  await open();
  document.execCommand = () => true;
  await press("Copy for Word");
  await flush();
  expect(await announced()).toContain("When you paste into Word");
  document.execCommand = () => false;
  await press("Copy for Word");
  await flush();
  expect(await announced()).toContain("copy it by hand");
  expect(labelled("Text of the report").value).toContain("Annex A");
  Reflect.deleteProperty(document, "execCommand");
});

it("shows the default headings and saves the user's own", async () => {
  await open();
  visible("summary")
    .find((each) => textOf(each) === "Headings and notes")
    ?.click();
  const heading = labelled("Heading of Annex A a)");
  expect(heading.value).toBe("TAP Recommendations approved (WTSA-20 Resolution 1)");
  await choose("Heading of Annex A a)", "TAP Recommendations approved (WTSA-24 Resolution 1)");
  const { reportWords } = fakeExcel.settings;
  expect(reportWords["2024-03"]?.["A/a"]?.sectionTitle).toBe("TAP Recommendations approved (WTSA-24 Resolution 1)");
  expect(labelled("Heading of Annex A a)").value).toBe("TAP Recommendations approved (WTSA-24 Resolution 1)");
});

const gapButton = (message: RegExp): HTMLElement => {
  const found = visible("#panel-work button").find((each) => message.test(each.getAttribute("aria-label") ?? ""));
  if (!found) throw new Error(`no button beside ${String(message)}`);
  return found;
};

it("leads from each missing part to the place where it is entered", async () => {
  await open();
  visible("summary")
    .find((each) => /values? (is|are) missing$/.test(textOf(each)))
    ?.click();
  gapButton(/hot topics/).click();
  await flush();
  expect(document.activeElement).toBe(labelled("Hot topics"));
  gapButton(/numbers of contributions/).click();
  await flush();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("C");
  gapButton(/No interim meetings/).click();
  await flush();
  expect(fakeExcel.calls.shown).toEqual(["interim 2024-03"]);
});

it("enters statistics in the row of the meeting, and texts for the meeting's report", async () => {
  await open();
  const form = document.querySelector("#panel-work form");
  const fill = (label: string, value: string) => {
    const input = form?.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
    if (!input) throw new Error(`no field ${label}`);
    input.value = value;
  };
  fill("participants, Final", "300");
  fill("Member States, Announced", "40");
  fill("C", "150");
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await flush();
  const [[meeting, cells] = []] = fakeExcel.calls.meetingCells;
  expect(meeting).toBe("2024-03");
  expect(cells).toMatchObject({ Participants: 300, Announced: "", C: 150, TD: "" });
  expect(JSON.parse((cells as { Rest: string }).Rest)).toMatchObject({
    participants: { announced: { "Member States": 40 }, final: { participants: 300, Academia: null } },
  });
  await choose("SG17 subgroups (JCAs, correspondence groups)", "JCA-IdM: continued\nJCA-COP: dormant");
  expect(fakeExcel.settings.reportWords["2024-03"]?.["text/subgroups"]?.notes).toEqual([
    "JCA-IdM: continued",
    "JCA-COP: dormant",
  ]);
});

it("keeps a heading that is being typed, its focus too, when the report is generated again", async () => {
  await open();
  visible("summary")
    .find((each) => textOf(each) === "Headings and notes")
    ?.click();
  const heading = labelled("Heading of Annex A b)");
  heading.focus();
  heading.value = "Half a hea";
  await choose("Heading of Annex A a)", "Another heading");
  expect(labelled("Heading of Annex A b)")).toBe(heading);
  expect([heading.value, document.activeElement]).toEqual(["Half a hea", heading]);
});

it("lists what changed after a meeting, or after a date", async () => {
  await open();
  expect(labelled("After").value).toBe("2023-09-08");
  await press("Show changes");
  await choose("After", "day");
  await choose("Day", "2023-10-01");
  await press("Show changes");
  expect(fakeExcel.calls.changes).toEqual(["2023-09-08", "2023-10-01"]);
});

it("writes nothing where the workbook has no meeting", async () => {
  await openPane({ loaded: false });
  await press("Work");
  await flush();
  expect(button("Generate sheets").disabled).toBe(true);
  expect(labelled("Meeting").textContent).toContain("Load the documents first");
});
