import { candidatesFor, decisionName, possibleDecisions, SECTIONS } from "../../../src/domain/decisions";
import { decisionContext } from "../../../src/domain/decisions/review";
import { buildIndex } from "../../../src/domain/item-index";
import { joinDocuments } from "../../../src/domain/merge";
import { questionsNamed } from "../../../src/domain/rules";
import type { Meeting } from "../../../src/domain/model";
import { readSeeds } from "../../../src/import/seeds";

const programme = joinDocuments(readSeeds());
const meeting: Meeting = {
  ...(programme.meetings.find(({ id }) => id === "2024-03") ?? {
    name: "SG17",
    place: null,
    documents: {},
    note: null,
  }),
  id: "2024-03",
  from: "2024-02-20",
  to: "2024-03-01",
  held: false,
};
const candidates = candidatesFor(programme, meeting);
const namesIn = (section: string): string[] =>
  candidates
    .filter((candidate) => candidate.section === section)
    .map(({ item }) => item.number ?? item.name ?? item.key);

describe("candidates of the meeting after September 2023", () => {
  it("are what Annex B plans, by section, each once", () => {
    const published = programme.events.filter(
      ({ source }) => source?.document === "2023-09 executive summary" && source.annex === "B",
    );
    const open = programme.items.filter(({ status }) => !["Approved", "Agreed", "Discontinued"].includes(status));
    const planned = new Set(published.map(({ item }) => item).filter((key) => open.some((item) => item.key === key)));
    expect(candidates.map(({ item }) => item.key)).toEqual(expect.arrayContaining([...planned]));
    expect(new Set(candidates.map(({ item }) => item.key)).size).toBe(candidates.length);
    expect(candidates.map(({ section }) => section)).toEqual(
      SECTIONS.flatMap((section) => namesIn(section).map(() => section)),
    );
  });

  it("have the determined texts first for approval, and the text to be determined again for determination", () => {
    expect(namesIn("A a) TAP approval")).toEqual(expect.arrayContaining(["X.1221", "X.1127"]));
    expect(namesIn("A c) TAP determination")).toContain("X.1353");
    expect(namesIn("A a) TAP approval").indexOf("X.1221")).toBeLessThan(namesIn("A a) TAP approval").indexOf("X.1127"));
  });

  it("end with the texts not heard of at the latest two meetings", () => {
    expect(namesIn("D Discontinuation").length).toBeGreaterThan(0);
    for (const { item } of candidates) expect(item.studyGroup).toBe("SG17");
  });

  it("offer what is possible, the decision of their section first", () => {
    const index = buildIndex(programme);
    const context = decisionContext(
      {
        programme: index,
        meetings: programme.meetings,
        meeting,
        date: "2024-03-01",
        today: "2024-03-01",
        questions: () => questionsNamed(programme),
      },
      meeting,
    );
    const [determined] = candidates.filter(({ item }) => item.number === "X.1221");
    if (!determined) throw new Error("X.1221 is no candidate.");
    const names = possibleDecisions(determined.item, context, determined.section).map(decisionName);
    expect(names[0]).toBe("Approved");
    expect(names).toEqual(expect.arrayContaining(["Not approved", "Approval postponed"]));
    const most = Math.max(...candidates.map(({ item, section }) => possibleDecisions(item, context, section).length));
    expect(most).toBeLessThanOrEqual(10);
  });
});
