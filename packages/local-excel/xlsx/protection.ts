/** The protection of a sheet as files hold it, in and out. */
import type { ProtectionSnapshot } from "./snapshot";

/** What may be permitted, by its name in the API and in a file; there, "1" forbids it. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowEditObjects: "objects",
  allowEditScenarios: "scenarios",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
};
/** These two are permitted where a file does not say otherwise; the others are not. */
const PERMITTED_BY_DEFAULT = ["objects", "scenarios"];

export function protectionXml({ options, passwordHash }: ProtectionSnapshot): string {
  const permissions = Object.entries(PERMISSIONS)
    .filter(([name, inFile]) => (options[name] === true) !== PERMITTED_BY_DEFAULT.includes(inFile))
    .map(([name, inFile]) => ` ${inFile}="${options[name] === true ? "0" : "1"}"`);
  const mode = options["selectionMode"];
  const locked = mode === "None" || mode === "Unlocked" ? ' selectLockedCells="1"' : "";
  const unlocked = mode === "None" ? ' selectUnlockedCells="1"' : "";
  const password = passwordHash === undefined ? "" : ` password="${passwordHash}"`;
  return `<sheetProtection${password} sheet="1"${permissions.join("")}${locked}${unlocked}/>`;
}

/** @param element as the parser of parts.ts gives it */
export function readProtection(element: Readonly<Record<string, string>> | undefined): ProtectionSnapshot | undefined {
  if (element?.["@sheet"] !== "1") return undefined;
  const options: Record<string, unknown> = {};
  for (const [name, inFile] of Object.entries(PERMISSIONS)) {
    const forbidden = element[`@${inFile}`] ?? (PERMITTED_BY_DEFAULT.includes(inFile) ? "0" : "1");
    if (forbidden === "0") options[name] = true;
  }
  if (element["@selectLockedCells"] === "1")
    options["selectionMode"] = element["@selectUnlockedCells"] === "1" ? "None" : "Unlocked";
  const hash = element["@password"];
  return { options, ...(hash === undefined ? {} : { passwordHash: hash }) };
}
