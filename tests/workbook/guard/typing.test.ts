import { Desk } from "./desk";

jest.setTimeout(120_000);

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.withSeeds();
});
afterEach(() => {
  desk.close();
});

test("a forbidden status is put back and explained; a permitted one stays, and everything follows", async () => {
  expect(desk.news()).toEqual([]);
  expect(desk.status("X.590")).toBe("Consented");
  await desk.type("X.590", "Status", "Agreed");
  expect(desk.status("X.590")).toBe("Consented");
  const [refused, ...others] = desk.news();
  expect(others).toEqual([]);
  expect(refused).toMatchObject({
    outcome: "put back",
    item: "X.590",
    tried: "Status: Consented to Agreed",
    canOverride: true,
    cell: { sheet: "Work programme" },
  });
  expect(refused?.text).toContain("X.590 cannot be Agreed");
  expect(refused?.clause).not.toBe("");
  expect(refused?.possible.length).toBeGreaterThan(0);

  const before = desk.rows("History").length;
  expect(desk.status("X.sr-ai")).toBe("Under study");
  await desk.type("X.sr-ai", "Status", "Determined");
  expect(desk.status("X.sr-ai")).toBe("Determined");
  expect(desk.value("WorkProgramme", "X.sr-ai", "Since")).toBe(45352);
  expect(desk.rows("History")).toHaveLength(before + 1);
  expect(desk.history("X.sr-ai").at(-1)).toMatchObject({
    Event: "Determined",
    From: "Under study",
    To: "Determined",
    Meeting: "2024-03",
  });
  expect(desk.open.page.store.currentIndex()?.itemsNamed("X.sr-ai")[0]?.status).toBe("Determined");
  expect(desk.news().filter((message) => message.outcome === "put back")).toEqual([]);
});
