/** Renders assets/*.svg to the PNG sizes of the manifest. Run it after a change: `npx tsx tools/icons.ts`. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { launchBrowser } from "./browser";

const ASSETS = path.resolve(__dirname, "..", "assets");
const RIBBON_SIZES = [16, 32, 80];
/** The store and the add-in list show the product's own icon larger. */
const EXTRA_SIZES: Record<string, number[]> = { icon: [64, 128] };

async function main(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (const file of readdirSync(ASSETS).filter((name) => name.endsWith(".svg"))) {
      const name = path.basename(file, ".svg");
      const svg = readFileSync(path.join(ASSETS, file)).toString("base64");
      for (const size of [...RIBBON_SIZES, ...(EXTRA_SIZES[name] ?? [])]) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>*{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
        );
        const png = await page.screenshot({ omitBackground: true });
        writeFileSync(path.join(ASSETS, `${name}-${size}.png`), png);
      }
    }
  } finally {
    await browser.close();
  }
}

void main();
