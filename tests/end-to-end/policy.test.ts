/** The pane's content security policy, as a browser takes it: nothing leaves the workbook, and text never becomes code. */
import { openWorkbench, type Workbench } from "./support";

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(() => workbench.close());

/** Tries something in the pane's page and answers with what the policy refused: the directive and what was asked for. */
async function refused(attempt: string): Promise<string[]> {
  const pane = await workbench.pane();
  // Within a timer of the page: what a debugger evaluates itself is exempt from the policy.
  return pane.evaluate(`new Promise((done) => {
    const violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective + " " + event.blockedURI));
    setTimeout(() => { try { ${attempt} } catch {} }, 0);
    setTimeout(() => done(violations), 500);
  })`);
}

test("the pane starts without a violation of its content security policy", () => {
  expect(workbench.errors).toEqual([]);
});

test.each([
  ["a call to another host", `void fetch("https://example.org/").catch(() => 0);`, "connect-src https://example.org/"],
  [
    "a policy of another name for markup",
    `trustedTypes.createPolicy("other", {});`,
    "trusted-types trusted-types-policy",
  ],
  ["code made from text", `new Function("return 1")();`, "script-src eval"],
  [
    "another host's script",
    `document.head.append(Object.assign(document.createElement("script"), { src: "https://example.org/x.js" }));`,
    "script-src-elem https://example.org/x.js",
  ],
  [
    "another host's picture",
    `document.body.append(Object.assign(new Image(), { src: "https://example.org/x.png" }));`,
    "img-src https://example.org/x.png",
  ],
])("%s is refused", async (_, attempt, refusal) => {
  expect(await refused(attempt)).toContain(refusal);
});
