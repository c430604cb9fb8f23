import { readFileSync } from "node:fs";
import path from "node:path";
import { FUNCTIONS } from "../src/functions/catalogue";
import { withFunctions } from "../tools/readme-functions";

const README = readFileSync(path.resolve(__dirname, "../README.md"), "utf8");

/** The formatter lines tables up; that changes nothing of what they say. */
const unaligned = (text: string) => text.replace(/ +/g, " ").replace(/-{3,}/g, "---");

describe("README", () => {
  it("lists every function as it is declared (npm run docs writes it)", () => {
    for (const { id } of FUNCTIONS) expect(README).toContain(`\`SG17.${id}(`);
    expect(unaligned(withFunctions(README))).toBe(unaligned(README));
  });

  it("shows a picture that is there", () => {
    const pictures = [...README.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file ?? "");
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      const bytes = readFileSync(path.resolve(__dirname, "..", picture));
      expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    }
  });
});
