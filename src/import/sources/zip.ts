/** Archives: their parts are unpacked piece by piece, and what they unpack to is counted while it is unpacked. */
import { Inflate } from "fflate";
import type { Meter } from "../limits";
import type { Steps } from "../../domain/steps";

interface Entry {
  name: string;
  method: number;
  encrypted: boolean;
  /** Where its packed bytes are. */
  start: number;
  end: number;
  /** Checksum of its unpacked bytes. */
  checksum: number;
}

/** Thrown where an archive or one of its parts cannot be unpacked. */
export class DamagedArchive extends Error {}

/** Thrown where a part of an archive needs a password. */
export class EncryptedArchive extends Error {}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
/** The end record is followed by a comment of at most this length. */
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 20_000;
/** Packed bytes unpacked at once: deflate makes at most a thousand times as many. */
const PIECE = 1024;

/** CRC-32 of every byte, as archives use it. */
const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** An archive whose parts are read by name. */
export class Archive {
  private readonly entries = new Map<string, Entry>();

  /** @throws DamagedArchive where the bytes are no archive, or its directory cannot be read */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly meter: Meter,
  ) {
    this.readDirectory();
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Hands the text of a part on, piece by piece. Nothing where there is no such part.
   * @throws DamagedArchive | EncryptedArchive | LimitExceeded
   */
  *readText(name: string, onText: (text: string) => void): Steps<void> {
    const entry = this.entries.get(name);
    if (!entry) return;
    if (entry.encrypted) throw new EncryptedArchive(name);
    let decoder: TextDecoder | null = null;
    let checksum = ~0;
    const emit = (chunk: Uint8Array): void => {
      this.meter.count("unpacked", chunk.length);
      for (const byte of chunk) checksum = (CHECKSUMS[(checksum ^ byte) & 0xff] ?? 0) ^ (checksum >>> 8);
      decoder ??= new TextDecoder(encodingOf(chunk));
      onText(decoder.decode(chunk, { stream: true }));
    };
    if (entry.method === 0) {
      for (let at = entry.start; at < entry.end; at += PIECE) {
        emit(this.bytes.subarray(at, Math.min(entry.end, at + PIECE)));
        yield (at - entry.start) / (entry.end - entry.start);
      }
    } else if (entry.method === 8) {
      const inflate = new Inflate(emit);
      for (let at = entry.start; at < entry.end; at += PIECE) {
        const end = Math.min(entry.end, at + PIECE);
        guarded(name, () => inflate.push(this.bytes.subarray(at, end), end === entry.end));
        yield (at - entry.start) / (entry.end - entry.start);
      }
    } else throw new DamagedArchive(`${name}: method ${String(entry.method)}`);
    if (~checksum >>> 0 !== entry.checksum) throw new DamagedArchive(`${name}: the checksum differs`);
  }

  private readDirectory(): void {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    const end = this.findEnd(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
      if (at + 46 > this.bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
        throw new DamagedArchive("The directory is cut off.");
      }
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + nameLength));
      const start = this.dataStart(view, view.getUint32(at + 42, true));
      this.entries.set(name, {
        name,
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        start,
        checksum: view.getUint32(at + 16, true),
        end: start + view.getUint32(at + 20, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  private findEnd(view: DataView): number {
    const first = Math.max(0, this.bytes.length - 22 - LONGEST_COMMENT);
    for (let at = this.bytes.length - 22; at >= first; at--) {
      if (view.getUint32(at, true) === END_SIGNATURE) return at;
    }
    throw new DamagedArchive("There is no directory.");
  }

  private dataStart(view: DataView, header: number): number {
    if (header + 30 > this.bytes.length) throw new DamagedArchive("A part is cut off.");
    return header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  }
}

/** Errors of fflate say that the packed bytes are damaged; limits pass through. */
function guarded(name: string, unpack: () => void): void {
  try {
    unpack();
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new DamagedArchive(`${name}: ${error.message}`);
    throw error;
  }
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  return chunk[0] === 0xfe && chunk[1] === 0xff ? "utf-16be" : "utf-8";
}
