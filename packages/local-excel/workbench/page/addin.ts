import type { FunctionsMetadata } from "../../host/index";
import { type Manifest, parseManifest } from "../../manifest";
import { ADDIN_PATH } from "../addin-pages";

/** An add-in as the workbench knows it: its manifest, its functions, and where its files are served here. */
export interface Addin {
  readonly manifest: Manifest;
  readonly functions: FunctionsMetadata;
  /** The address here of a file that the manifest names by the address of its own host. */
  localUrl(url: string): string;
}

/**
 * Reads the add-in that is served beside this page.
 *
 * @throws Error when its manifest or its functions cannot be read
 */
export async function readAddin(language: string): Promise<Addin> {
  const manifest = parseManifest(await text(`${ADDIN_PATH}manifest.xml`), language);
  const home = new URL(".", manifest.runtimePage).href;
  const localUrl = (url: string): string => {
    if (!url.startsWith(home)) throw new Error(`The manifest names ${url}, which is not below ${home}.`);
    return ADDIN_PATH + url.slice(home.length);
  };
  const functions =
    manifest.functionsMetadata === ""
      ? { functions: [] }
      : (JSON.parse(await text(localUrl(manifest.functionsMetadata))) as FunctionsMetadata);
  return { manifest, functions, localUrl };
}

async function text(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} cannot be read (${answer.status}).`);
  return answer.text();
}
