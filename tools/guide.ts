/**
 * The guide for users as a build emits it into dist/guide: the pages of docs/guide in each language as HTML, and a page of the functions
 * from their declaration, to which Excel's formula completion links.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Marked } from "marked";
import { NAMESPACE } from "../src/domain/namespace";
import { FUNCTIONS, shownAnswer, signature, type FunctionEntry } from "../src/functions/catalogue";
import type { Catalogues } from "../src/i18n/catalogues";
import { functionHelp } from "../src/i18n/en/function-help";
import { pane } from "../src/i18n/en/pane";
import { french } from "../src/i18n/fr";
import { LANGUAGES, type Language } from "../src/i18n/language";
import { guideAddress } from "../src/functions/guide";

const ROOT = path.resolve(__dirname, "..");
const FOLDER = path.join(ROOT, "docs/guide");
const PICTURES = path.join(ROOT, "docs/pictures");

/** The pages load nothing but their style and their pictures. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'";

type Texts = Pick<Catalogues, "pane" | "functionHelp">;
const TEXTS: Record<Language, Texts> = { en: { pane, functionHelp }, fr: french };

const LINKS: Record<Language, { contents: string; functions: string; language: string }> = {
  en: { contents: "Contents", functions: "Functions", language: "Français" },
  fr: { contents: "Sommaire", functions: "Fonctions", language: "English" },
};

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Markdown as HTML: links between pages lead to the built pages, pictures to the guide's own folder. */
function toHtml(markdown: string): string {
  const marked = new Marked({
    walkTokens: (token) => {
      if (token.type === "link") token.href = token.href.replace(/^([\w-]+)\.md\b/, "$1.html");
      if (token.type === "image") token.href = token.href.replace("../../pictures/", "../pictures/");
    },
  });
  return marked.parse(markdown, { async: false });
}

function page(language: Language, name: string, title: string, content: string): string {
  const texts = LINKS[language];
  const other = LANGUAGES.find((each) => each !== language) ?? language;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="../style.css">
</head>
<body>
<nav><a href="index.html">${texts.contents}</a> <a href="functions.html">${texts.functions}</a>
<a href="../${other}/${name}.html" lang="${other}" hreflang="${other}">${texts.language}</a></nav>
<main>
${content}</main>
</body>
</html>
`;
}

function functionSection(entry: FunctionEntry, { pane: texts, functionHelp: help }: Texts): string {
  const facts = entry.arguments.map(({ name, help: key, optional }) => {
    const text = `${help.arguments[key]}${optional ? ` (${texts.help.optional})` : ""}`;
    return `<dt><code>${name}</code></dt><dd>${escape(text)}</dd>`;
  });
  const examples = entry.examples.map(
    ({ formula, answer }) =>
      `<p>${escape(texts.help.example)} <code>${escape(`=${NAMESPACE}.${formula}`)}</code> ${escape(texts.help.answers)} <code>${escape(shownAnswer(answer, help))}</code></p>`,
  );
  return `<section id="${entry.id}">
<h2><code>${escape(signature(entry))}</code></h2>
<p>${escape(help.functions[entry.id])}.</p>
<dl>${facts.join("")}</dl>
${examples.join("\n")}
</section>
`;
}

function functionsPage(language: Language): string {
  const texts = TEXTS[language];
  const sections = FUNCTIONS.map((entry) => functionSection(entry, texts)).join("");
  const title = LINKS[language].functions;
  const content = `<h1>${title}</h1>\n<p>${escape(texts.pane.help.intro)}</p>\n${sections}`;
  return page(language, "functions", title, content);
}

/** The names of the guide's pages in docs/guide, without ".md": the same in each language. */
export function guidePages(language: Language): string[] {
  return readdirSync(path.join(FOLDER, language))
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** The Markdown of a page. */
export function guideSource(language: Language, name: string): string {
  return readFileSync(path.join(FOLDER, language, `${name}.md`), "utf8");
}

/** The files of the guide by their path in dist. */
export function guideFiles(): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = { "guide/style.css": readFileSync(path.join(FOLDER, "style.css")) };
  for (const language of LANGUAGES) {
    for (const name of guidePages(language)) {
      const markdown = guideSource(language, name);
      const title = /^# (.+)$/m.exec(markdown)?.[1] ?? name;
      for (const [, picture = ""] of markdown.matchAll(/\]\(\.\.\/\.\.\/pictures\/([\w.-]+)\)/g)) {
        files[`guide/pictures/${picture}`] = readFileSync(path.join(PICTURES, picture));
      }
      files[guideAddress(language, name)] = page(language, name, title, toHtml(markdown));
    }
    files[guideAddress(language, "functions")] = functionsPage(language);
  }
  return files;
}
