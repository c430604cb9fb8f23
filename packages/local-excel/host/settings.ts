/** The user's regional settings, as Excel takes them from the system. */
export interface RegionalSettings {
  /** "en-US": what `Office.context.contentLanguage` and `cultureInfo.name` report. */
  readonly locale: string;
  readonly listSeparator: "," | ";";
  readonly decimalSeparator: "." | ",";
  readonly thousandsSeparator: string;
  readonly dateSeparator: "/" | "." | "-";
  /** Order of the parts of a short date. */
  readonly dateOrder: "mdy" | "dmy" | "ymd";
  readonly shortDatePattern: string;
  readonly longDatePattern: string;
  readonly longTimePattern: string;
  readonly currencySymbol: string;
}

/** Excel on the desktop follows the user's settings everywhere; Excel on the web differs where a member says so. */
export type Platform = "desktop" | "web";

const ENGLISH: RegionalSettings = {
  locale: "en-US",
  listSeparator: ",",
  decimalSeparator: ".",
  thousandsSeparator: ",",
  dateSeparator: "/",
  dateOrder: "mdy",
  shortDatePattern: "M/d/yyyy",
  longDatePattern: "dddd, MMMM d, yyyy",
  longTimePattern: "h:mm:ss tt",
  currencySymbol: "$",
};

const SETTINGS: readonly RegionalSettings[] = [
  ENGLISH,
  {
    locale: "de-CH",
    listSeparator: ";",
    decimalSeparator: ".",
    thousandsSeparator: "’",
    dateSeparator: ".",
    dateOrder: "dmy",
    shortDatePattern: "dd.MM.yyyy",
    longDatePattern: "dddd, d. MMMM yyyy",
    longTimePattern: "HH:mm:ss",
    currencySymbol: "CHF",
  },
  {
    locale: "fr-CH",
    listSeparator: ";",
    decimalSeparator: ",",
    thousandsSeparator: "\u202f",
    dateSeparator: ".",
    dateOrder: "dmy",
    shortDatePattern: "dd.MM.yyyy",
    longDatePattern: "dddd, d MMMM yyyy",
    longTimePattern: "HH:mm:ss",
    currencySymbol: "CHF",
  },
  {
    locale: "fr-FR",
    listSeparator: ";",
    decimalSeparator: ",",
    thousandsSeparator: "\u202f",
    dateSeparator: "/",
    dateOrder: "dmy",
    shortDatePattern: "dd/MM/yyyy",
    longDatePattern: "dddd d MMMM yyyy",
    longTimePattern: "HH:mm:ss",
    currencySymbol: "€",
  },
];

/** @throws when the local Excel has no settings for the locale */
export function regionalSettings(locale = ENGLISH.locale): RegionalSettings {
  const settings = SETTINGS.find((one) => one.locale.toLowerCase() === locale.toLowerCase());
  if (!settings) throw new Error(`no settings for ${locale}, only: ${SETTINGS.map((one) => one.locale).join(", ")}`);
  return settings;
}
