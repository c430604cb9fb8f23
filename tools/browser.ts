import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const run = promisify(execFile);
const root = process.cwd();

/** Chromium with nothing that calls home, nothing that throttles a page in the background, and no need of a graphics card. */
const quietArguments = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pings",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

/** A browser that can be started: where it is, what it needs around it, and how to name it in a log. */
interface InstalledBrowser {
  readonly name: string;
  readonly executable: string;
  readonly env?: Record<string, string>;
  readonly args?: readonly string[];
}

/**
 * Starts a Chromium for the tests: the one named by CHROME_PATH, else an installed Chrome, Edge or Chromium,
 * else the one that comes inside the npm package (Linux on x64), so that the tests need nothing but Node.
 *
 * @throws Error when there is none, saying what to install
 */
export async function launchBrowser(): Promise<Browser> {
  const found = installedBrowser() ?? (await packagedBrowser());
  if (!found) {
    throw new Error(
      `No Chrome, Edge or Chromium found on this machine (${process.platform} ${process.arch}). ` +
        "Install one, or name its executable in the environment variable CHROME_PATH.",
    );
  }
  return chromium.launch({
    executablePath: found.executable,
    headless: true,
    chromiumSandbox: false,
    args: [...quietArguments, ...(found.args ?? [])],
    ...(found.env ? { env: { ...definedEnvironment(), ...found.env } } : {}),
  });
}

/** The browser a person installed, if any. */
function installedBrowser(): InstalledBrowser | null {
  const named = process.env["CHROME_PATH"];
  if (named) return { name: "CHROME_PATH", executable: named };
  const executable = [...candidates(), playwrightsOwn()].find((path) => path !== "" && existsSync(path));
  return executable === undefined ? null : { name: executable, executable };
}

/** Where Chrome, Edge and Chromium put themselves, per system, in the order of preference. */
function candidates(): string[] {
  switch (process.platform) {
    case "win32": {
      const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => process.env[name] ?? "");
      const places = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
      return places.flatMap((place) => roots.filter((start) => start !== "").map((start) => join(start, place)));
    }
    case "darwin":
      return ["Google Chrome", "Microsoft Edge", "Chromium"].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default: {
      const names = ["google-chrome-stable", "google-chrome", "microsoft-edge", "chromium", "chromium-browser"];
      const folders = (process.env["PATH"] ?? "").split(delimiter);
      return names.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}

/** The browser that `npx playwright install` downloads, where someone did that. */
function playwrightsOwn(): string {
  try {
    return chromium.executablePath();
  } catch {
    return "";
  }
}

/**
 * The Chromium inside @sparticuz/chromium, unpacked once into .cache. Its package unpacks into the system's temporary folder;
 * here that is a folder of our own, put in place by a rename, so that a start that was interrupted leaves nothing half done.
 */
async function packagedBrowser(): Promise<InstalledBrowser | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const manifest = await readFile(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const home = join(root, ".cache", `chromium-${version}`);
  if (!existsSync(join(home, "chromium"))) await unpack(home);
  return {
    name: `@sparticuz/chromium ${version}`,
    executable: join(home, "chromium"),
    // Its own copies of libnss3 and the like, and a font: a bare machine has neither.
    env: {
      LD_LIBRARY_PATH: [join(home, "al2023/lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
      FONTCONFIG_FILE: join(home, "fonts.conf"),
    },
    args: ["--headless=old", "--no-zygote"],
  };
}

async function unpack(home: string): Promise<void> {
  const partial = `${home}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const script = 'import("@sparticuz/chromium").then((chromium) => chromium.default.executablePath())';
  await run(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    // The package decides by this variable whether to unpack its libraries too.
    env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
  });
  await writeFile(join(partial, "fonts.conf"), fontSettings(home));
  try {
    await rename(partial, home);
  } catch (error) {
    // Another process was quicker: its copy is as good.
    if (!existsSync(join(home, "chromium"))) throw error;
    await rm(partial, { recursive: true, force: true });
  }
}

/** Maps the font families of Excel and the pane to the packaged font, so that pictures are the same on all machines; other families use the system's fonts. */
function fontSettings(home: string): string {
  const families = ["sans-serif", "system-ui", "Segoe UI", "Arial", "Calibri", "Aptos Narrow"];
  const aliases = families.map(
    (family) => `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${join(home, "fonts")}</dir>
<dir>/usr/share/fonts</dir>
<cachedir>${join(home, "fonts-cache")}</cachedir>
${aliases.join("\n")}
</fontconfig>
`;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
