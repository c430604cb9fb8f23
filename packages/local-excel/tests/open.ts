import { join } from "node:path";

import { openLocalExcel } from "../headless";
import type { HeadlessExcel, OpenOptions } from "../headless";

const SMALL = join(__dirname, "fixtures", "small");

/** The local Excel with the small test add-in in it. */
export async function openSmall(options: Partial<OpenOptions> = {}): Promise<HeadlessExcel> {
  return openLocalExcel({ dist: SMALL, ...options });
}

/** `Excel.run` of the page: Microsoft's runtime, as the add-in has it. */
export async function run<T>(local: HeadlessExcel, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const page = local.window as unknown as { Excel: typeof Excel };
  return page.Excel.run(work);
}

/** The code of the error that Microsoft's runtime throws for the work; undefined when it does not throw. */
export async function errorOf(
  local: HeadlessExcel,
  work: (context: Excel.RequestContext) => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await run(local, work);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
