/** What `npm run build -- --env url=…` puts into its folder: one real build, for a host that is not this machine. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { strFromU8, unzipSync } from "fflate";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { firstLoad } from "../tools/bench/start";
import { folderAddress } from "../tools/hosting";
import { cachingOf, contentSecurityPolicy, HEADERS, NEVER } from "../tools/hosting/headers";
import { shippedPackages } from "../tools/hosting/licences";

const ROOT = path.resolve(__dirname, "..");
const OUT = path.join(ROOT, ".cache", "build-test");
const STATS = path.join(ROOT, ".cache", "build-test.json");
const ADDRESS = "https://add-ins.example.org/sg17/";
const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string };
const ZIP = `sg17-work-programme-${version}.zip`;

interface Module {
  name: string;
  chunks: (string | number)[];
  modules?: Module[];
}

interface Stats {
  chunks: { id: string | number; initial: boolean; files: string[] }[];
  modules: Module[];
}

function filesBelow(folder: string, prefix = ""): string[] {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}

const read = (file: string) => readFileSync(path.join(OUT, file), "utf8");
/** The package of a module, whatever loaders (before the last "!") brought it. */
const packageOf = (module: string) => /.*node_modules\/((?:@[^/]+\/)?[^/!]+)[^!]*$/.exec(module)?.[1];

let files: string[] = [];
let stats: Stats;

/** Every module of a chunk, those that webpack joined included. */
function modulesOf(chunk: Stats["chunks"][number]): string[] {
  const names = (module: Module): string[] => (module.modules ? module.modules.flatMap(names) : [module.name]);
  return stats.modules.filter(({ chunks }) => chunks.includes(chunk.id)).flatMap(names);
}

beforeAll(() => {
  rmSync(OUT, { recursive: true, force: true });
  const webpack = path.join(ROOT, "node_modules", "webpack", "bin", "webpack.js");
  const args = [webpack, "--output-path", OUT, "--env", `url=${ADDRESS}`, `--json=${STATS}`];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: "pipe" });
  files = filesBelow(OUT);
  stats = JSON.parse(readFileSync(STATS, "utf8")) as Stats;
  rmSync(STATS);
});

describe("the address of a build", () => {
  it.each([
    ["https://host.example/path", "https://host.example/path/"],
    ["https://host.example", "https://host.example/"],
    ["https://host.example:8443/a/b//", "https://host.example:8443/a/b/"],
  ])("%s is the folder %s", (given, folder) => expect(folderAddress(given)).toBe(folder));

  it.each([
    "host.example/path",
    "http://host.example/",
    "https://host.example/?a=1",
    "https://host.example/#a",
    "https://host.example/taskpane.html",
    "https://name:password@host.example/",
  ])("%s is refused by name", (given) => expect(() => folderAddress(given)).toThrow(given));
});

