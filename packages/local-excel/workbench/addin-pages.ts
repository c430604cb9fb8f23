/** Where the add-in's own files are served. */
export const ADDIN_PATH = "/addin/";
/** Where Microsoft's client runtime (the package @microsoft/office-js) is served. */
export const OFFICE_PATH = "/office/";
/** The script that gives a page of the add-in its bridge to the local Excel; it must run before office.js. */
export const BRIDGE_SCRIPT_PATH = "/local-excel/bridge.js";

/** Where the page has a workbook made into an .xlsx file: POST, a workbook as JSON (see xlsx/snapshot.ts). */
export const SAVE_PATH = "/local-excel/save";

/** Where the page has an .xlsx file read: POST, the file as it is; the answer names the workbook, which then lies below OPENED_PATH as JSON. */
export const OPEN_PATH = "/local-excel/open";
export const OPENED_PATH = "/local-excel/opened/";
/** What an .xlsx file is called on its way. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The bridge: the workbench, which holds the iframe, waits for its page to say "here is my window". */
export const BRIDGE_SCRIPT = `"use strict";
window.parent.localExcelAttach(window);
`;

/** The script element that loads office.js (or the runtime for functions without a page, whose place it takes), as written or as a minifier leaves it, with or without quotes. */
const OFFICE_JS =
  /<script\b([^>]*?)\bsrc=(["']?)https:\/\/appsforoffice\.microsoft\.com\/[^"'\s>]*\/(?:office|custom-functions-runtime)(?:\.debug)?\.js\2/i;

/**
 * A page of the add-in as the local Excel serves it: the file as built, except that office.js comes from this machine
 * and that the bridge runs before it. In Excel it is the web view that brings the bridge.
 *
 * A policy that names Microsoft's host for scripts says 'self' as well, since the add-in's own scripts need it;
 * so the policy stays as it is, and what it forbids is forbidden here too.
 */
export function localPage(html: string): string {
  return html.replace(
    OFFICE_JS,
    (_, attributes: string) =>
      `<script src="${BRIDGE_SCRIPT_PATH}"></script><script${attributes}src="${OFFICE_PATH}office.js"`,
  );
}
