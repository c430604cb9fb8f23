import { forgetReloads, mayReload, officeReadiness } from "../../src/taskpane/office-ready";
import { isDark } from "../../src/taskpane/theme";

describe("Office's start", () => {
  it("is ready when a host answers", async () => {
    expect(await officeReadiness(() => Promise.resolve({ host: "Excel" }), 50)).toBe("ready");
  });
  it("is noticed when it never comes", async () => {
    expect(await officeReadiness(() => new Promise(() => undefined), 10)).toBe("no answer");
  });
  it("is noticed when it comes without a host, or fails", async () => {
    expect(await officeReadiness(() => Promise.resolve({ host: null }), 50)).toBe("no host");
    expect(await officeReadiness(() => Promise.reject(new Error("x")), 50)).toBe("no answer");
  });
  it("is tried again by itself twice, then left to a button", () => {
    forgetReloads(sessionStorage);
    expect([mayReload(sessionStorage), mayReload(sessionStorage), mayReload(sessionStorage)]).toEqual([
      true,
      true,
      false,
    ]);
    forgetReloads(sessionStorage);
    expect(mayReload(sessionStorage)).toBe(true);
  });
});

it.each([
  ["#ffffff", false],
  ["#1f1f1f", true],
  ["292929", true],
  ["white", null],
  [undefined, null],
])("the colour %p is dark: %p", (colour, dark) => expect(isDark(colour)).toBe(dark));
