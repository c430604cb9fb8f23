import { STATUSES } from "../../../src/domain/vocabulary";
import { checkProgramme } from "../../../src/domain/rules";
import { event, item, MARCH, on, SEPTEMBER } from "./samples";

const MANY = 6_864;

/** A programme as large as all that the study groups ever printed: every status, some history each. */
const items = Array.from({ length: MANY }, (_, index) => {
  const status = STATUSES[index % STATUSES.length] ?? "Under study";
  const process = status === "Consented" ? "AAP" : status === "Agreed" ? "Agreement" : "TAP";
  return item({
    key: `x.${String(index)}`,
    number: `X.${String(index)}`,
    name: `X.text-${String(index)}`,
    status,
    process,
  });
});
const events = items.flatMap(({ key, status }) => [
  event({ item: key, kind: "New work item", to: "Under study", date: "2022-05-20" }),
  event({ item: key, kind: "Changed", to: null, date: "2023-03-03" }),
  event({ item: key, kind: "Determined", to: status, date: "2023-09-08" }),
]);
const context = on("2024-03-01", { items, events, meetings: [SEPTEMBER, MARCH] });

describe("a check of the whole programme", () => {
  test(`of ${String(MANY)} items lets other work go on and reports its progress`, async () => {
    const heard: number[] = [];
    let breaths = 0;
    const breathing = setInterval(() => (breaths += 1), 1);
    const findings = await checkProgramme(items, context, (done, total) => {
      expect(total).toBe(MANY);
      heard.push(done);
      return undefined;
    });
    clearInterval(breathing);
    expect(findings.length).toBeGreaterThan(1000);
    expect(heard.at(-1)).toBe(MANY);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(breaths).toBeGreaterThan(heard.length / 4);
  });

  test("can be stopped, and then returns the findings so far", async () => {
    const first = items.slice(0, 2_000);
    const all = await checkProgramme(first, context);
    const some = await checkProgramme(first, context, () => false);
    expect(some.length).toBeLessThan(all.length);
    expect(all.slice(0, some.length)).toEqual(some);
  });
});
