/** What the pane's page weighs, and how long until it is ready. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ensureBuilt } from "../build";
import { duration, times, type Result } from "./measure";
import { median, startsInTurns } from "./start-in-browser";

const KILOBYTE = 1000;
const ROUNDS = 21;

/** What comes behind the first screen at every start: the pane's port and the functions' answers. */
const BEHIND = /^workbook\..*\.js$/;

/** Bytes, compressed, of the page and of everything of ours that it loads before the pane and the functions answer. */
export function firstLoad(dist: string): { bytes: number; files: string[] } {
  const page = readFileSync(path.join(dist, "taskpane.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)=["']?([^"'\s>]+\.(?:js|css))/g)]
    .map(([, file]) => file ?? "")
    .filter((file) => !file.startsWith("https:"));
  const files = [...named, ...readdirSync(dist).filter((file) => BEHIND.test(file))];
  const bytes = ["taskpane.html", ...files].map(
    (file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length,
  );
  return { bytes: bytes.reduce((sum, size) => sum + size, 0), files };
}

/** The same page with office.js alone: a line of text to paint, and the wait for Office. */
const BARE_PAGE = `<!doctype html><html lang="en"><title>bare</title><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<p>Starting</p><script>Office.onReady();</script></html>`;

function bareAddin(dist: string): string {
  const bare = mkdtempSync(path.join(tmpdir(), "bare-"));
  for (const file of ["manifest.xml", "functions.json"]) copyFileSync(path.join(dist, file), path.join(bare, file));
  writeFileSync(path.join(bare, "taskpane.html"), BARE_PAGE);
  return bare;
}

/** First load against the same page with office.js alone. */
export async function benchStart(): Promise<Result[]> {
  const dist = ensureBuilt();
  const { bytes } = firstLoad(dist);
  const bare = bareAddin(dist);
  const starts = await startsInTurns(dist, bare, ROUNDS);
  rmSync(bare, { recursive: true, force: true });
  const line = (what: string, of: "painted" | "ready"): Result => {
    const [ours, floor] = [
      median(starts.ours.map((start) => start[of])),
      median(starts.floor.map((start) => start[of])),
    ];
    const ratio = ours / floor;
    return {
      what,
      ours: duration(ours),
      against: "the same page with office.js alone",
      floor: duration(floor),
      ratio: times(ratio),
      goal: "≤ 1.2",
      reached: ratio <= 1.2,
    };
  };
  return [
    {
      what: "first load of pane and functions, our part compressed",
      ours: `${(bytes / KILOBYTE).toFixed(1)} kB`,
      against: "",
      floor: "",
      ratio: "",
      goal: "≤ 60 kB",
      reached: bytes <= 60 * KILOBYTE,
    },
    line("something of the pane on the screen, in a browser", "painted"),
    line("pane and functions ready and painted, in a browser", "ready"),
  ];
}
