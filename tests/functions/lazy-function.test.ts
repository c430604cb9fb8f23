/** A function that Excel registers before its evaluator is loaded: over a connection that fails once. */
import "./excels-error";

let connected = false;
jest.mock("../../src/functions/invoke", () => ({
  get excelFunction() {
    if (!connected) throw new Error("Loading chunk 455 failed.");
    return ({ id }: { id: string }) =>
      (...values: unknown[]) => [[id, ...values]];
  },
}));

import { FUNCTIONS } from "../../src/functions/catalogue";
import { lazyFunction } from "../../src/functions/lazy-function";

it("shows #N/A with a reason where what answers cannot be loaded, tries again, and answers in the call itself from then on", async () => {
  const status = lazyFunction(FUNCTIONS[0]);
  await expect(status("X.1817", null)).rejects.toMatchObject({
    code: "#N/A",
    message: expect.stringContaining("Loading chunk 455 failed.") as string,
  });
  connected = true;
  const invocation = { address: "Sheet1!B2" };
  const answer = status("X.1817", null, invocation);
  // Excel uses the same invocation for the next cell of a filled range (Excel-Custom-Functions#199).
  invocation.address = "Sheet1!B3";
  await expect(answer).resolves.toEqual([["STATUS", "X.1817", null, { address: "Sheet1!B2" }]]);
  expect(status("X.1818", null)).toEqual([["STATUS", "X.1818", null]]);
});
