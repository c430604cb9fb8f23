import { withTimeout, yieldToUi } from "../../src/domain/waiting";

describe("a time limit", () => {
  const never = new Promise<string>(() => undefined);

  it("returns the outcome of what is in time", async () => {
    expect(await withTimeout(Promise.resolve("done"), 60_000, () => "late")).toBe("done");
    await expect(withTimeout(Promise.reject(new Error("failed")), 60_000, () => "late")).rejects.toThrow("failed");
  });
  it("returns what is given in place of a late outcome, or throws it", async () => {
    expect(await withTimeout(never, 1, () => "late")).toBe("late");
    const late = withTimeout(never, 1, () => {
      throw new Error("no answer");
    });
    await expect(late).rejects.toThrow("no answer");
  });
});

it("yields to what was waiting, and ends with the reason of its signal", async () => {
  const order: string[] = [];
  setTimeout(() => order.push("page"));
  await yieldToUi();
  expect(order).toEqual(["page"]);
  const controller = new AbortController();
  const waiting = yieldToUi(controller.signal);
  controller.abort(new Error("cancelled"));
  await expect(waiting).rejects.toThrow("cancelled");
});
