import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { type RunningWorkbench, serveWorkbench, STOP_PATH } from "../../workbench/server";

/** Asks as a browser would not: with any path, untouched, and any host name. */
function ask(
  url: string,
  options: { path: string; host?: string; method?: string },
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const headers = options.host === undefined ? {} : { host: options.host };
    const asked = request(
      { hostname, port, path: options.path, method: options.method ?? "GET", headers },
      (answer) => {
        let body = "";
        answer.setEncoding("utf8");
        answer.on("data", (text: string) => (body += text));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

describe("the workbench's server", () => {
  let folder: string;
  let workbench: RunningWorkbench;
  let stops: number;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "workbench-"));
    for (const name of ["addin", "bundle", "office"]) mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, "secret.txt"), "secret");
    writeFileSync(path.join(folder, "addin", "functions.json"), "{}");
    writeFileSync(
      path.join(folder, "addin", "taskpane.html"),
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
    );
    writeFileSync(path.join(folder, "office", "office.js"), "/* office */");
    stops = 0;
    const files = {
      addin: path.join(folder, "addin"),
      bundle: path.join(folder, "bundle"),
      office: path.join(folder, "office"),
    };
    workbench = await serveWorkbench(files, { port: 0, stop: { key: "the key", requested: () => (stops += 1) } });
  });

  afterAll(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true });
  });

  it("is on this machine only, and answers to this machine's names only", async () => {
    expect(new URL(workbench.url).hostname).toBe("127.0.0.1");
    expect((await ask(workbench.url, { path: "/", host: "elsewhere.example" })).status).toBe(403);
    expect((await ask(workbench.url, { path: "/", host: "localhost:1" })).status).toBe(200);
  });

  it("serves its page, the add-in's files and office.js, and rewrites only pages", async () => {
    expect((await ask(workbench.url, { path: "/" })).body).toContain("not Microsoft Excel");
    expect((await ask(workbench.url, { path: "/addin/functions.json?x=1" })).body).toBe("{}");
    expect((await ask(workbench.url, { path: "/addin/taskpane.html" })).body).toContain("/office/office.js");
    expect((await ask(workbench.url, { path: "/office/office.js" })).body).toBe("/* office */");
  });

  it.each([
    "/addin/../secret.txt",
    "/addin/%2e%2e/secret.txt",
    "/addin/..%2fsecret.txt",
    "/addin/",
    "/nothing",
    "/addin/%",
  ])("gives nothing from outside its folders: %s", async (asked) => {
    const answer = await ask(workbench.url, { path: asked });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("secret");
  });

  it("stops only for somebody who knows the key", async () => {
    expect((await ask(workbench.url, { path: STOP_PATH, method: "POST" })).status).toBe(403);
    expect((await ask(workbench.url, { path: `${STOP_PATH}?key=guess`, method: "POST" })).status).toBe(403);
    expect((await ask(workbench.url, { path: `${STOP_PATH}?key=the%20key` })).status).toBe(404);
    expect(stops).toBe(0);
    expect((await ask(workbench.url, { path: `${STOP_PATH}?key=the%20key`, method: "POST" })).status).toBe(200);
    expect(stops).toBe(1);
  });

  it("takes another port where the wanted one is busy", async () => {
    const port = Number(new URL(workbench.url).port);
    const second = await serveWorkbench({ addin: folder, bundle: folder, office: folder }, { port });
    expect(Number(new URL(second.url).port)).not.toBe(port);
    await second.close();
  });
});
