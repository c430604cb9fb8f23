/** The annexes card: what a report would hold and lack, the ways out of it, the users' own words, and what changed. */
import { button, index, openPane, press, said, settle, visible } from "./harness";

const open = async () => {
  const opened = await openPane();
  await press("Work");
  await settle(20);
  return opened;
};

const labelled = (label: string): HTMLInputElement & HTMLSelectElement => {
  const found = visible("label").find((each) => each.textContent === label) as HTMLLabelElement | undefined;
  if (!found) throw new Error(`No field “${label}”`);
  return document.getElementById(found.htmlFor) as HTMLInputElement & HTMLSelectElement;
};

const choose = async (label: string, value: string) => {
  const control = labelled(label);
  control.value = value;
  control.dispatchEvent(new Event("change"));
  await settle(20);
};

it("offers the next meeting's executive summary and says what it lacks, each with a way to its row", async () => {
  const { workbook } = await open();
  expect([labelled("Report").value, labelled("Meeting").value]).toEqual(["executive-summary", "2024-03"]);
  const summary = visible("summary").find((each) => /^\d+ missing$/.test(each.textContent ?? ""));
  expect(summary).toBeDefined();
  expect(document.body.textContent).toContain(
    "X.1127 has been Determined since 2017-03-30 without a recorded decision",
  );
  summary?.click();
  await press("Show X.1127");
  expect(workbook.asked.shown).toEqual([index.itemsNamed("X.1127")[0]?.key]);
});

it("says that nothing is missing in a report that was published", async () => {
  await open();
  await choose("Meeting", "2023-09");
  expect(document.body.textContent).toContain("85 rows in 11 tables");
  expect(document.body.textContent).toContain("Nothing is missing");
});

it("writes the report that is chosen", async () => {
  const { workbook } = await open();
  await choose("Report", "lead-study-group-report");
  await choose("Meeting", "2017-03");
  await press("Generate sheets");
  expect(workbook.asked.reports).toEqual([{ family: "lead-study-group-report", meeting: "2017-03" }]);
  expect(await said()).toBe("Written.");
});

it("hands over a Word file, and says what to do where downloads are barred", async () => {
  await open();
  await press("Word document");
  expect(await said()).toMatch(/2024-03\.docx.*Copy for Word/);
});

it("copies, and shows the text where copying is barred", async () => {
  const { workbook } = await open();
  await press("Copy for Word");
  expect(await said()).toContain("When you paste into Word");
  workbook.copies = false;
  await press("Copy for Word");
  expect(await said()).toContain("copy it by hand");
  expect(labelled("Text of the report").value).toBe("the report");
});

it("shows the usual words and takes the user's own", async () => {
  const { workbook } = await open();
  visible("summary")
    .find((each) => each.textContent === "Headings and notes")
    ?.click();
  const heading = labelled("Heading of Annex A a)");
  expect(heading.value).toBe("TAP Recommendations approved (WTSA-20 Resolution 1)");
  await choose("Heading of Annex A a)", "TAP Recommendations approved (WTSA-24 Resolution 1)");
  expect(workbook.asked.words).toEqual([
    {
      meeting: "2024-03",
      place: "A/a",
      title: "TAP Recommendations approved (WTSA-24 Resolution 1)",
      notes: [""],
    },
  ]);
});

it("lists what changed after a meeting, or after a day", async () => {
  const { workbook } = await open();
  expect(labelled("After").value).toBe("2023-09-08");
  await press("Show changes");
  await choose("After", "day");
  await choose("Day", "2023-10-01");
  await press("Show changes");
  expect(workbook.asked.changes).toEqual(["2023-09-08", "2023-10-01"]);
});

it("writes nothing where the workbook knows no meeting", async () => {
  const opened = await openPane();
  opened.workbook.source = "documents";
  await press("Work");
  await settle(20);
  expect(button("Generate sheets").disabled).toBe(true);
  expect(labelled("Meeting").textContent).toContain("Load the documents first");
});
