/** Compares titles by letters and digits, without the kind of text. */

/** "Amendment to X.1352: …", "Supplement to ITU-T X.1254: …", "Technical Report: …". */
const KIND_OF_TEXT =
  /^(?:draft\s+)?(?:new\s+|revised\s+)?(?:amendments?|corrigend(?:um|a)|erratum|supplement|technical (?:report|paper)|implementers[’']? guide)\b[^:]*:\s*/i;

function wordsOf(title: string): string[] {
  return title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** A title without the kind of text. */
export function withoutKindOfText(title: string): string {
  return title.replace(KIND_OF_TEXT, "");
}

/** A normalised title, equal for all its spellings. */
export function plainTitle(title: string): string {
  const words = withoutKindOfText(title.normalize("NFKC"))
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).join(" ");
}

/** The share of the words of the shorter title that the other title contains, from 0 to 1. */
export function shareOfWords(a: string, b: string): number {
  const [firstWords, secondWords] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const common = [...firstWords].filter((word) => secondWords.has(word)).length;
  return common / Math.max(1, Math.min(firstWords.size, secondWords.size));
}
