/** What the pane's page weighs, and how long until it is ready. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { openLocalExcel } from "../../local-excel/headless";
import { ensureBuilt } from "../build";
import { duration, inTurns, timed, times, type Result } from "./measure";

const KILOBYTE = 1000;

/** Bytes, compressed, of the page and of everything that it loads at once and that is ours. */
export function firstLoad(dist: string): { bytes: number; files: string[] } {
  const page = readFileSync(path.join(dist, "taskpane.html"), "utf8");
  const files = [...page.matchAll(/(?:src|href)=["']?([^"'\s>]+\.(?:js|css))/g)]
    .map(([, file]) => file ?? "")
    .filter((file) => !file.startsWith("https:"));
  const bytes = ["taskpane.html", ...files].map(
    (file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length,
  );
  return { bytes: bytes.reduce((sum, size) => sum + size, 0), files };
}

const BARE_PAGE = `<!doctype html><title>bare</title><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script>Office.onReady();</script>`;

async function ready(dist: string, manifest: string): Promise<number> {
  const local = await openLocalExcel({ dist, manifest, closed: true });
  const milliseconds = await timed(async () => {
    const { Office: office } = (await local.openPane()) as unknown as { Office: typeof Office };
    await office.onReady();
  });
  local.close();
  return milliseconds;
}

/** First load against the same page with office.js alone. */
export async function benchStart(): Promise<Result[]> {
  const dist = ensureBuilt();
  const { bytes } = firstLoad(dist);
  const bare = mkdtempSync(path.join(tmpdir(), "bare-"));
  const manifest = readFileSync(path.join(dist, "manifest.xml"), "utf8").replace(
    /<ExtensionPoint xsi:type="CustomFunctions">.*?<\/ExtensionPoint>/s,
    "",
  );
  writeFileSync(path.join(bare, "manifest.xml"), manifest);
  writeFileSync(path.join(bare, "taskpane.html"), BARE_PAGE);
  const best = await inTurns(
    () => ready(dist, path.join(dist, "manifest.xml")),
    () => ready(bare, path.join(bare, "manifest.xml")),
    5,
  );
  rmSync(bare, { recursive: true, force: true });
  const ratio = best.ours / best.floor;
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
    {
      what: "pane and functions ready",
      ours: duration(best.ours),
      against: "the same page with office.js alone",
      floor: duration(best.floor),
      ratio: times(ratio),
      goal: "≤ 1.2",
      reached: ratio <= 1.2,
    },
  ];
}
