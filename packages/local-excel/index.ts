/** The local Excel in Node: a workbook, the add-in's page beside it, and a person to use both. */
export { openLocalExcel } from "./headless";
export type { HeadlessExcel, OpenOptions } from "./headless";
export { formatArea, parseArea } from "./host/a1";
export { DEFAULT_MATRIX } from "./host/bridge/api-sets";
export type { Matrix } from "./host/bridge/api-sets";
export type { User } from "./host";
