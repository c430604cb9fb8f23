/** The tasks in Help, by role: each with the button that does it, and its page of the guide. */
import { html, type TemplateResult } from "lit-html";
import { check, generate, load, prepareDecisions, whatChanged } from "../../commands/actions";
import { foldAccents } from "../../domain/text";
import { guideAddress } from "../../functions/guide";
import { language } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import type { PaneActions } from "../pane-actions";
import { button } from "../templates";

type TaskId = keyof ReturnType<typeof paneTexts>["help"]["tasks"];

interface HelpTask {
  id: TaskId;
  /** Page of the guide. */
  page: string;
  press(pane: PaneActions): unknown;
}

type Role = keyof ReturnType<typeof paneTexts>["help"]["roles"];

export interface TaskGroup {
  role: Role;
  tasks: readonly HelpTask[];
}

const TASKS: readonly TaskGroup[] = [
  {
    role: "secretary",
    tasks: [
      { id: "load", page: "programme", press: load },
      { id: "import", page: "programme", press: (pane) => pane.open("work") },
      { id: "prepare", page: "meeting", press: prepareDecisions },
      { id: "check", page: "overdue", press: check },
      { id: "report", page: "report", press: () => generate() },
      { id: "undo", page: "undo", press: (pane) => pane.open("messages") },
    ],
  },
  {
    role: "rapporteur",
    tasks: [
      { id: "ask", page: "formulas", press: (pane) => pane.open("insert") },
      { id: "changed", page: "report", press: () => whatChanged() },
    ],
  },
  {
    role: "manager",
    tasks: [{ id: "overdue", page: "overdue", press: (pane) => pane.find(paneTexts().help.overdue) }],
  },
];

/** The tasks whose texts have every word that is searched for, by role; without roles that have none. */
export function tasksFound(search: string): TaskGroup[] {
  const texts = paneTexts().help;
  const words = foldAccents(search).split(/\s+/);
  const matches = (role: Role, id: TaskId): boolean => {
    const all = foldAccents([texts.roles[role], ...Object.values(texts.tasks[id])].join(" "));
    return words.every((word) => all.includes(word));
  };
  return TASKS.map(({ role, tasks }) => ({ role, tasks: tasks.filter(({ id }) => matches(role, id)) })).filter(
    ({ tasks }) => tasks.length > 0,
  );
}

/** The tasks of a role. */
export function taskGroup(pane: PaneActions, { role, tasks }: TaskGroup): TemplateResult {
  return html`<h3>${paneTexts().help.roles[role]}</h3>
    <ul class="stack tight">
      ${tasks.map((task) => taskLine(pane, task))}
    </ul>`;
}

function taskLine(pane: PaneActions, { id, page, press }: HelpTask): TemplateResult {
  const texts = paneTexts().help;
  const { title, press: label } = texts.tasks[id];
  const address = guideAddress(language(), page);
  return html`<li class="help-task">
    <span>${title}</span>
    <a href=${address} target="_blank" rel="noopener" aria-label=${texts.pageOf(title)}>${texts.page}</a>
    ${button(label, () => press(pane), { name: `task-${id}` })}
  </li>`;
}
