/** Parting titles from the editors behind them, and lists of names from one another, by knowledge of names and titles. */
import { readEditors } from "../../src/import/people-lists";
import { DOUBTFUL_MARGIN, splitTitle } from "../../src/import/title-split";

const NOBODY: ReadonlySet<string> = new Set();

const SPLITS: [title: string, editors: string][] = [
  ["Security guidelines for federated learning", "Xiaoming Fang, Yanru Bao"],
  ["Threat analysis of satellite access", "Kyeong Hee Oh,\nDong-Il Seo"],
  ["Guidelines on Security Awareness Training for SMEs", "Noriko Fukushima"],
  ["Requirements for software bill of materials (SBOM)", "Uttam CHAND, Rajeev TYAGI"],
  ["Security, privacy and trust of smart homes", "Jose Sanchez Gallego"],
  ["Framework for Detecting Deepfake Voice", "Mohamed Elhaj, Salwa BENCHEKROUN"],
  ["Identity proofing of legal entities", "Marie-Therese van den Bergh"],
  ["Certificate Transparency for Domestic PKI", "Kwasi Ankrah,\nEvelyn Namara"],
  ["Secure boot of charging stations using TPM 2.0", "Hyung-Soo (Hans) KIM"],
  ["Test suite for X.1254: Part 2", "T. R. Dua, Anupama Chopra"],
  ["Digital Product Passports", "Olena Shevchuk, Lukasz Skibniewski"],
  ["Guidelines for 5G core", "Nguyen Van Hai, Tran Minh Quan"],
];

it.each(SPLITS)("%j ends before %j", (title, editors) => {
  for (const between of [" ", "\n"]) {
    expect(splitTitle(`${title}${between}${editors}`, NOBODY)).toMatchObject({ title, editors });
  }
});

it("is unsure where the words could be either, and sure where the person is known", () => {
  const doubtful = splitTitle("Overview of Young Field Grace", NOBODY);
  expect(doubtful.margin).toBeLessThan(DOUBTFUL_MARGIN);
  const sure = splitTitle("Guidelines for security Hang DONG, Le YU", NOBODY);
  expect(sure.margin).toBeGreaterThan(DOUBTFUL_MARGIN);
});

const LISTS: [cell: string, names: string[]][] = [
  ["Hang DONG Le YU Hongyang ZHANG", ["Hang DONG", "Le YU", "Hongyang ZHANG"]],
  ["Hang Dong\nLe Yu\nHongyang Zhang", ["Hang Dong", "Le Yu", "Hongyang Zhang"]],
  ["Hyungjin LIM, J\nae Hoon NAH", ["Hyungjin LIM", "Jae Hoon NAH"]],
  ["Sang-\nWoo LEE, Aram CHO", ["Sang-Woo LEE", "Aram CHO"]],
  ["Heung Youl\nYOUM, Sungchae PARK", ["Heung Youl YOUM", "Sungchae PARK"]],
  ["Jae-Sung (Jason) Kim, Taeheon Kim", ["Jae-Sung (Jason) Kim", "Taeheon Kim"]],
  ["Mark McFadden and Pierre Martin", ["Mark McFadden", "Pierre Martin"]],
  ["Erik Andersen;\nBret Jordan;", ["Erik Andersen", "Bret Jordan"]],
  ["Nasser Saleh Al Marzouqi, Pieter de Vries", ["Nasser Saleh Al Marzouqi", "Pieter de Vries"]],
  ["Kim,Lee", ["Kim", "Lee"]],
];

it.each(LISTS)("reads %j as %j", (cell, names) => {
  expect(readEditors(cell, NOBODY)).toEqual(names);
});
