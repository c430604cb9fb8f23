/** What Excel makes of an entry, in the settings of several regions. */
import { shownValue } from "../../host/entries/shown-value";
import { typedValue } from "../../host/entries/typed-value";
import { regionalSettings } from "../../host/settings";

const YEAR = new Date().getFullYear();

/** A serial date as "2023-09-05"; other numbers as they are. */
function read(text: string, locale = "en-US"): unknown {
  const typed = typedValue(text, { region: regionalSettings(locale), date1904: false });
  if (!typed) return "text";
  const isDate = /[my]/.test(typed.format ?? "") && !/h/.test(typed.format ?? "");
  return [isDate ? shownValue(typed.value, "yyyy-mm-dd") : Number(typed.value.toPrecision(15)), typed.format ?? ""];
}

describe("in en-US", () => {
  it.each([
    ["1,234", 1234, "#,##0"],
    ["1,234,567.5", 1_234_567.5, "#,##0.00"],
    ["-5", -5, ""],
    ["--5", 5, ""],
    ["(5)", -5, ""],
    [".5", 0.5, ""],
    ["5.", 5, ""],
    ["12.5%", 0.125, "0.00%"],
    ["1E5", 100_000, "0.00E+00"],
    ["$120", 120, "$#,##0_);[Red]($#,##0)"],
    ["-$1,200.50", -1200.5, "$#,##0.00_);[Red]($#,##0.00)"],
    ["€5", 5, "[$€-2] #,##0;[Red]-[$€-2] #,##0"],
    ["1 1/2", 1.5, "# ?/?"],
    ["-2 3/16", -2.1875, "# ??/??"],
    ["1234567890123456", 1_234_567_890_123_450, ""],
    ["12:30", 0.520833333333333, "h:mm"],
    ["1:30 PM", 0.5625, "h:mm AM/PM"],
    ["25:00", 1.04166666666667, "[h]:mm:ss"],
  ])("%s is the number %d", (text, value, format) => {
    expect(read(text)).toEqual([value, format]);
  });

  it.each([
    ["1/2", `${String(YEAR)}-01-02`, "d-mmm"],
    ["3-1", `${String(YEAR)}-03-01`, "d-mmm"],
    ["1-2-3", "2003-01-02", "m/d/yyyy"],
    ["1/15/30", "1930-01-15", "m/d/yyyy"],
    ["2023-05-01", "2023-05-01", "m/d/yyyy"],
    ["2023-09", "2023-09-01", "mmm-yy"],
    ["12/2023", "2023-12-01", "mmm-yy"],
    ["Jan 5", `${String(YEAR)}-01-05`, "d-mmm"],
    ["Dec 32", "1932-12-01", "mmm-yy"],
    ["SEPT2", `${String(YEAR)}-09-02`, "d-mmm"],
    ["5-Jan-2017", "2017-01-05", "d-mmm-yy"],
    ["January 5, 2017", "2017-01-05", "d-mmm-yy"],
    ["March 2017", "2017-03-01", "mmm-yy"],
  ])("%s is the date %s", (text, date, format) => {
    expect(read(text)).toEqual([date, format]);
  });

  it.each(["1,2", "12,34", "1E400", "2/30/2017", "13/45", "1/2/3/4", "2017-2020", "May", "Q1", "X.1817", "5 apples"])(
    "%s is text",
    (text) => {
      expect(read(text)).toBe("text");
    },
  );
});

describe("in other regions", () => {
  it.each([
    ["fr-CH", "1,5", 1.5, ""],
    ["fr-CH", "1\u202f234,5", 1234.5, "#,##0.00"],
    ["fr-CH", "7.9.2023", "2023-09-07", "m/d/yyyy"],
    ["fr-CH", "31/12", `${String(YEAR)}-12-31`, "d-mmm"],
    ["fr-CH", "5 février 2024", "2024-02-05", "d-mmm-yy"],
    ["de-CH", "1.5", 1.5, ""],
    ["de-CH", "7.9.23", "2023-09-07", "m/d/yyyy"],
    ["de-CH", "5. März 2024", "2024-03-05", "d-mmm-yy"],
    ["fr-FR", "7/9/2023", "2023-09-07", "m/d/yyyy"],
  ])("%s: %s", (locale, text, value, format) => {
    expect(read(text, locale)).toEqual([value, format]);
  });

  it("values are shown with their separators and short date", () => {
    const region = regionalSettings("fr-CH");
    const shown = (value: number, format: string): string => shownValue(value, format, { region, date1904: false });
    expect([shown(1.5, "General"), shown(45176, "m/d/yyyy"), shown(45176, "yyyy-mm-dd")]).toEqual([
      "1,5",
      "07.09.2023",
      "2023-09-07",
    ]);
  });
});

describe("in the 1904 date system", () => {
  const settings = { region: regionalSettings(), date1904: true };

  it("dates are 1,462 days less, and are shown as typed", () => {
    const typed = typedValue("9/8/2023", settings);
    expect(typed?.value).toBe(43_715);
    expect(shownValue(43_715, "m/d/yyyy", settings)).toBe("9/8/2023");
    expect(typedValue("1/1/1903", settings)).toBeUndefined();
  });
});
