/** The files that a build for a static host adds to the bundle. */
import { strToU8, zipSync, type Zippable } from "fflate";
import { webConfig } from "./iis";
import { nginxConf } from "./nginx";

const FOLDER = "sg17-work-programme";

/** Date of all entries, the earliest possible in a zip, so that equal builds give equal zips. */
const NO_DATE = new Date(1980, 0, 1);

function readMe(address: string): string {
  return `SG17 Work Programme: files for ${address}

1. Copy the files above this folder to a web server, so that ${address}taskpane.html opens over https.
2. Let the server send the headers: nginx.conf for nginx; web.config, put beside taskpane.html, for IIS.
   (On another server: send the same headers. They are the same in both files.)
3. In the Microsoft 365 admin centre: Settings > Integrated apps > Upload custom apps > Office Add-in, with manifest.xml.

The whole story, with updating, removing and troubleshooting: docs/administration.md of the project.
`;
}

/**
 * Headers for nginx and IIS, and what to do with them.
 * @param address the folder's address, with a slash at its end
 * @param files paths of the built files
 */
export function hostingFiles(address: string, files: readonly string[]): Record<string, string> {
  return {
    "hosting/README.txt": readMe(address),
    "hosting/nginx.conf": nginxConf(address),
    "hosting/web.config": webConfig(files),
  };
}

/** The zip's name. */
export const zipName = (version: string) => `${FOLDER}-${version}.zip`;

/** All files in one zip, below one folder. */
export function zipped(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const entries: Zippable = {};
  for (const name of Object.keys(files).sort()) {
    const content = files[name] ?? "";
    entries[`${FOLDER}/${name}`] = [typeof content === "string" ? strToU8(content) : content, { mtime: NO_DATE }];
  }
  return zipSync(entries, { level: 9 });
}
