/** House rules that hold for every file: exact versions, no addresses of anybody's machine, no dead link in the documentation. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(__dirname, "..");
const text = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

/** What .gitignore names, and git's own folder. */
const IGNORED = new Set([
  ".git",
  ...text(".gitignore")
    .split("\n")
    .map((line) => line.replace(/\/$/, "")),
]);

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name) && !name.endsWith(".log"))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(file) : [file];
    });
}

const FILES = filesBelow("").filter((file) => !/\.(?:png|docx|xlsx|zip)$/.test(file));
/** Titles and names are the study group's own, and the lock file's are the packages'. */
const OURS = FILES.filter((file) => !file.startsWith("seeds/") && file !== "package-lock.json");

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(text("package.json")) as Manifest;
const versions = { ...manifest.dependencies, ...manifest.devDependencies };

/** Each line that a pattern is found in, as "file:line: text". */
function found(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    text(file)
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${String(index + 1)}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}

describe("package.json", () => {
  it("asks for exact versions", () => {
    const loose = Object.entries(versions).filter(([, version]) => !/^(?:\d+\.\d+\.\d+|file:[\w./-]+)$/.test(version));
    expect(loose).toEqual([]);
  });

  it("agrees with the lock file", () => {
    const lock = JSON.parse(text("package-lock.json")) as { packages: Record<string, Partial<Manifest>> };
    expect({ ...lock.packages[""]?.dependencies, ...lock.packages[""]?.devDependencies }).toEqual(versions);
  });

  it("names tools that exist in its scripts", () => {
    const tools = Object.values(manifest.scripts).flatMap((script) => script.match(/tools\/[\w.-]+/g) ?? []);
    expect(tools.length).toBeGreaterThan(8);
    expect(tools.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});

describe("docs/dependencies.md", () => {
  const lock = JSON.parse(text("package-lock.json")) as { packages: Record<string, { license?: string }> };

  it("lists every package with its licence", () => {
    const listed = [
      ...text("docs/dependencies.md")
        .replace(/^## Newer[^]*/m, "")
        .matchAll(/^\| ([@a-z][\w@/.-]*) +\| ([\w.-]+) +\| \S/gm),
    ];
    const licences = listed.map(([, name, licence]) => [name, licence]);
    const licenceOf = (name: string) =>
      versions[name]?.startsWith("file:") ? null : lock.packages[`node_modules/${name}`]?.license;
    const expected = Object.keys(versions).map((name) => [
      name,
      licenceOf(name) ?? licences.find(([each]) => each === name)?.[1],
    ]);
    expect(licences.sort()).toEqual(expected.sort());
  });
});

describe("the lock file", () => {
  it("names no host to install from, so that every place installs from its own registry", () => {
    expect(found(["package-lock.json"], /"resolved": "http/)).toEqual([]);
  });
});

// Each pattern has a bracket in it, so that it does not find itself.
describe("no file", () => {
  it("names a folder of one machine", () => {
    expect(found(OURS, /(?:^|["'`\s(=:])[/](?:work|root|tmp|home\/\w+|Users\/\w+)\//)).toEqual([]);
  });

  it("names a package registry", () => {
    expect(found(FILES, /registry[.](?:npm|yarn)|[a]rtifactory|[n]exus\.|npmjs[.](?:org|com)/)).toEqual([]);
  });

  it("speaks of anything but the project", () => {
    const elsewhere =
      /\b[L]LMs?\b|\b[l]anguage models?\b|\b[c]hat ?gpt|\b[c]opilot\b|\b[s]ub-?agents?\b|\b[c]o-authored-by\b|\b(?:system|user) [p]rompt\b|\bAI[- ](?:generated|written|assistant)|\b[g]enerated (?:by|with) (?:an? )?AI\b/i;
    expect(found(OURS, elsewhere)).toEqual([]);
  });

  it("keeps a mark of unfinished work", () => {
    expect(found(OURS, /\b(?:[T]ODO|[F]IXME|[X]XX)\b/)).toEqual([]);
  });
});

describe("the documentation", () => {
  const pages = FILES.filter((file) => file.endsWith(".md"));

  it("links to files that exist", () => {
    const dead = pages.flatMap((page) =>
      [...text(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !existsSync(path.join(ROOT, path.dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it("names npm scripts that exist", () => {
    const local = JSON.parse(text("packages/local-excel/package.json")) as Pick<Manifest, "scripts">;
    const missing = pages.flatMap((page) =>
      [...text(page).matchAll(/npm run (?:-s )?([\w-]+)(?: -w (local-excel))?/g)]
        .filter(([, name = "", workspace]) => (workspace ? local : manifest).scripts[name] === undefined)
        .map(([command]) => `${page}: ${command}`),
    );
    expect(missing).toEqual([]);
  });
});
