/** What goes to the clipboard, and how. */
import { clipboardForms } from "../../src/export/html";
import type { PrintedReport } from "../../src/domain/annexes";
import { copyForms } from "../../src/taskpane/clipboard";

const REPORT: PrintedReport = {
  title: ["Executive Summary"],
  chapters: [],
  annexes: [
    {
      id: "A",
      label: "Annex A",
      title: "Actions",
      introduction: null,
      sections: [
        {
          heading: "a) Approved",
          table: {
            headers: ["Q", "Title"],
            rows: [["2/17", "<img src=x onerror=alert(1)> & more\n=1+1"]],
            columnWidths: [8, 40],
          },
          notes: ["* postponed"],
          remarks: [],
        },
      ],
    },
  ],
};

it("is a real table, in which a document's text stays text", () => {
  const { html, text } = clipboardForms(REPORT, document);
  const pasted = new DOMParser().parseFromString(html, "text/html");
  expect([...pasted.querySelectorAll("th")].map((cell) => cell.textContent)).toEqual(["Q", "Title"]);
  expect(pasted.querySelector("td:last-child")?.textContent).toBe("<img src=x onerror=alert(1)> & more\n=1+1");
  expect(pasted.querySelector("img")).toBeNull();
  expect([...pasted.querySelectorAll("h1,h2,h3")].map((heading) => heading.textContent)).toEqual([
    "Executive Summary",
    "Annex A",
    "a) Approved",
  ]);
  expect(text.split("\n")).toContain("2/17\t<img src=x onerror=alert(1)> & more =1+1");
  expect(text).toContain("Note: * postponed");
});

const FORMS = Promise.resolve({ html: "<p>x</p>", text: "x" });

afterEach(() => {
  Reflect.deleteProperty(navigator, "clipboard");
  Reflect.deleteProperty(globalThis, "ClipboardItem");
  Reflect.deleteProperty(document, "execCommand");
});

const allowClipboard = (write: () => Promise<void>) => {
  Object.assign(globalThis, {
    ClipboardItem: class {
      constructor(readonly parts: Record<string, Promise<Blob>>) {}
    },
  });
  Object.defineProperty(navigator, "clipboard", { value: { write }, configurable: true });
};

it("is copied by the clipboard where the host allows it", async () => {
  const write = jest.fn(() => Promise.resolve());
  allowClipboard(write);
  expect(await copyForms(FORMS)).toBe(true);
  expect(write).toHaveBeenCalledTimes(1);
});

it("is copied by the older command where the clipboard API is not allowed", async () => {
  allowClipboard(() => Promise.reject(new Error("NotAllowedError")));
  const given: Record<string, string> = {};
  document.execCommand = () => {
    const event = new Event("copy", { cancelable: true }) as ClipboardEvent;
    Object.defineProperty(event, "clipboardData", {
      value: { setData: (type: string, value: string) => (given[type] = value) },
    });
    document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(await copyForms(FORMS)).toBe(true);
  expect(given).toEqual({ "text/html": "<p>x</p>", "text/plain": "x" });
});

it("is reported as not copied where the host allows neither", async () => {
  document.execCommand = () => false;
  expect(await copyForms(FORMS)).toBe(false);
});
