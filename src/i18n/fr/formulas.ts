/** What the pane says about formulas in the workbook. In French. */
import type { Catalogues } from "../catalogues";
import { is, plural } from "./grammar";

export const formulas: Catalogues["formulas"] = {
  refresh: {
    title: "Formules",
    help: "Saisit à nouveau les formules SG17 qui affichent une erreur, par exemple #NOM? datant d’avant l’installation du complément, et recalcule les autres.",
    press: "Actualiser les formules",
    unknownNames: (count) =>
      `${plural(count, "formule affiche", "formules affichent")} #NOM?, car le complément n’était pas en cours d’exécution lors de ${is(count, "sa", "leur")} saisie. Choisissez « Actualiser les formules » sous Travaux.`,
    looking: "Recherche des formules",
    entering: "Nouvelle saisie des formules",
    none: "Ce classeur ne contient aucune formule SG17.",
    done: (found, entered) =>
      `${plural(found, "formule actualisée", "formules actualisées")}. ${entered === 0 ? "Aucune n’affichait d’erreur." : `${plural(entered, "formule en erreur saisie", "formules en erreur saisies")} à nouveau.`}`,
    locked: (count) =>
      `${plural(count, "formule laissée telle quelle", "formules laissées telles quelles")} dans des cellules verrouillées de feuilles protégées. Ôtez la protection de la feuille (Révision), puis actualisez à nouveau.`,
    refused: (count) =>
      `${plural(count, "formule n’a pas pu être saisie", "formules n’ont pas pu être saisies")} à nouveau. Saisissez-${is(count, "la", "les")} à la main.`,
  },
  sample: {
    press: "Essayer les formules dans une feuille",
    sheet: "Try it",
    title: "Essayez les fonctions SG17",
    hint: "Saisissez un autre sujet d’étude, statut ou Question dans les cellules colorées : les réponses suivent. Vous pouvez supprimer cette feuille à tout moment.",
    inputs: ["Sujet d’étude", "Statut", "Question"],
    headers: ["Formule", "Réponse", "Résultat"],
  },
  insert: {
    help: "Choisissez une fonction et ses arguments. « Insérer » saisit la formule dans la cellule active ; un tableau exige des cellules libres en dessous et à droite.",
    function: "Fonction",
    any: "indifférent",
    everyGroup: "* (toutes les commissions d’études)",
    result: "Résultat",
    press: "Insérer",
    pressOf: (formula) => `Insérer ${formula}`,
    inserted: (cell) => `Formule saisie dans ${cell}.`,
    more: (rows) => `… et ${plural(rows, "autre ligne", "autres lignes")}.`,
    ranges:
      "Les arguments peuvent être des plages : une valeur unique s’applique à toutes les cellules, deux colonnes sont combinées cellule par cellule, une colonne et une ligne forment un tableau. Des plages de tailles incompatibles renvoient #VALEUR!. LIST et TABLE renvoient les sujets qui correspondent à l’une des valeurs d’une plage.",
  },
};
