/** XML parts of an archive, read element by element. Names come without their prefix. */
import { Parser } from "htmlparser2";
import type { Meter } from "../limits";
import type { Steps } from "../../domain/steps";
import type { Archive } from "./zip";

/** Attributes of an element, by their names without prefixes. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function localAttributes(attributes: Record<string, string>): Attributes {
  const local: Record<string, string> = {};
  for (const name in attributes) local[localName(name)] = attributes[name] ?? "";
  return local;
}

/** Reads one part. Nothing where the archive has no such part. */
export function* readXml(archive: Archive, part: string, meter: Meter, handler: XmlHandler): Steps<void> {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        meter.depth(depth);
        handler.open(localName(name), localAttributes(attributes));
      },
      onclosetag(name) {
        depth -= 1;
        handler.close(localName(name));
      },
      ontext(text) {
        handler.text(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  yield* archive.readText(part, (text) => parser.write(text));
  parser.end();
}

/** True where an on-off property is on: it is there without a value, or with one that is not "off". */
export function isOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off|none)$/.test(attributes["val"] ?? "1");
}
