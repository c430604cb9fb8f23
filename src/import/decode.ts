/** Bytes to text: UTF-8, UTF-16, Windows-1252 and Mac Roman, distinguished by their bytes. */

/** Decodes a text file of unknown encoding. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  const [first = 0, second = 0, third = 0] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes.subarray(3), "utf-8");
  if (first === 0xff && second === 0xfe) return decode(bytes.subarray(2), "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes.subarray(2), "utf-16be");
  const wide = wideEncoding(bytes);
  if (wide !== null) return decode(bytes, wide);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, singleByteEncoding(bytes));
  }
}

// Node decodes Windows-1252 as Latin-1, which leaves control characters where the dashes and quotation marks are.
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decode(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

/** UTF-16 without a mark: nearly every second byte of Western text is zero. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  });
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return "utf-16le";
  return even > half * 0.6 && odd < half * 0.1 ? "utf-16be" : null;
}

/** The encoding in which the bytes above 127 fit their neighbours better. */
function singleByteEncoding(bytes: Uint8Array): "windows-1252" | "macintosh" {
  const windows = decode(bytes, "windows-1252");
  const mac = decode(bytes, "macintosh");
  return plausibility(mac) > plausibility(windows) ? "macintosh" : "windows-1252";
}

/** Counts characters beyond ASCII at usual positions, less those at others. */
function plausibility(text: string): number {
  let score = 0;
  for (const match of text.matchAll(/(.?)([^\p{ASCII}])(.?)/gsu)) {
    const [, before = "", character = "", after = ""] = match;
    score += isPlausible(before, character, after) ? 1 : -1;
  }
  return score;
}

function isPlausible(before: string, character: string, after: string): boolean {
  const inWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
  if (/[\u00a0\u2022\u00b7\u00a7]/.test(character)) return true;
  if (/[–—]/.test(character)) return /[\s\d;,]|^$/.test(before) || /[\s\d;,]|^$/.test(after);
  if (/[‘’]/.test(character)) return inWord || /\s|^$/.test(before);
  if (/[“”…]/.test(character)) return true;
  if (/\p{Ll}/u.test(character)) return /\p{L}/u.test(before);
  if (/\p{Lu}/u.test(character)) return /\p{Lu}/u.test(before) || (!/\p{L}/u.test(before) && /\p{Ll}/u.test(after));
  return false;
}
