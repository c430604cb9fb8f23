import path from "node:path";
import { ensureBundle } from "./bundle";
import { type RunningWorkbench, type ServerOptions, serveWorkbench } from "./server";

/** The folder of Microsoft's client runtime. */
const OFFICE = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/**
 * Serves the workbench with a built add-in in it, and bundles the workbench's page first where that is still to be done.
 *
 * @param addin the folder of the built add-in: its pages, scripts, functions.json and manifest.xml
 * @param options the port (0 lets the system choose), and how to stop the server by a request
 */
export async function startWorkbench(addin: string, options: ServerOptions): Promise<RunningWorkbench> {
  return serveWorkbench({ addin, bundle: await ensureBundle(), office: OFFICE }, options);
}
