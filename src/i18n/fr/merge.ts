/** Findings of merging documents, in French. */
import type { MergeTexts } from "../merge-texts";
import { and, day, plural } from "./grammar";
import { eventName, statusName } from "./vocabulary";

const UNITE =
  "S’il s’agit du même texte, supprimez une ligne, reportez son nom dans l’autre (Item ou Provisional name) et chargez à nouveau le document.";

export const merge: MergeTexts = {
  contested: ({ first, second, document, firstRow, secondRow }) =>
    `${first} et ${second} portent le même nom dans un même tableau (${document}, lignes ${String(firstRow)} et ${String(secondRow)}) ; deux sujets d’étude distincts ont été conservés.`,
  nearNames: ({ item, other }) => `${item} et ${other} portent presque le même nom. ${UNITE}`,
  unnumbered: ({ item, other }) => `${item} n’a pas de numéro propre et pourrait être ${other}. ${UNITE}`,
  unlikeTitles: ({ item, before, beforeDocument, title, document }) =>
    `${item} s’intitule « ${before} » dans ${beforeDocument} et « ${title} » dans ${document} : vérifiez qu’il s’agit du même texte.`,
  twoTitles: ({ item, before, title, document }) =>
    `${item} a deux titres dans ${document} : « ${before} » et « ${title} » ; le second a été retenu.`,
  doublePlan: ({ item, kinds, document }) =>
    `${item} figure à deux titres dans ${document} : ${and(kinds.map((kind) => eventName(kind)))}.`,
  setback: ({ item, before, event, date, document }) =>
    `${item} était ${statusName(before)} et figure le ${day(date)} sous « ${eventName(event)} »${document === null ? "" : ` (${document})`} : s’il s’agit d’une nouvelle édition, il lui faut un sujet d’étude distinct.`,
  nearNameInObjectives: ({ name, item }) =>
    `« ${name} », dans les objectifs d’une réunion de groupe du rapporteur, est presque le nom de ${item}.`,
  duplicateDocument: ({ document }) =>
    `Deux documents différents correspondent à ${document} ; celui qui compte le plus de lignes a été retenu.`,
  noLongerReported: ({ item }) =>
    `${item} ne figure plus dans aucun document et a été retiré ; si vous aviez modifié sa ligne, celle-ci a été conservée.`,
  undated: ({ title, rows }) =>
    `« ${title} » ne porte pas de date ; ses ${plural(rows, "ligne", "lignes")} ne peuvent pas être datées et ont été omises.`,
};
