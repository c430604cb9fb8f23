/** The licences of what others wrote and the add-in ships. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface LockedPackage {
  version?: string;
  license?: string;
  dependencies?: Record<string, string>;
}

/** A package that can be in the bundle. */
export interface ShippedPackage {
  name: string;
  version: string;
  licence: string;
  /** The licence's own words; null where the package holds none beside its name. */
  text: string | null;
}

/** Type declarations never reach a bundle. */
const TYPES_ONLY = /^(?:@types\/|undici-types$)/;

/** The licence text of a package: its licence file, or the section "License" of its read-me. */
function licenceText(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const text = (name: RegExp): string | undefined => {
    const file = readdirSync(folder).find((candidate) => name.test(candidate));
    return file === undefined
      ? undefined
      : readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  };
  const section = /^#+ licen[cs]e\s*$([\s\S]*?)(?=^#|(?![\s\S]))/im;
  return text(/^(?:licen[cs]e|copying)(?:\.|$)/i) ?? section.exec(text(/^readme/i) ?? "")?.[1]?.trim() ?? null;
}

/** The folders of what the top package depends on, found as Node finds them: the nearest node_modules wins. */
function dependencyFolders(packages: Record<string, LockedPackage>): Set<string> {
  const found = new Set<string>();
  const follow = (folder: string): void => {
    for (const name of Object.keys(packages[folder]?.dependencies ?? {})) {
      const levels = folder
        .split("/node_modules/")
        .map((_level, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
      const candidates = [
        ...levels
          .filter((level) => level !== "")
          .map((level) => `${level}/node_modules/${name}`)
          .reverse(),
        `node_modules/${name}`,
      ];
      const dependency = candidates.find((candidate) => packages[candidate] !== undefined);
      if (dependency === undefined || found.has(dependency)) continue;
      found.add(dependency);
      follow(dependency);
    }
  };
  follow("");
  return found;
}

/**
 * Every package that the add-in depends on, directly or not, from the lock file: docx and others are published as one file with
 * their own dependencies inside, so that what webpack sees would not be the whole list.
 * @param root the repository's top folder, with node_modules in it
 */
export function shippedPackages(root: string): ShippedPackage[] {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, LockedPackage>;
  };
  return [...dependencyFolders(lock.packages)]
    .map((folder) => ({
      name: folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length),
      version: lock.packages[folder]?.version ?? "",
      licence: lock.packages[folder]?.license ?? "",
      text: licenceText(path.join(root, folder)),
    }))
    .filter(({ name, version }) => version !== "" && !TYPES_ONLY.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** THIRD-PARTY-LICENSES.txt: name, version and licence of each, with the words of the licence. */
export function thirdPartyLicences(packages: readonly ShippedPackage[]): string {
  const head =
    "The SG17 Work Programme add-in contains, or may contain, parts of the packages below. office.js is loaded from Microsoft's own\n" +
    "host and is not part of this folder.\n";
  const each = packages.map(
    ({ name, version, licence, text }) =>
      `${"-".repeat(100)}\n${name} ${version} (${licence})\n\n${text ?? `The package declares the licence ${licence} and holds no text of it.`}\n`,
  );
  return [head, ...each].join("\n");
}
