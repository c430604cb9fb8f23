import { mergeText } from "../../../src/i18n/merge";
import type { Programme, WorkItem } from "../../../src/domain/model";
import { joinDocuments, mergeDocuments } from "../../../src/domain/merge";
import { buildIndex, findItem, listItems, stateAsOf, statusOnDate } from "../../../src/domain/item-index";
import { readSeeds } from "../../../src/import/seeds";

const documents = readSeeds();
const programme = joinDocuments(documents);
const index = buildIndex(programme);

function item(name: string): WorkItem {
  const result = findItem(index, name);
  if (!("found" in result)) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return result.found;
}

describe("the two documents, joined", () => {
  test.each([
    ["X.1817", "Approved", "TAP", "2023-09-08"],
    ["X.5Gsec-message", "Approved", "TAP", "2023-09-08"],
    ["X.1221", "Determined", "TAP", "2023-09-08"],
    ["X.590", "Consented", "AAP", "2023-09-08"],
    ["TR.qs-dlt", "Agreed", "Agreement", "2023-09-08"],
    ["X.1353", "Not approved", "TAP", "2023-09-08"],
    ["X.1771", "Agreed", "Agreement", "2023-09-08"],
    ["X.websec-7", "Not approved", "TAP", "2023-09-08"],
    ["X.1373", "Approved", "TAP", "2017-03-30"],
    ["X.1373rev", "Determined", "TAP", "2023-09-08"],
    ["X.sr-ai", "Under study", "TAP", "2023-09-08"],
    ["X.1251rev", "Discontinued", null, "2023-09-08"],
    ["X.1127", "Determined", "TAP", "2017-03-30"],
    ["X.508", "Under study", "AAP", "2017-03-30"],
    ["X.1500 Amd.12", "Under study", "Approval", "2017-03-30"],
  ])("%s is %s", (name, status, process, since) => {
    expect(item(name)).toMatchObject({ status, process, since });
  });

  test.each([
    ["X.1817", "X.5Gsec-message"],
    ["X.1771", "X.rdda"],
    ["X.1771", "X.Sup39"],
    ["X.1471", "X.websec-7"],
    ["X.508", "X.pki-em"],
    ["G.873.3", "G.odusmp"],
    ["G.8132/Y.1383", "Y.1383"],
    ["X.1254", "X.1254rev"],
  ])("%s and %s are one item", (a, b) => expect(item(a)).toBe(item(b)));

  test.each([
    ["X.1373rev", "X.1373"],
    ["X.1333 Cor.1", "X.1333"],
    ["X.1352Amd", "X.1352"],
    ["X.sup39", "X.1148"],
    ["X.suppl.uc-dcc", "X.1152"],
    ["X.sgmvno", "X.805"],
    ["X.sup13-rev", "X.1051"],
    ["X.1080.1rev", "X.1080.1"],
    ["Z.161", "Z.161"],
    ["X.1817", null],
  ])("the parent of %s is %s", (name, parent) => expect(item(name).parent).toBe(parent));

  test("a text not approved keeps its decision and the plan for it", () => {
    expect(item("X.1353")).toMatchObject({ remarks: "For further study before any SG17 decision", timing: "2024-Q1" });
    const kinds = index.eventsOf(item("X.1353").key).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(["Not approved", "Planned for determination"]);
  });

  test("the state at a past date follows from the events up to it", () => {
    expect(stateAsOf(index, item("X.websec-7").key, "2017-03-30")).toMatchObject({
      status: "Under study",
      process: "AAP",
    });
    expect(statusOnDate(index, item("X.1471").key, "2023-09-07")).toBe("Determined");
    expect(statusOnDate(index, item("X.1373rev").key, "2017-03-30")).toBeNull();
    expect(statusOnDate(index, item("X.1373").key, "2023-12-31")).toBe("Approved");
  });

  test("every row is an event with its printed row", () => {
    const printed = programme.events.filter((event) => event.printed !== null);
    expect(printed).toHaveLength(94 + 85);
    for (const event of printed) expect(event.source).not.toBeNull();
    expect(new Set(programme.events.map(({ id }) => id)).size).toBe(programme.events.length);
    expect(programme.frames.map(({ annex, section }) => annex + section).join(" ")).toBe(
      "1a 1b 1c 1d 2 Aa Ab Ac Ad Ae Ba Bb Bc Bd C D",
    );
  });

  test("the rows of 2023 belong to the right items", () => {
    const on = (status: "Approved" | "Determined" | "Consented" | "Agreed" | "Not approved" | "Discontinued") =>
      listItems(index, { statuses: [status] }).filter(({ since }) => since === "2023-09-08").length;
    expect([
      on("Approved"),
      on("Determined"),
      on("Consented"),
      on("Agreed"),
      on("Not approved"),
      on("Discontinued"),
    ]).toEqual([4, 8, 10, 6, 2, 1]);
  });

  test("meetings held, counted and planned", () => {
    const meetings = new Map(programme.meetings.map((meeting) => [meeting.id, meeting]));
    expect(meetings.get("2023-09")).toMatchObject({
      held: true,
      from: "2023-08-29",
      to: "2023-09-08",
      place: "Goyang",
    });
    expect(meetings.get("2023-03")).toMatchObject({
      held: true,
      documents: { C: 119, "LS/i": 70, "LS/o": 23, TD: 394 },
    });
    expect(meetings.get("2024-03")).toMatchObject({ held: false, from: "2024-02-20", to: "2024-03-01" });
    expect(meetings.get("2017-03")).toMatchObject({ held: true });
  });

  test("what a user should check is reported", () => {
    const messages = programme.findings.map((finding) => mergeText(finding)).join("\n");
    expect(messages).toContain("X.sec_QKDN_tn");
    expect(messages).toContain("X.1471 (X.websec-7) is planned for approval and planned for determination");
    expect(programme.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("their order does not matter, nor whether they come together", () => {
    expect(joinDocuments([...documents].reverse())).toEqual(programme);
    const oneByOne = (order: typeof documents): Programme =>
      order.reduce<Programme>((known, document) => mergeDocuments(known, [document]).programme, joinDocuments([]));
    for (const order of [documents, [...documents].reverse()]) {
      const { findings: _, ...rest } = oneByOne(order);
      const { findings: __, ...expected } = programme;
      expect(rest).toEqual(expected);
    }
  });

  test("reading them again changes nothing", () => {
    const { programme: again, diff } = mergeDocuments(programme, documents);
    expect(again).toEqual(programme);
    expect(diff).toEqual({
      added: [],
      changed: [],
      kept: [],
      merged: [],
      eventsAdded: [],
      eventsChanged: [],
      eventsRemoved: [],
      meetings: [],
    });
  });
});
