/** Formats of files, recognised by their bytes and never by their names. */
import type { ForeignFormat } from "../../domain/document-problems";

export type Format = "archive" | "html" | "text" | "encrypted" | ForeignFormat;

const SIGNATURES: readonly (readonly [readonly number[], Format])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "archive"],
  [[0x50, 0x4b, 0x05, 0x06], "archive"],
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "rtf"],
  [[0x89, 0x50, 0x4e, 0x47], "picture"],
  [[0xff, 0xd8, 0xff], "picture"],
  [[0x47, 0x49, 0x46, 0x38], "picture"],
  [[0x42, 0x4d], "picture"],
  [[0x49, 0x49, 0x2a, 0x00], "picture"],
  [[0x4d, 0x4d, 0x00, 0x2a], "picture"],
  [[0x1f, 0x8b], "zip"],
  [[0x37, 0x7a, 0xbc, 0xaf], "zip"],
  [[0x52, 0x61, 0x72, 0x21], "zip"],
];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const LOOKED_AT = 65_536;

/** The format of a file. */
export function formatOf(bytes: Uint8Array): Format {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (begins(COMPOUND)) return compoundFormat(bytes);
  const [, format] = SIGNATURES.find(([signature]) => begins(signature)) ?? [];
  // "BM" alone may begin a text.
  if (format === "picture" && bytes[0] === 0x42 && !bytes.subarray(2, 20).includes(0)) return "text";
  if (format) return format;
  if (isRiffPicture(bytes)) return "picture";
  return isHtml(bytes) ? "html" : "text";
}

function isRiffPicture(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 12));
  return /^RIFF.{4}WEBP/s.test(head) || /^.{4}ftyp(?:heic|avif|mif1)/s.test(head);
}

/** Files of before 2007, and encrypted ones, are compound files: the names of their streams distinguish them. */
function compoundFormat(bytes: Uint8Array): Format {
  const names = (name: string): boolean => includesWide(bytes, name);
  if (names("EncryptedPackage") || names("EncryptionInfo")) return "encrypted";
  if (names("Workbook") || names("Book")) return "xls";
  return "doc";
}

/** True where the bytes contain a name in UTF-16: in their first part, or in their last, where directories may be. */
function includesWide(bytes: Uint8Array, name: string): boolean {
  const decoder = new TextDecoder("utf-16le");
  const parts = [bytes.subarray(0, LOOKED_AT), bytes.subarray(Math.max(0, (bytes.length - LOOKED_AT) & ~1))];
  return parts.some((part) => decoder.decode(part).includes(name));
}

/** True for a web page: it begins with tags, or has those of a page in its first lines. */
export function isHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2000)).replace(/\0/g, "");
  if (/<!doctype\s+html|<html[\s>]|<(?:body|head|meta|table)[\s>]/i.test(head)) return true;
  return /^[\s\u00ef\u00bb\u00bf]*<(?:p|div|h[1-6]|span|ul|ol|section|article|!--)[\s>-]/i.test(head);
}

/** The encoding that a page names for itself; null where it names none. */
export function htmlEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4000));
  const match = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})/i.exec(head);
  return match?.[1]?.toLowerCase() ?? null;
}
