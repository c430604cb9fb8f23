/** Starts excelize-wasm once; it takes about half a second, so only what saves or opens a file asks for it. */
import { createRequire } from "node:module";
import type * as Excelize from "excelize-wasm";

type Library = Awaited<ReturnType<typeof Excelize.init>>;
/** An open workbook of the library. */
export type File = Excelize.NewFile;

const load = createRequire(__filename);
let library: Promise<Library> | undefined;

/** The library, started on first use. */
export function excelize(): Promise<Library> {
  library ??= (load("excelize-wasm") as typeof Excelize).init(load.resolve("excelize-wasm/excelize.wasm.gz"));
  return library;
}

/**
 * Gives back a result of the library, or throws what it reports: the library answers errors as a field.
 * @throws Error naming what was tried.
 */
export function checked<T extends { error: string | null }>(what: string, result: T): T {
  if (result.error) throw new Error(`${what}: ${result.error}`);
  return result;
}
