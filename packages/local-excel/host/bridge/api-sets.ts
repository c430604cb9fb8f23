import { apiNotFound } from "../errors";
import sets from "./api-sets.json";

/** API sets by class and member, read off the published types (tools/api-sets.ts writes the file; a test compares). */
const API_SETS = sets as Readonly<Record<string, Readonly<Record<string, string>>>>;

export type Matrix = Readonly<Record<string, number | string>>;

export const DEFAULT_MATRIX: Matrix = {
  ExcelApi: 1.17,
  SharedRuntime: 1.2,
  CustomFunctionsRuntime: 1.4,
  RibbonApi: 1.2,
  AddInCommands: 1.3,
  DialogApi: 1.2,
  DialogOrigin: 1.1,
  OpenBrowserWindowApi: 1.1,
  KeyboardShortcuts: 1.1,
  CustomFunctions: 1.9,
  DelayForCellEdit: 1.1,
};

/** The set a member needs, "ExcelApi 1.14"; undefined for members outside the published types. */
export function apiSetOf(className: string, member: string): string | undefined {
  return API_SETS[className]?.[member];
}

/** The published members of a class. */
export function membersOf(className: string): string[] {
  return Object.keys(API_SETS[className] ?? {});
}

/** Version numbers compare by part: 1.10 is above 1.9. A number 1.1 means 1.1. */
export function supports(matrix: Matrix, set: string): boolean {
  const [name, version] = set.split(" ");
  const have = matrix[name ?? ""];
  if (have === undefined || version === undefined) return false;
  const [major = 0, minor = 0] = String(have).split(".").map(Number);
  const [needMajor = 0, needMinor = 0] = version.split(".").map(Number);
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/** @throws ApiNotFound when the member belongs to a set above the declared ones */
export function requireMember(matrix: Matrix, className: string, member: string): void {
  const set = apiSetOf(className, member);
  if (set !== undefined && !supports(matrix, set)) throw apiNotFound(`${className}.${member}`, set);
}