describe("a build for a host", () => {
  it("has a manifest that asks for files of the folder, all of them there", () => {
    const manifest = read("manifest.xml");
    expect(manifest).not.toContain("localhost");
    const addresses = [...manifest.matchAll(/"(https?:\/\/[^"]*)"/g)]
      .map(([, address]) => address ?? "")
      .filter((address) => !/^http:\/\/(?:schemas\.microsoft\.com|www\.w3\.org)\//.test(address));
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) {
      expect([address, address.startsWith(ADDRESS)]).toEqual([address, true]);
      expect([address, existsSync(path.join(OUT, address.slice(ADDRESS.length)))]).toEqual([address, true]);
    }
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
  });

  it("gives every script and style but functions.js and the guide's style a name that changes with its content", () => {
    const code = files.filter((file) => /\.(?:js|css)$/.test(file));
    const unhashed = code.filter((file) => !/\.[0-9a-f]{8}\.(?:js|css)$/.test(file));
    expect(unhashed.sort()).toEqual(["functions.js", "guide/style.css"]);
  });

  it("gives the manifest's functions.js, by itself, the code behind every function", () => {
    const associated: string[] = [];
    const CustomFunctions = { associate: (id: string) => associated.push(id) };
    const document = { currentScript: { tagName: "SCRIPT", src: `${ADDRESS}functions.js` } };
    runInNewContext(read("functions.js"), { CustomFunctions, document });
    const { functions } = JSON.parse(read("functions.json")) as { functions: { id: string }[] };
    expect(associated).toEqual(functions.map(({ id }) => id));
  });

  it("has only files that exist in its page, and addresses relative to it", () => {
    const page = read("taskpane.html");
    for (const [, file = ""] of page.matchAll(/(?:src|href)=["']?([^"'\s>]+)/g)) {
      if (file.startsWith("https://appsforoffice.microsoft.com/")) continue;
      expect([file, existsSync(path.join(OUT, file))]).toEqual([file, true]);
    }
  });

  it("loads at most 60 kB, compressed, before the pane and the functions work", () => {
    const { bytes, files: loaded } = firstLoad(OUT);
    expect(loaded.map((file) => file.replace(/\..*\./, "."))).toEqual(["taskpane.css", "taskpane.js", "workbook.js"]);
    expect(bytes).toBeLessThanOrEqual(60_000);
  });

  it("holds docx, fflate, htmlparser2, lit-html and what they use, and only lit-html in the first script", () => {
    const licensed = shippedPackages(ROOT).map(({ name }) => name);
    expect(licensed).toEqual(expect.arrayContaining(["docx", "fflate", "htmlparser2", "lit-html"]));
    for (const chunk of stats.chunks) {
      const packages = [...new Set(modulesOf(chunk).flatMap((module) => packageOf(module) ?? []))];
      const expected = chunk.initial ? ["lit-html"] : licensed;
      expect(packages.filter((name) => !expected.includes(name))).toEqual([]);
    }
  });

  it("contains no development tool", () => {
    const tools =
      /node_modules|@univerjs|excelize|playwright|webpack-dev-server|localExcel|fast-check|jsdom|sourceMappingURL/;
    const found = files.filter((file) => /\.(?:js|css|html|json)$/.test(file) && tools.test(read(file)));
    expect(found).toEqual([]);
  });

  it("makes no code from text: none of ours does, and setimmediate, which could, is held back by the policy", () => {
    const makesCode = /\beval\(|\bnew Function\(|\bFunction\(["']/;
    for (const chunk of stats.chunks) {
      const found = chunk.files.filter((file) => file.endsWith(".js") && makesCode.test(read(file)));
      const packages = new Set(modulesOf(chunk).flatMap((module) => packageOf(module) ?? []));
      // setimmediate's strings: docx, which brings it, passes none.
      expect([found, found.length === 0 || packages.has("docx")]).toEqual([found, true]);
    }
    expect(contentSecurityPolicy("header")).not.toContain("unsafe-eval");
  });

  it("names no host that the code could call", () => {
    const hosts = files
      .filter((file) => /^(?:functions|commands|taskpane|runtime|guard|load|check|rules|annexes)\b.*\.js$/.test(file))
      .flatMap((file) => read(file).match(/https?:\/\/[\w.-]+/g) ?? []);
    expect(hosts.filter((host) => !/\/\/www\.itu\.int$|\/\/itu\.int$/.test(host))).toEqual([]);
  });

  it("is also one zip with every file in it", () => {
    const entries = unzipSync(new Uint8Array(readFileSync(path.join(OUT, ZIP))));
    const expected = files.filter((file) => file !== ZIP).map((file) => `sg17-work-programme/${file}`);
    expect(Object.keys(entries).sort()).toEqual(expected.sort());
    expect(strFromU8(entries["sg17-work-programme/manifest.xml"] ?? new Uint8Array())).toBe(read("manifest.xml"));
  });

  it("names the licence of everything it may contain, with the licence's words", () => {
    const text = read("THIRD-PARTY-LICENSES.txt");
    for (const { name, version: each, text: words } of shippedPackages(ROOT)) {
      expect(text).toContain(`${name} ${each} (`);
      expect([name, words === null]).toEqual([name, false]);
    }
  });
});

describe("the headers", () => {
  const policy = contentSecurityPolicy("header");

  it("let the pane load office.js and its own files, and call nobody", () => {
    expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*(?:;| |$)/);
  });

  it("let Excel on the web frame the pane, and no header forbids it", () => {
    for (const host of ["officeapps.live.com", "sharepoint.com", "cloud.microsoft"]) {
      expect(policy).toContain(`https://*.${host}`);
    }
    const sent = HEADERS.map(({ name }) => name);
    expect(sent.filter((name) => NEVER.some((never) => never.name === name))).toEqual([]);
  });

  it("are the page's own policy too, but for what only a header can say", () => {
    const page = read("taskpane.html");
    expect(page).toContain(`"${contentSecurityPolicy("page")}"`);
    expect(`${contentSecurityPolicy("page")}; ${policy.slice(policy.indexOf("frame-ancestors"))}`).toBe(policy);
  });

  it("keep what has a hash for a year, icons for a day, and ask again for what the manifest names", () => {
    expect(cachingOf("guard.0123abcd.js")).toContain("max-age=31536000");
    expect(cachingOf("assets/icon-32.png")).toBe("public, max-age=86400");
    for (const file of ["functions.js", "functions.json", "taskpane.html", "manifest.xml"]) {
      expect([file, cachingOf(file)]).toEqual([file, "no-cache"]);
    }
  });

  it("stand in nginx's file, which puts each file into the same class", () => {
    const conf = read("hosting/nginx.conf");
    for (const { name, value } of HEADERS) expect(conf).toContain(`add_header ${name} "${value}" always;`);
    // Without "always", or a file that is missing would be kept as missing for a year.
    expect(conf).toContain("add_header Cache-Control $sg17_caching;");
    for (const { name } of NEVER) expect(conf).not.toContain(`add_header ${name}`);
    expect(conf).toContain("server_name add-ins.example.org;");
    expect(conf).toContain("location /sg17/ {");
    const classes = [...conf.matchAll(/^ {4}"~(\S+)" "([^"]+)";$/gm)];
    expect(classes).toHaveLength(2);
    for (const file of files) {
      const matched = classes.find(([, pattern = ""]) => new RegExp(pattern).test(`/sg17/${file}`));
      expect([file, matched?.[2] ?? "no-cache"]).toEqual([file, cachingOf(file)]);
    }
    expect(conf.split("{").length).toBe(conf.split("}").length);
  });

  it("stand in IIS's file, which names each file that may be kept", () => {
    const text = read("hosting/web.config");
    expect(XMLValidator.validate(text)).toBe(true);
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" });
    interface WebConfig {
      configuration: {
        "system.webServer": { httpProtocol: { customHeaders: { add: { name: string; value: string }[] } } };
        location: { path: string }[];
      };
    }
    const { configuration } = parser.parse(text) as WebConfig;
    const sent = configuration["system.webServer"].httpProtocol.customHeaders.add;
    expect(sent).toEqual(HEADERS.map(({ name, value }) => ({ name, value })));
    const kept = configuration.location.map((each) => each.path);
    for (const file of files) {
      const named = kept.some((place) => file === place || file.startsWith(`${place}/`));
      expect([file, named]).toEqual([file, cachingOf(file) !== "no-cache"]);
    }
  });
});
