/** The local Excel in a browser: the server, and what its page offers to tests. */
export { XLSX } from "./addin-pages";
export { ensureBundle } from "./bundle";
export { STOP_PATH } from "./server";
export type { RunningWorkbench } from "./server";
export { startWorkbench } from "./start";
export type { WorkbenchApi } from "./page/workbench-api";
