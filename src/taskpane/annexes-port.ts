/** The annexes view's port onto the real workbook. What generates annexes comes in a chunk of its own, on first use. */
import { generate, whatChanged } from "../commands/actions";
import type { ReportRequest } from "../commands/annexes";
import { describeError } from "../commands/errors";
import { goToItem } from "../excel/navigation";
import { currentSettings, writeSettings } from "../excel/settings";
import { currentProgramme } from "../excel/programme-store";
import { copyForms } from "./clipboard";
import { download } from "./download";
import type { AnnexesPort } from "./ports";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const annexes = () => import(/* webpackChunkName: "annexes" */ "../commands/annexes");

async function formsOf(request: ReportRequest) {
  const [{ printedReport }, { clipboardForms }] = await Promise.all([
    annexes(),
    import(/* webpackChunkName: "annexes" */ "../export/html"),
  ]);
  return clipboardForms(await printedReport(request), document);
}

/** Everything that the annexes view asks for. */
export function annexesPort(): AnnexesPort {
  return {
    meetings: () => Promise.resolve(currentProgramme()?.meetings ?? []),
    defaults: async () => {
      const programme = currentProgramme();
      return programme ? (await annexes()).reportDefaults(programme) : null;
    },
    look: async (request) => {
      const programme = currentProgramme();
      return programme ? (await annexes()).lookAt(programme, request) : null;
    },
    generate: (request) => generate(request),
    whatChanged: (since) => whatChanged(since),
    word: async (request) => {
      const { name, bytes } = await (await annexes()).wordFile(request);
      download(name, bytes, WORD);
      return name;
    },
    copy: async (request) => {
      const forms = formsOf(request);
      const copied = await copyForms(forms);
      return { copied, text: (await forms).text };
    },
    showItem: (key) => goToItem(key),
    saveWords: async (meeting, slot, words) => {
      const { withCustomHeading } = await annexes();
      await writeSettings({ reportWords: withCustomHeading(currentSettings().reportWords, meeting, slot, words) });
    },
    describeError,
  };
}
