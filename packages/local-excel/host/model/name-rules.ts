import { parseArea } from "../a1";
import { invalidArgument, itemAlreadyExists } from "../errors";
import type { Host } from "../host";

const LONGEST = 255;
const CHARACTERS = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
/** "R1C1", "R", "C", "RC2": a reference in the other style. */
const R1C1 = /^(?:R\d*(?:C\d*)?|C\d*)$/i;

function isName(name: string): boolean {
  if (/^(?:true|false)$/i.test(name)) return false;
  return name.length <= LONGEST && CHARACTERS.test(name) && !R1C1.test(name) && !parseArea(name);
}

/** @throws InvalidArgument for what is no name of a table, ItemAlreadyExists for what a defined name is called */
export function checkTableName(host: Host, name: string): string {
  if (!isName(name) || name.includes("?")) throw invalidArgument(`table name ${JSON.stringify(name)}`);
  if (host.names.find(name)) throw itemAlreadyExists(`name ${name}`);
  return name;
}

/** @throws InvalidArgument for what is no defined name, ItemAlreadyExists for what a table is called */
export function checkDefinedName(host: Host, name: string): string {
  if (!isName(name)) throw invalidArgument(`name ${JSON.stringify(name)}`);
  if (host.tables.find(name)) throw itemAlreadyExists(`table ${name}`);
  return name;
}
