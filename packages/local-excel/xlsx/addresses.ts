import { parseArea, type Area } from "../host/a1";

/** @throws Error for a text that is no address */
export function area(address: string): Area {
  const parsed = parseArea(address.replaceAll("$", ""));
  if (!parsed) throw new Error(`“${address}” is not a range.`);
  return parsed;
}
