import { existsSync } from "node:fs";
import { join, normalize, sep } from "node:path";

/** The development server of Microsoft's template serves the build below this folder too, and its manifest counts on it. */
const SERVED_TWICE = /^public\//;

function inside(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  return file.startsWith(normalize(folder + sep)) ? file : undefined;
}

/**
 * Where a file of a built add-in lies.
 * @param path below the add-in's origin, decoded, without query and fragment
 * @returns undefined for a path that leaves the folder
 */
export function builtFile(folder: string, path: string): string | undefined {
  const file = inside(folder, path);
  if (file === undefined || existsSync(file) || !SERVED_TWICE.test(path)) return file;
  const shorter = inside(folder, path.replace(SERVED_TWICE, ""));
  return shorter !== undefined && existsSync(shorter) ? shorter : file;
}
