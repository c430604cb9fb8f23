import { forgetReloads, mayReload, officeReadiness } from "../../src/taskpane/office-ready";
import { asName } from "../../src/domain/edit-review/user-events";
import { storedName, storeName } from "../../src/taskpane/user-name";
import { applyTheme, isDark } from "../../src/taskpane/theme";

describe("Office's start", () => {
  it("is ready when a host answers", async () => {
    expect(await officeReadiness(() => Promise.resolve({ host: "Excel" }), 50)).toBe("ready");
  });
  it("is reported as without an answer when it never resolves", async () => {
    expect(await officeReadiness(() => new Promise(() => undefined), 10)).toBe("no answer");
  });
  it("is reported when it resolves without a host, or fails", async () => {
    expect(await officeReadiness(() => Promise.resolve({ host: null }), 50)).toBe("no host");
    expect(await officeReadiness(() => Promise.reject(new Error("x")), 50)).toBe("no answer");
  });
  it("is tried again automatically twice, then by a button", () => {
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

describe("the page's theme", () => {
  const system = Object.assign(new EventTarget(), { matches: false });
  const change = (dark: boolean) => {
    system.matches = dark;
    system.dispatchEvent(new Event("change"));
  };
  const office = (colour: string) => ({ bodyBackgroundColor: colour }) as Office.OfficeTheme;
  const root = document.documentElement;
  beforeEach(() => {
    system.matches = false;
    Object.assign(window, { matchMedia: () => system });
  });

  it("is the system's where Office does not report one", () => {
    const stop = applyTheme(root, undefined);
    expect(root.dataset["theme"]).toBe("light");
    change(true);
    expect(root.dataset["theme"]).toBe("dark");
    stop();
    change(false);
    expect(root.dataset["theme"]).toBe("dark");
  });
  it("follows the system where Office has the system's theme", () => {
    const stop = applyTheme(root, office("#ffffff"));
    change(true);
    expect(root.dataset["theme"]).toBe("dark");
    stop();
  });
  it("stays that of Office where the system's is another", () => {
    const stop = applyTheme(root, office("#1f1f1f"));
    expect(root.dataset["theme"]).toBe("dark");
    change(true);
    change(false);
    expect(root.dataset["theme"]).toBe("dark");
    stop();
  });
});

describe("the name for History", () => {
  beforeEach(() => {
    localStorage.clear();
    Object.assign(globalThis, { Office: { context: { partitionKey: "host1." } } });
  });

  it("is one line of at most 80 characters", () => {
    expect(asName("  Jane \n DOE ")).toBe("Jane DOE");
    expect(asName("x".repeat(500))).toHaveLength(80);
  });
  it("is stored under this host's key, and removed when emptied", () => {
    expect(storedName()).toBe("");
    expect(storeName("Jane DOE")).toBe(true);
    expect(storedName()).toBe("Jane DOE");
    Object.assign(globalThis, { Office: { context: { partitionKey: "host2." } } });
    expect(storedName()).toBe("");
    storeName("Other");
    storeName("");
    expect(localStorage.length).toBe(1);
  });
  it("is empty, and not stored, where the web view has no storage", () => {
    const blocked = jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("blocked");
    });
    expect(storeName("Jane DOE")).toBe(false);
    blocked.mockRestore();
  });
});
