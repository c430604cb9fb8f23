/** The two looks that the workbench knows; Excel calls them White and Black. */
export type Theme = "light" | "dark";

/** What Office tells an add-in of its look, for each (`Office.context.officeTheme`). */
export const OFFICE_THEMES: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    bodyBackgroundColor: "#ffffff",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#ffffff",
    controlForegroundColor: "#242424",
  },
  dark: {
    bodyBackgroundColor: "#292929",
    bodyForegroundColor: "#f2f2f2",
    controlBackgroundColor: "#1f1f1f",
    controlForegroundColor: "#f2f2f2",
  },
};

/** The person's own choice in the system, with which Excel starts too. */
export function systemTheme(): Theme {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
