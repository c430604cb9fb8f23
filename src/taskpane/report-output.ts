/** The outputs of a report: a Word file, and tables on the clipboard. The code of each is loaded on first use. */
import type { ReportRequest } from "../commands/annexes";
import { copyForms } from "./clipboard";
import { download } from "./download";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const annexes = () => import(/* webpackChunkName: "annexes" */ "../commands/annexes");

/**
 * Offers the report as a Word file, in a template of the user where one was chosen.
 * @returns the file's name
 */
export async function downloadReport(request: ReportRequest, template: File | null): Promise<string> {
  const chosen = template && { name: template.name, bytes: new Uint8Array(await template.arrayBuffer()) };
  const { name, bytes } = await (await annexes()).wordFile(request, chosen);
  download(name, bytes, WORD);
  return name;
}

/**
 * Copies the report as tables. Called within a click, since some hosts allow copying only then.
 * @returns whether the host allowed it, and the report as plain text
 */
export async function copyReport(request: ReportRequest): Promise<{ copied: boolean; text: string }> {
  const forms = reportForms(request);
  const copied = await copyForms(forms);
  return { copied, text: (await forms).text };
}

async function reportForms(request: ReportRequest) {
  const [{ printedReport }, { clipboardForms }] = await Promise.all([
    annexes(),
    import(/* webpackChunkName: "annexes" */ "../export/html"),
  ]);
  return clipboardForms(await printedReport(request), document);
}
